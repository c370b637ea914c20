/** Users of the gate: who signed in, and who tried too often. */
import { z } from 'zod';
import { id } from './pieces.ts';

export const SIGN_IN_MEANS = ['pin', 'password'] as const;

export const userData = {
  'user.signed_in': z.object({ userId: id, means: z.enum(SIGN_IN_MEANS), purpose: z.enum(['session', 'vouch']) }),
  /** Everything that this gate holds of a person was written into a file: by whom, the actor says. */
  'person.exported': z.object({ workerId: id }),
  'user.locked_out': z.object({ userId: id, means: z.enum(SIGN_IN_MEANS), tries: z.number().int().min(1) }),
} as const;
