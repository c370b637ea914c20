import { expect, test } from 'vitest';
import { ok } from '../../core/result.ts';
import { createLine } from '../../main/line.ts';
import { createElsewhere } from '../../main/muster/elsewhere.ts';
import { createEmergency } from '../../main/muster/emergency.ts';
import type { Settings } from '../../main/settings.ts';
import { checkoutDesk } from './checkout/checkout-desk.ts';
import { put } from './site.ts';

const LANES = [
  { id: 'both', direction: 'both', doorId: 'door-1' },
  { id: 'in', direction: 'in', doorId: 'door-1' },
] as const;

/** The real line on a real journal; what the doors are told is a list. */
function line() {
  const site = checkoutDesk();
  const released: string[] = [];
  const state = { isWithdrawn: false, byDoor: undefined as 'fire' | 'locked_down' | undefined };
  const { gate } = createLine(site.ground, {
    readText: (raw) => ok({ kind: 'credential', credential: { kind: 'opaque', code: raw } }),
    show: () => undefined,
    serve: () => undefined,
    nudge: () => undefined,
    settings: () => ({ lanes: LANES }) as unknown as Settings,
    doors: {
      release(_door, _act, way) {
        released.push(way);
        return Promise.resolve(undefined as never);
      },
      entryBlocked: () => state.byDoor,
    },
    setTimer: () => () => undefined,
    changed: () => undefined,
    isWithdrawn: () => state.isWithdrawn,
    isEmergency: createEmergency(site.ground.db, createElsewhere(site.ground)),
  });
  const start = (kind: 'drill' | 'live') =>
    site.journal.append([
      { type: 'muster.started', actor: { kind: 'system' }, data: { kind, insideCount: 0, listed: [] } },
    ]);
  const scan = (laneId: 'both' | 'in') => {
    const outcome = gate.submit({
      source: 'serial',
      scannerId: 'serial-1',
      laneId,
      raw: 'CARD-1',
      atMs: site.clock.nowMs(),
    });
    return outcome?.decision.code;
  };
  return { ...site, state, released, start, scan };
}

test('a badge comes in by the lane for both ways, on an ordinary day and in a drill', () => {
  const { start, scan, released } = line();
  start('drill');
  expect([scan('both'), released]).toEqual(['welcome', ['in']]);
});

test('G8: in a live roll call nobody comes in, and no door moves for them', () => {
  const { start, scan, released } = line();
  start('live');
  expect([scan('in'), released]).toEqual(['roll_call', []]);
});

test('G8: in a live roll call the lane for both ways leads out, for somebody whose coming in nobody saw too', () => {
  const { start, scan, released, outs } = line();
  start('live');
  scan('both');
  expect([released, outs().length]).toEqual([['out'], 1]);
});

test('G2: where there is fire, the lane for both ways leads out', () => {
  const { state, scan, released } = line();
  state.byDoor = 'fire';
  scan('both');
  expect(released).toEqual(['out']);
});

test('G2: a door that is locked down lets nobody in by the lane for both ways', () => {
  const { state, scan, released } = line();
  state.byDoor = 'locked_down';
  expect([scan('both'), released]).toEqual(['locked_down', []]);
});

test('G8: a live roll call at another gate of the place counts here as well', () => {
  const { cache, clock, scan } = line();
  const told = {
    type: 'muster.started',
    gateId: 'gate-9',
    locationId: 'location-1',
    mode: 'live',
    occurredAt: new Date(clock.nowMs()).toISOString(),
  };
  cache.apply([put('activity', 'roll-1', told)], 'c2', true, clock.nowMs());
  expect(scan('in')).toBe('roll_call');
});

test('G12: a gate that central has withdrawn decides nothing', () => {
  const { state, scan } = line();
  state.isWithdrawn = true;
  expect(scan('in')).toBeUndefined();
});
