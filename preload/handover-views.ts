/** The hand-over sheet at the end of a shift. Times are Unix milliseconds. */
import { z } from 'zod';
import { CODE_NAMES, FAULT_CODES } from '../core/codes.ts';

const ms = z.number();
const count = z.number().int();

/** `last`: since the last hand-over of this gate, or half a day where there was none. Otherwise so many hours back. */
export const SHIFT_SPANS = ['last', '8', '12', '24'] as const;

export const handOverSchema = z.object({
  fromMs: ms,
  toMs: ms,
  cameIn: count,
  wentOut: count,
  wentOutByRule: count,
  refused: z.array(z.object({ code: z.enum(CODE_NAMES), count })),
  overrides: count,
  releases: count,
  undone: count,
  forced: count,
  held: count,
  passes: count,
  messages: count,
  cleared: count,
  notes: z.array(z.object({ atMs: ms, text: z.string() })),
  /** Acts that central sees otherwise and nobody has looked at. */
  toLookAt: count,
  inside: z.array(z.object({ workerId: z.string(), name: z.string(), sinceMs: ms })),
});

export const handOverCalls = {
  getHandOver: { ask: z.object({ span: z.enum(SHIFT_SPANS) }), answer: handOverSchema.nullable() },
  /** Writes it down; the next shift counts from here. */
  handOver: {
    ask: z.object({ fromMs: ms, notes: z.string().trim().max(2000) }),
    answer: z.object({ fault: z.enum(FAULT_CODES).nullable() }),
  },
} as const;

export type HandOverView = z.infer<typeof handOverSchema>;
export type ShiftSpan = (typeof SHIFT_SPANS)[number];
