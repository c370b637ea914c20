/** One shift hands the gate over to the next. */
import { z } from 'zod';
import { time } from './pieces.ts';

export const shiftData = {
  'shift.handed_over': z.object({
    /** Since when the sheet counts; it ends with this event. */
    from: time,
    /** In the guard's words; never about a person's health or conduct. */
    words: z.string().max(2000),
    insideCount: z.number().int().min(0),
    toLookAt: z.number().int().min(0),
  }),
} as const;
