import { describe, expect, test } from 'vitest';
import type { EventEnvelope } from '../../core/event/event.ts';
import {
  actsWithoutOneEffect,
  leftOn,
  openedBeforeRest,
  openedWithoutPulse,
  pulsesWithoutAct,
  stillOn,
  type Life,
  type Move,
} from './rig/kill-checks.ts';

const atIso = (ms: number): string => new Date(ms).toISOString();
const event = (seq: number, ms: number, type: string, data: Record<string, unknown>): EventEnvelope => ({
  id: `event-${seq}`,
  deviceId: 'd',
  seq,
  type,
  occurredAt: atIso(ms),
  bootId: 'b',
  monotonicMs: 0,
  clockOffsetMs: null,
  gateId: 'g',
  locationId: 'l',
  actor: { kind: 'system' },
  data,
  prevHash: '',
  hash: '',
});
const act = (seq: number, ms: number) => event(seq, ms, 'presence.checked_in', { mode: 'scan' });
const opened = (seq: number, ms: number, cause: number) =>
  event(seq, ms, 'door.opened', { causeId: `event-${cause}`, doorId: 'door-1' });
const unknown = (seq: number, ms: number, cause: number) =>
  event(seq, ms, 'device.fault', { causeId: `event-${cause}`, code: 'door_effect_unknown' });
const on = (atMs: number): Move => ({ atMs, relay: 1, on: true });
const off = (atMs: number): Move => ({ atMs, relay: 1, on: false });
const killedAt = (...times: number[]): Life[] =>
  times.map((endedAtMs, index) => ({ spawnedAtMs: times[index - 1] ?? 0, endedAtMs, end: 'group' }));

describe('a pulse without an act of its own is found', () => {
  test.each([
    ['no act at all', [], [on(1000)], 1],
    ['the act comes after it', [act(1, 1010)], [on(1000)], 1],
    ['the act is too old', [act(1, 1000)], [on(4000)], 1],
    ['a second pulse for one act', [act(1, 1000)], [on(1010), off(1310), on(1500)], 1],
    ['a start repeats what the one before it began', [act(1, 4900)], [on(6000)], 1],
    ['it comes when its act is answered for', [act(1, 1000), opened(2, 1100, 1)], [on(1200)], 1],
    ['an act each', [act(1, 1000), act(2, 1400)], [on(1010), off(1310), on(1410)], 0],
    ['an act that joined the pulse of another', [act(1, 1000), act(2, 1100)], [on(1010), off(1400)], 0],
    ['the kill came while the order was on the line', [act(1, 4990)], [on(5010)], 0],
  ])('%s', (_what, events, moves, found) => {
    expect(pulsesWithoutAct(events, moves, killedAt(5000, 9000))).toHaveLength(found);
  });
});

describe('a door on record as opened that did not open is found', () => {
  test.each([
    ['no move', [act(1, 1000), opened(2, 1100, 1)], [], 1],
    ['a pulse that was over', [act(1, 1000), opened(2, 1100, 1)], [on(100), off(400)], 1],
    ['for nothing', [opened(2, 1100, 1)], [on(1050)], 1],
    ['by its own pulse', [act(1, 1000), opened(2, 1100, 1)], [on(1010), off(1300)], 0],
    ['by joining another', [act(1, 1000), opened(2, 1100, 1)], [on(900), off(1300)], 0],
  ])('%s', (_what, events, moves, found) => {
    expect(openedWithoutPulse(events, moves)).toHaveLength(found);
  });
});

test.each([
  ['dropped in silence', [act(1, 1000)], 1],
  ['told twice', [act(1, 1000), opened(2, 1100, 1), unknown(3, 2000, 1)], 1],
  ['opened', [act(1, 1000), opened(2, 1100, 1)], 0],
  ['not known, and told so', [act(1, 1000), unknown(3, 2000, 1)], 0],
])('an act whose effect is %s', (_what, events, found) => {
  expect(actsWithoutOneEffect(events)).toHaveLength(found);
});

test('a relay that was left on is found when a door opens before it rests', () => {
  const events = [act(1, 4900), act(2, 7000), opened(3, 7100, 2)];
  expect(openedBeforeRest(events, [on(4910), off(7300)], killedAt(5000))).toHaveLength(1);
  expect(openedBeforeRest(events, [on(4910), off(6000), on(7010), off(7300)], killedAt(5000))).toEqual([]);
});

test('a relay counts as left on from the kill to its rest, or for ever', () => {
  expect(leftOn([on(4910), off(6000)], killedAt(5000)).map(({ forMs }) => forMs)).toEqual([1000]);
  expect(leftOn([on(4910)], killedAt(5000)).map(({ forMs }) => forMs)).toEqual([Infinity]);
  expect(leftOn([on(4000), off(4300)], killedAt(5000))).toEqual([]);
  expect([stillOn([on(4910)]), stillOn([on(4910), off(6000)])]).toEqual([[1], []]);
});
