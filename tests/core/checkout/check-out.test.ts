import { describe, expect, test } from 'vitest';
import { decideCheckOut, type CheckOutBatch } from '../../../core/checkout/check-out.ts';
import { EVENT_DATA } from '../../../core/event/event.ts';

const BATCH: CheckOutBatch = {
  batchId: 'batch-1',
  actor: { kind: 'user', userId: 'user-1' },
  mode: 'bulk',
  reason: 'The site closes',
  hereId: 'here',
  mayAt: (locationId) => locationId !== 'not-mine',
};
const decide = (locationId: string, sinceMs: number | undefined) =>
  decideCheckOut({ workerId: 'anna', locationId }, sinceMs, BATCH, 90_000);

describe('a bulk checkout, person by person', () => {
  test.each([
    ['B2: somebody here', 'here', 30_000, 'check_out'],
    ['B2: somebody elsewhere', 'depot', 30_000, 'check_out'],
    ['B2: somebody who is out already', 'here', undefined, 'already_out'],
    ['C1: somebody at a place that is not the user’s', 'not-mine', 30_000, 'not_allowed'],
    ['C1: nor is it said whether they are there', 'not-mine', undefined, 'not_allowed'],
  ] as const)('%s: %s, since %s', (_case, locationId, sinceMs, kind) => {
    expect(decide(locationId, sinceMs).kind).toBe(kind);
  });

  test('B6, B7: who did it, why, and that it is an estimate are on record, and no lane', () => {
    expect(decide('here', 30_000)).toEqual({
      kind: 'check_out',
      fact: {
        type: 'presence.checked_out',
        actor: { kind: 'user', userId: 'user-1' },
        data: {
          workerId: 'anna',
          mode: 'bulk',
          code: 'goodbye',
          notes: [],
          batchId: 'batch-1',
          estimated: true,
          reason: 'The site closes',
          insideMs: 60_000,
        },
      },
    });
  });

  test('B2: elsewhere, the record names the place', () => {
    expect(decide('depot', 30_000)).toMatchObject({ fact: { data: { atLocationId: 'depot' } } });
  });

  test('a clock that was set back makes nobody’s stay negative', () => {
    expect(decide('here', 100_000)).toMatchObject({ fact: { data: { insideMs: 0 } } });
  });

  test('what is written is what every reader expects', () => {
    const decision = decide('depot', 30_000);
    const data = decision.kind === 'check_out' ? decision.fact.data : undefined;
    expect(EVENT_DATA['presence.checked_out'].parse(data)).toEqual(data);
  });
});
