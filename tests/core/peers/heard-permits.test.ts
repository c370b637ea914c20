import { describe, expect, test } from 'vitest';
import type { EventEnvelope } from '../../../core/event/event.ts';
import type { Grant } from '../../../core/event/grants.ts';
import { isTold, isToldAmongGates } from '../../../core/event/told-acts.ts';
import { grantOfPlace, heardPermits } from '../../../core/peers/heard-permits.ts';

const NOON = '2026-03-02T12:00:00.000Z';
const HOUR_MS = 3_600_000;
const at = (hours: number): string => new Date(Date.parse(NOON) + hours * HOUR_MS).toISOString();

const event = (type: string, data: Record<string, unknown>, clockOffsetMs: number | null = HOUR_MS): EventEnvelope => ({
  id: 'e-7',
  deviceId: 'device-2',
  seq: 7,
  type,
  occurredAt: NOON,
  bootId: 'boot',
  monotonicMs: 1,
  clockOffsetMs,
  gateId: 'gate-2',
  locationId: 'location-1',
  actor: { kind: 'user', userId: 'guard-1' },
  data,
  prevHash: '0'.repeat(64),
  hash: '1'.repeat(64),
});
const WHOSE = { id: 'e-7', deviceId: 'device-2', seq: 7 };
const GRANTED = { workerId: 'anna', badgeId: 'badge-a', workOrderIds: ['order-1'], until: at(24) };
const ISSUED = {
  passId: 'pass-1',
  workerId: 'vera',
  badgeCode: 'A'.repeat(26),
  person: { firstName: 'Vera', lastName: 'Visit' },
  fields: [{ id: 'plate', label: 'Plate', value: 'AB 123' }],
  validFrom: NOON,
  validUntil: at(8),
};

describe('by what people may come and go, told by another gate', () => {
  test('D6: a grant, its times by central’s clock', () => {
    expect(heardPermits(event('access.granted', GRANTED), 0)).toMatchObject([
      {
        ...WHOSE,
        kind: 'granted',
        grant: { workerId: 'anna', badgeId: 'badge-a', grantedAtMs: Date.parse(at(1)), untilMs: Date.parse(at(25)) },
      },
    ]);
  });

  test('C6: a pass, without what its visitor was asked', () => {
    expect(heardPermits(event('pass.issued', ISSUED), 0)).toEqual([
      {
        ...WHOSE,
        kind: 'issued',
        locationId: 'location-1',
        atMs: Date.parse(at(1)),
        pass: { ...ISSUED, fields: [], validFrom: at(1), validUntil: at(9) },
      },
    ]);
  });

  test.each([
    [
      'its end',
      'pass.ended',
      { passId: 'pass-1', workerId: 'vera', why: 'returned' },
      [{ kind: 'ended', passId: 'pass-1' }],
    ],
    [
      'an undoing that takes a grant back',
      'act.undone',
      { eventId: 'e-1', what: 'checked_in', workerId: 'anna', reason: 'x', grantId: 'e-0' },
      [{ kind: 'taken_back', grantId: 'e-0' }],
    ],
    ['a print of it', 'pass.printed', { passId: 'pass-1', workerId: 'vera', size: 'label' }, []],
    ['a coming in', 'presence.checked_in', { workerId: 'anna' }, []],
  ])('%s', (_what, type, data, permits) => {
    expect(heardPermits(event(type, data), 0)).toMatchObject(permits);
  });

  test('a gate that did not know central’s clock when it wrote is corrected by what the two clocks say now', () => {
    const [permit] = heardPermits(event('access.granted', GRANTED, null), 2 * HOUR_MS);
    expect(permit).toMatchObject({ grant: { grantedAtMs: Date.parse(at(2)) } });
  });

  test('gates tell it among themselves; to central’s other gates it is no act', () => {
    const types = ['access.granted', 'pass.issued', 'pass.ended', 'presence.checked_in', 'device.fault'] as const;
    expect(types.map((type) => [isToldAmongGates({ type }), isTold({ type })])).toEqual([
      [true, false],
      [true, false],
      [true, false],
      [true, true],
      [false, false],
    ]);
  });
});

describe('D6: which grant counts where two gates made one', () => {
  const grant = (grantedAtMs: number): Grant => ({
    workerId: 'anna',
    workOrderIds: [],
    grantedAtMs,
    untilMs: grantedAtMs + 24 * HOUR_MS,
    eventId: `at ${grantedAtMs}`,
  });
  test.each([
    ['none', undefined, undefined, true, undefined],
    ['here alone', grant(1), undefined, true, 1],
    ['there alone', undefined, grant(2), true, 2],
    ['of one badge the first', grant(1), grant(2), true, 1],
    ['of one badge the first, which is there', grant(2), grant(1), true, 1],
    ['of a person the latest', grant(1), grant(2), false, 2],
    ['of a person the latest, which is here', grant(3), grant(2), false, 3],
  ])('%s', (_what, own, heard, isOfBadge, atMs) => {
    expect(grantOfPlace(own, heard, isOfBadge)?.grantedAtMs).toBe(atMs);
  });
});
