import { describe, expect, test } from 'vitest';
import type { EventEnvelope } from '../../../core/event/event.ts';
import { heardActs, offsetThere } from '../../../core/peers/heard-acts.ts';

const NOON = '2026-03-02T12:00:00.000Z';
const NOON_MS = Date.parse(NOON);
const HOUR_MS = 3_600_000;
const CHECK_IN = { workerId: 'anna', mode: 'scan', code: 'welcome', notes: [], workOrderIds: [], reason: 'a word' };

const event = (type: string, data: Record<string, unknown>, clockOffsetMs: number | null = 0): EventEnvelope => ({
  id: '01900000-0000-7000-8000-000000000001',
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

describe('what an act of another gate says here', () => {
  test('is ids and codes, and no word that somebody wrote', () => {
    expect(heardActs(event('presence.checked_in', CHECK_IN), 0)).toEqual([
      {
        id: '01900000-0000-7000-8000-000000000001',
        deviceId: 'device-2',
        gateId: 'gate-2',
        seq: 7,
        type: 'presence.checked_in',
        workerId: 'anna',
        atMs: NOON_MS,
        inside: true,
        code: 'welcome',
        mode: 'scan',
        userId: 'guard-1',
      },
    ]);
  });

  const out = { workerId: 'anna', mode: 'manual', code: 'goodbye', notes: [] };
  const undone = { eventId: 'e-1', what: 'checked_out', workerId: 'anna', reason: 'The other Anna' };
  const before = { inside: true, since: '2026-03-02T09:00:00.000Z', eventId: 'e-0' };
  test.each([
    ['a going out', 'presence.checked_out', out, [{ inside: false }]],
    ['a going out of here', 'presence.checked_out', { ...out, atLocationId: 'location-1' }, [{ inside: false }]],
    ['a going out of another place (B2)', 'presence.checked_out', { ...out, atLocationId: 'location-2' }, []],
    ['a break', 'presence.break_started', { workerId: 'anna' }, [{ type: 'presence.break_started' }]],
    ['a refusal', 'access.refused', { code: 'unknown_badge' }, [{ code: 'unknown_badge' }]],
    ['an undoing', 'act.undone', undone, [{ undoes: 'e-1' }]],
    [
      'an undoing that brings somebody back',
      'act.undone',
      { ...undone, before },
      [{ undoes: 'e-1' }, { type: 'restored', inside: true, atMs: NOON_MS - 3 * HOUR_MS }],
    ],
    ['a fault of a device', 'device.fault', { code: 'camera_gone', part: 'camera' }, []],
    ['data that do not fit', 'presence.checked_in', { workerId: 'anna' }, []],
  ])('%s', (_says, type, data, expected) => {
    const acts = heardActs(event(type, data), 0);
    expect(acts).toHaveLength(expected.length);
    expect(acts).toMatchObject(expected);
  });
});

describe('when it was, by central’s clock', () => {
  test.each([
    ['as the gate knew when it wrote', HOUR_MS, 5, NOON_MS + HOUR_MS],
    ['as it is known now, where the gate did not know then', null, HOUR_MS, NOON_MS + HOUR_MS],
  ])('%s', (_says, clockOffsetMs, offsetMs, atMs) => {
    expect(heardActs(event('presence.checked_in', CHECK_IN, clockOffsetMs), offsetMs)[0]?.atMs).toBe(atMs);
  });

  const here = (offsetMs: number | null) => ({ nowMs: NOON_MS, offsetMs });
  test.each([
    ['the other gate knows', { nowMs: NOON_MS, offsetMs: 500 }, here(9), 500],
    ['only this gate knows', { nowMs: NOON_MS - HOUR_MS, offsetMs: null }, here(500), HOUR_MS + 500],
    ['neither knows: this one’s stands for it', { nowMs: NOON_MS - HOUR_MS, offsetMs: null }, here(null), HOUR_MS],
  ])('%s', (_says, there, hears, offsetMs) => {
    expect(offsetThere(there, hears)).toBe(offsetMs);
  });
});
