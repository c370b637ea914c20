import type { Worker } from './entities.ts';

export const sameQualification = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/**
 * E1: which of the qualifications that a roster requires somebody does not have, or has no longer before their shift is over: one that
 * runs out at noon does not cover the afternoon. `at`: Unix ms; after the shift it is today that counts.
 */
export const missingQualifications = (
  required: readonly string[],
  { qualifications = [] }: Pick<Worker, 'qualifications'>,
  at: { readonly nowMs: number; readonly shiftEndMs: number },
): readonly string[] =>
  required.filter(
    (name) =>
      !qualifications.some(
        (one) =>
          sameQualification(one.name, name) &&
          (one.validUntil === undefined || Date.parse(one.validUntil) > Math.max(at.nowMs, at.shiftEndMs)),
      ),
  );
