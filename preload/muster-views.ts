/** The roll call (G8) as the desk shows it and works on it. Times are Unix milliseconds of this device's clock. */
import { z } from 'zod';
import { FAULT_CODES } from '../core/codes.ts';
import { MUSTER_MARKS } from '../core/event/data/muster.ts';

const id = z.string().min(1).max(64);
const ms = z.number();
const count = z.number().int();
const fault = z.enum(FAULT_CODES);
const kind = z.enum(['drill', 'live']);
const mark = z.enum(MUSTER_MARKS);
const counts = z.object({ total: count, accounted: count, missing: count, unmarked: count });

export const rollRowSchema = z.object({
  /** Absent for somebody of whom nothing but a name was written down. */
  workerId: id.optional(),
  name: z.string(),
  contractorName: z.string().optional(),
  /** Content's hash. */
  photo: z.string().optional(),
  state: mark,
  /** On the list of the start. */
  listed: z.boolean(),
  /** When they came in, where that is known. */
  sinceMs: ms.optional(),
  markedAtMs: ms.optional(),
  markedBy: z.string().optional(),
});

/** Somebody whom the holder of a phone may mean. */
export const rollFoundSchema = rollRowSchema
  .pick({ name: true, contractorName: true, photo: true })
  .extend({ workerId: id });

export const rollViewSchema = z.object({
  musterId: id,
  kind,
  startedAtMs: ms,
  startedBy: z.string().optional(),
  /** Absent while it runs. */
  endedAtMs: ms.optional(),
  tookMs: ms.optional(),
  counts,
  rows: z.array(rollRowSchema),
});

export const pastRollSchema = z.object({
  musterId: id,
  kind,
  startedAtMs: ms,
  tookMs: ms,
  counts,
  endedBy: z.string().optional(),
});

/** The part of it that the whole desk is told of. */
export const musterStatusSchema = z.object({ musterId: id, kind, startedAtMs: ms, counts });

/** One that runs at another gate of the place. */
export const musterElsewhereSchema = z.object({ gateName: z.string(), kind, startedAtMs: ms });
export type MusterElsewhere = z.infer<typeof musterElsewhereSchema>;

const person = z.union([z.object({ workerId: id }), z.object({ name: z.string().trim().min(1).max(200) })]);

export const musterCalls = {
  /** Without an id: the one that runs. Past ones newest first, at most 50. */
  getMuster: {
    ask: z.object({ musterId: id.optional() }),
    answer: z.object({ roll: rollViewSchema.nullable(), past: z.array(pastRollSchema), insideCount: count }),
  },
  startMuster: {
    ask: z.object({ kind }),
    answer: z.object({ fault: z.enum([...FAULT_CODES, 'running']).nullable() }),
  },
  /** `over`: that roll call does not run any more. */
  markMuster: {
    ask: z.object({ musterId: id, person, mark, markId: id }),
    answer: z.object({ fault: z.enum([...FAULT_CODES, 'over']).nullable() }),
  },
  /** The link for phones on the gate's own network; null: this computer is in none. */
  openPhones: { ask: z.undefined(), answer: z.object({ url: z.string().nullable() }) },
  /** Without an id: who is inside now. */
  paperMuster: {
    ask: z.object({
      musterId: id.optional(),
      how: z.enum(['print', 'pdf', 'csv']),
      /** Without its ending. */
      fileName: z.string().min(1).max(100),
    }),
    answer: z.object({ came: z.enum(['printed', 'saved', 'cancelled', 'fault']) }),
  },
  endMuster: { ask: z.object({ musterId: id }), answer: z.object({ fault: fault.nullable() }) },
} as const;

/** What came of the last paper; `saved`: a file. */
const paperCame = z.enum(['printed', 'saved', 'fault']);
const paperMinutes = z.number().int().min(5).max(1440).nullable();
const paperTo = z.enum(['printer', 'folder']);

/** The list of people inside that becomes paper by itself. Minutes; null: never. */
export const paperListSchema = z.object({
  own: z.union([z.literal('location'), paperMinutes]),
  ofLocation: z.number().nullable(),
  /** What holds. */
  everyMinutes: z.number().nullable(),
  to: paperTo,
  folder: z.string(),
  /** Absent: none since the program was started. */
  last: z.object({ atMs: ms, came: paperCame }).optional(),
});

export const paperListCalls = {
  /** Null: this PC is not enrolled. */
  getPaperList: { ask: z.undefined(), answer: paperListSchema.nullable() },
  setPaperList: {
    ask: z.object({ own: paperListSchema.shape.own.optional(), to: paperTo.optional() }),
    answer: paperListSchema.nullable(),
  },
  /** One at once; answers when it is made. */
  putPaperList: { ask: z.undefined(), answer: paperListSchema.nullable() },
} as const;

export type PaperCame = z.infer<typeof paperCame>;
export type PaperListView = z.infer<typeof paperListSchema>;
export type RollRowView = z.infer<typeof rollRowSchema>;
export type RollFound = z.infer<typeof rollFoundSchema>;
export type RollView = z.infer<typeof rollViewSchema>;
export type PastRoll = z.infer<typeof pastRollSchema>;
export type MusterStatus = z.infer<typeof musterStatusSchema>;
export type MusterPage = z.infer<(typeof musterCalls)['getMuster']['answer']>;
export type StartFault = z.infer<(typeof musterCalls)['startMuster']['answer']>['fault'];
export type MarkAsk = z.infer<(typeof musterCalls)['markMuster']['ask']>;
export type MarkFault = z.infer<(typeof musterCalls)['markMuster']['answer']>['fault'];
