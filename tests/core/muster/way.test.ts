import { expect, test } from 'vitest';
import { wayInEmergency } from '../../../core/muster/way.ts';

test.each([
  ['in', 'in'],
  ['out', 'out'],
  ['both', 'out'],
] as const)('G8: in an emergency a lane %s leads %s', (lane, way) => {
  expect(wayInEmergency(lane)).toBe(way);
});
