import { expect, test } from 'vitest';
import { missingQualifications } from '../../../core/site/missing-qualifications.ts';

const NOON = Date.parse('2026-03-10T12:00:00.000Z');
const firstAid = (validUntil?: string) => ({
  qualifications: [{ name: 'First aid', ...(validUntil === undefined ? {} : { validUntil }) }],
});

test.each<[string, readonly string[], Parameters<typeof missingQualifications>[1], readonly string[]]>([
  ['nothing is required', [], {}, []],
  ['somebody has none', ['First aid'], {}, ['First aid']],
  ['it does not end', ['First aid'], firstAid(), []],
  ['it is written otherwise', [' first AID'], firstAid(), []],
  ['it ends later', ['First aid'], firstAid('2026-03-10T12:00:00.001Z'), []],
  ['it ends at this moment', ['First aid'], firstAid('2026-03-10T12:00:00.000Z'), ['First aid']],
  ['one of two is there', ['First aid', 'Crowd safety'], firstAid(), ['Crowd safety']],
])('E1: when %s', (_what, required, worker, missing) => {
  expect(missingQualifications(required, worker, { nowMs: NOON, shiftEndMs: NOON })).toEqual(missing);
});

const HOUR_MS = 3_600_000;
test.each<[string, number, number, readonly string[]]>([
  ['in the middle of the shift', NOON, NOON + 4 * HOUR_MS, ['First aid']],
  ['at the very end of the shift', NOON, NOON + 2 * HOUR_MS, ['First aid']],
  ['after the shift', NOON, NOON + HOUR_MS, []],
  ['before tomorrow’s shift', NOON, NOON + 24 * HOUR_MS, ['First aid']],
  ['after a shift that is over, but before now', NOON + 3 * HOUR_MS, NOON + HOUR_MS, ['First aid']],
])('E1: one that runs out %s', (_when, nowMs, shiftEndMs, missing) => {
  const worker = firstAid(new Date(NOON + 2 * HOUR_MS).toISOString());
  expect(missingQualifications(['First aid'], worker, { nowMs, shiftEndMs })).toEqual(missing);
});
