import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createSetup } from '../../main/device-setup/device-setup.ts';
import { createTryScanners, TRIAL_MS } from '../../main/device-setup/try-scanners.ts';
import { createTrySetup } from '../../main/device-setup/try-setup.ts';
import { openSettings } from '../../main/settings.ts';
import { doorSchema } from '../../native/messages.ts';
import type { DeviceSetup, DoorTest } from '../../preload/device-views.ts';
import { fail } from '../../core/result.ts';
import { newHome, START_MS } from './fixtures.ts';
import { virtualTime } from './virtual-time.ts';

const DRAFT: DeviceSetup = {
  lanes: [{ id: 'lane-1', name: 'Gate', direction: 'both', doorId: 'door-9' }],
  doors: [doorSchema.parse({ id: 'door-9', name: 'New door', driver: 'lcus', path: '/dev/ttyUSB9', pulseMs: 1000 })],
  scanners: [],
  wedge: { enabled: true, laneId: 'lane-1' },
  camera: { enabled: true, laneId: 'lane-1' },
};

/** The door comes up after `upAfterMs`, or goes down with a code. */
function desk({ upAfterMs = 300, down = false } = {}) {
  const time = virtualTime();
  const home = newHome();
  const settings = openSettings(home, START_MS);
  settings.set('volume', 0.5);
  const trace: string[] = [];
  let openedAtMs: number | undefined;
  const doorIds = (): string =>
    settings
      .get()
      .doors.map(({ id }) => id)
      .join() || 'none';
  const setup = createSetup({
    home,
    settings,
    record: () => undefined,
    apply() {
      openedAtMs = time.nowMs();
      trace.push(`in use: ${doorIds()} @${time.nowMs()}`);
    },
  });
  const trial = createTryScanners({
    readText: () => fail('unreadable'),
    tell: () => undefined,
    setTimer: time.setTimer,
  });
  const test = (doorId: string): Promise<DoorTest> => {
    trace.push(`pulse ${doorId} @${time.nowMs()}`);
    return Promise.resolve({ ok: true, confirmation: 'verified' });
  };
  const stateOf = () => {
    if (openedAtMs === undefined || time.nowMs() < openedAtMs + upAfterMs) return { state: 'starting' as const };
    return down ? { state: 'down' as const, code: 'board_silent' as const } : { state: 'up' as const };
  };
  const trySetup = createTrySetup({ setup, trial, stateOf, test, setTimer: time.setTimer });
  const onDisk = () => JSON.parse(readFileSync(path.join(home, 'settings.json'), 'utf8')) as { doors?: unknown };
  return { time, trace, trySetup, settings, onDisk };
}

describe('trying a door that is not saved', () => {
  test('uses the draft until the relay has fallen in again, then the saved setup, and writes no file', async () => {
    const { time, trace, trySetup, onDisk } = desk();
    const result = trySetup.door('door-9', DRAFT);
    await time.pass(10_000);
    expect(await result).toEqual({ ok: true, confirmation: 'verified' });
    expect(trace).toEqual(['in use: door-9 @0', 'pulse door-9 @300', 'in use: none @1800']);
    expect(onDisk().doors).toBeUndefined();
  });

  test('a board that stays silent is said, and moves nothing', async () => {
    const { time, trace, trySetup } = desk({ down: true });
    const result = trySetup.door('door-9', DRAFT);
    await time.pass(20_000);
    expect(await result).toMatchObject({ ok: false, code: 'board_silent' });
    expect(trace.filter((line) => line.startsWith('pulse'))).toEqual([]);
  });

  test('a draft that could not be saved is not tried', async () => {
    const { trace, trySetup } = desk();
    const lanes = [{ ...DRAFT.lanes[0]!, doorId: 'door-0' }];
    expect(await trySetup.door('door-9', { ...DRAFT, lanes })).toMatchObject({ ok: false, code: 'door_not_set_up' });
    expect(trace).toEqual([]);
  });

  test('a saved door is simply tried', async () => {
    const { trace, trySetup } = desk();
    await trySetup.door('door-1');
    expect(trace).toEqual(['pulse door-1 @0']);
  });
});

describe('trying scanners that are not saved', () => {
  test.each([
    ['switched off', 1000, true],
    ['left on for two minutes', TRIAL_MS, false],
  ])('ends with the saved setup when %s', async (_what, ms, switchedOff) => {
    const { time, trace, trySetup } = desk();
    trySetup.scanners(true, DRAFT);
    await time.pass(ms);
    if (switchedOff) trySetup.scanners(false);
    expect(trace).toEqual(['in use: door-9 @0', `in use: none @${ms}`]);
  });

  test('a door that is tried meanwhile goes back to their draft', async () => {
    const { time, trace, trySetup } = desk();
    trySetup.scanners(true, DRAFT);
    const result = trySetup.door('door-9', DRAFT);
    await time.pass(5000);
    await result;
    expect(trace.at(-1)).toBe('in use: door-9 @1800');
  });
});
