/** A gate that central has withdrawn (PROTOCOL "Devices"). */
import { z } from 'zod';

export const withdrawalCalls = {
  /** Removes people's data from this PC though acts are still to be handed over. False: this gate was not withdrawn. */
  forgetPeople: { ask: z.undefined(), answer: z.object({ done: z.boolean() }) },
} as const;
