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
  expect(missingQualifications(required, worker, NOON)).toEqual(missing);
});
