/** What this PC keeps and for how long, as the desk shows it. Times are Unix milliseconds of this device's clock. */
import { z } from 'zod';

const ms = z.number();
const count = z.number().int();

/**
 * What came of the last clean-up. `clock`: central's time was never heard; `broken`: an act is not as it was written and is kept as
 * evidence; `not_saved`: the folder can't be written; `not_recorded`: no room for the act that tells of it; `stopped`: the program ended.
 */
export const CLEANED = ['nothing', 'left', 'clock', 'broken', 'not_saved', 'not_recorded', 'stopped'] as const;

export const keptSchema = z.object({
  /** Acts in the journal, and when the oldest was; absent: there is none. */
  acts: count,
  oldestAtMs: ms.optional(),
  /** Since when acts leave, and how many have; absent: all are still here. */
  left: z.object({ firstAtMs: ms, count, lastAtMs: ms }).optional(),
  people: count,
  /** Photos and documents. */
  files: count,
  /** Of journal, people and files on this disk. */
  bytes: z.number(),
  journalDays: count,
  wordsDays: count,
  saveTo: z.string().optional(),
  nextAtMs: ms.optional(),
  last: z.enum(CLEANED).optional(),
});
export type KeptView = z.infer<typeof keptSchema>;

const nothing = z.undefined();

export const keepingCalls = {
  /** Null: this PC is not enrolled. */
  getKept: { ask: nothing, answer: keptSchema.nullable() },
  /** Cleans up now; answers when it is over. */
  cleanUp: { ask: nothing, answer: keptSchema.nullable() },
  setKept: {
    ask: z.object({ journalDays: count.min(30).max(3650).optional(), wordsDays: count.min(7).max(3650).optional() }),
    answer: keptSchema.nullable(),
  },
} as const;
