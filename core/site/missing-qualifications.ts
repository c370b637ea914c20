import type { Worker } from './entities.ts';

const sameName = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** E1: which of the qualifications that a roster requires somebody does not have, or no longer has at this time (Unix ms). */
export const missingQualifications = (
  required: readonly string[],
  { qualifications = [] }: Pick<Worker, 'qualifications'>,
  nowMs: number,
): readonly string[] =>
  required.filter(
    (name) =>
      !qualifications.some(
        (one) => sameName(one.name, name) && (one.validUntil === undefined || Date.parse(one.validUntil) > nowMs),
      ),
  );
