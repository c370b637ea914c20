/** Temporary passes: for somebody whom nobody expected, good here and for a few hours. `passId` is also the badge's id. */
import { z } from 'zod';
import { id, time } from './pieces.ts';

const words = z.string().min(1).max(200);
export const PASS_SIZES = ['label', 'a6'] as const;
export const PASS_ENDS = ['returned', 'withdrawn'] as const;

export const passData = {
  'pass.issued': z.object({
    passId: id,
    workerId: id,
    /** What the QR says behind `GH2:`: 128 random bits in base32. */
    badgeCode: z.string().regex(/^[A-Z2-7]{26}$/),
    /** A visitor, new with this pass; absent: a worker who is known, and whose papers count as ever. */
    person: z.object({ firstName: words, lastName: words }).optional(),
    /** What the location asks for (policy.passFields). */
    fields: z.array(z.object({ id, label: words, value: z.string().max(200) })).max(20),
    validFrom: time,
    validUntil: time,
  }),
  /** Each time it was given to the printer. */
  'pass.printed': z.object({ passId: id, workerId: id, size: z.enum(PASS_SIZES) }),
  'pass.ended': z.object({ passId: id, workerId: id, why: z.enum(PASS_ENDS) }),
} as const;
