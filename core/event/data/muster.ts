/** A roll call (G8). `musterId` is the id of the event that started it. */
import { z } from 'zod';
import { id } from './pieces.ts';

/** `out`: went out through a gate while the roll call ran. `unmarked`: a mark taken back. */
export const MUSTER_MARKS = ['safe', 'missing', 'found_unlisted', 'left_before', 'out', 'unmarked'] as const;

export const musterData = {
  'muster.started': z.object({
    kind: z.enum(['drill', 'live']),
    insideCount: z.number().int().min(0),
    /** Everybody who was inside the place as this gate knew it: by worker id. */
    listed: z.array(id).max(10_000).optional(),
  }),
  'muster.marked': z.object({
    musterId: id,
    /** Absent for somebody found here of whom nothing is known; then `name` is what the caller wrote down. */
    workerId: id.optional(),
    name: z.string().max(200).optional(),
    mark: z.enum(MUSTER_MARKS),
    /** From whoever sent it, so that the same mark sent twice counts once. */
    markId: id.optional(),
    /** From which device of the roll call, for instance a phone: a name that its holder gave. */
    by: z.string().max(100).optional(),
  }),
  'muster.ended': z.object({
    musterId: id,
    accounted: z.number().int().min(0),
    /** Marked as missing by somebody. */
    missing: z.number().int().min(0),
    /** Of whom nobody said anything. */
    unmarked: z.number().int().min(0).optional(),
    tookMs: z.number().int().min(0),
  }),
} as const;
