/** Everything that this gate holds of one person, for that person to have (issue 6, privacy). */
import { z } from 'zod';

export const recordCalls = {
  savePersonRecord: {
    ask: z.object({ workerId: z.string().max(64) }),
    answer: z.object({ came: z.enum(['saved', 'cancelled', 'unknown']) }),
  },
} as const;
