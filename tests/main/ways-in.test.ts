import { describe, expect, test } from 'vitest';
import { actHandlers } from '../../main/acts/handlers.ts';
import type { NamedLane } from '../../main/acts/act-ground.ts';
import { openSettings } from '../../main/settings.ts';
import { desk } from './acts-desk.ts';
import { newHome, START_MS } from './fixtures.ts';

const anna = { workerId: 'anna' };
const TWO_WAYS: readonly NamedLane[] = [
  { id: 'lane-1', name: 'Turnstile', direction: 'both', doorId: 'door-1' },
  { id: 'lane-2', name: 'Way out', direction: 'out', doorId: 'door-2' },
  { id: 'lane-3', name: 'Vehicle gate', direction: 'in', doorId: 'door-3' },
];

/** Anna came in with her badge and left again; the location lets taps be enough. */
function outside(lanes: readonly NamedLane[]) {
  const all = desk({ laterGrants: 'tap' }, [], { lanes });
  all.scan();
  all.wait(60_000);
  all.scan();
  all.wait(60_000);
  all.released.length = 0;
  const settings = openSettings(newHome(), START_MS);
  return { ...all, settings, calls: actHandlers(() => all.acts, settings) };
}

describe('D3: a tap where the gate has several ways in', () => {
  test('offers each way in by its name, and the ways out are none', () => {
    const { calls } = outside(TWO_WAYS);
    expect(calls.getPersonActs(anna)).toMatchObject({
      next: 'grant',
      ways: [
        { laneId: 'lane-1', name: 'Turnstile', allowed: true },
        { laneId: 'lane-3', name: 'Vehicle gate', allowed: true },
      ],
    });
  });

  test('opens the way that was chosen, and offers it first the next time', () => {
    const { calls, released, settings } = outside(TWO_WAYS);
    expect(calls.grantAccess({ ...anna, laneId: 'lane-3' })).toMatchObject({ result: 'done' });
    expect(released).toEqual(['door-3 for presence.checked_in']);
    expect(settings.saved().desk.lastWayIn).toBe('lane-3');
    void calls.checkOut({ ...anna, seen: true });
    const known = calls.getPersonActs(anna);
    expect(known && 'ways' in known && known.ways?.map(({ laneId }) => laneId)).toEqual(['lane-3', 'lane-1']);
  });

  test('asks nothing where there is one way in', () => {
    const { calls } = outside(TWO_WAYS.slice(0, 2));
    expect(calls.getPersonActs(anna)).not.toHaveProperty('ways');
  });
});
