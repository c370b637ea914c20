/** What the desk asks about the line to central and for whoever helps from afar (G12). */
import { z } from 'zod';

/** The way to central, step by step: its name, a line to it, its certificate, its answer, its clock. */
export const REACH_STEPS = ['name', 'line', 'certificate', 'answer', 'clock'] as const;

export const reachCheckSchema = z.object({
  step: z.enum(REACH_STEPS),
  /** `look`: it did not work by itself, and central answers all the same, through a proxy for instance. */
  result: z.enum(['good', 'look', 'bad', 'skipped']),
  /** In the system's own words, for whoever looks after the network. */
  detail: z.string().optional(),
  tookMs: z.number().optional(),
});
export type ReachCheck = z.infer<typeof reachCheckSchema>;
export type ReachStep = ReachCheck['step'];

const nothing = z.undefined();

export const supportCalls = {
  /** Takes up to half a minute where nothing answers. */
  tryReach: { ask: nothing, answer: z.array(reachCheckSchema) },
  saveSupportFile: { ask: nothing, answer: z.object({ came: z.enum(['saved', 'cancelled']) }) },
} as const;
