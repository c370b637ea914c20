import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { EventEnvelope } from '../../core/event/event.ts';
import { runCentral, type RunningCentral } from './rig/central.ts';
import { simulateDoor, type RelayMove, type SimulatedDoor } from './rig/door.ts';
import { newFolder, removeFolder } from './rig/gate.ts';
import { chainOf, journalEvents, projectionsOf } from './rig/journal.ts';
import { processesIn } from './rig/kill-app.ts';
import {
  actsWithoutOneEffect,
  isAct,
  leftOn,
  openedBeforeRest,
  openedWithoutPulse,
  pulsesWithoutAct,
  stillOn,
} from './rig/kill-checks.ts';
import { killAgainAndAgain, type Storm } from './rig/kill-storm.ts';

/** How often the program is killed: GATEHOUSE_KILLS=2000 for a night. */
const KILLS = Number(process.env['GATEHOUSE_KILLS'] ?? 200);
const SEED = Number(process.env['GATEHOUSE_KILL_SEED'] ?? 1);
const SECONDS_PER_KILL = 8;
const PULSE_MS = 300;
const SOON = { timeout: 30_000, interval: 100 };

const STORMS = [
  {
    name: 'with central in reach',
    kills: KILLS,
    driver: 'lcus',
    windowsEvery: 25,
    cut: false,
    /** The host ends the pulse: after a kill only the next start can, and it may be cut short itself. */
    leftOnAtMostMs: 20_000,
    /** Its answer takes 100 ms: so many of the kills at least must fall between a pulse and its record. */
    unknownShare: 1 / 20,
  },
  {
    name: 'with central cut off until the end, on a board that times its pulses',
    kills: Math.min(KILLS, Math.max(20, KILLS / 10)),
    driver: 'modbus-rtu',
    windowsEvery: 0,
    cut: true,
    leftOnAtMostMs: PULSE_MS + 1000,
    /** It answers at once. */
    unknownShare: 0,
  },
] as const;

describe.each(STORMS)('killed $kills times while badges are scanned, $name', (parts) => {
  const { kills, driver, cut, leftOnAtMostMs, unknownShare } = parts;
  const folder = newFolder();
  let central: RunningCentral;
  let door: SimulatedDoor;
  let storm: Storm;
  let events: readonly EventEnvelope[];
  let moves: readonly RelayMove[];

  beforeAll(
    async () => {
      const beganMs = Date.now();
      central = await runCentral(folder);
      door = await simulateDoor(folder, driver);
      storm = await killAgainAndAgain({ ...parts, folder, central, door, seed: SEED, pulseMs: PULSE_MS });
      if (cut) await central.heal();
      await atRest();
      events = journalEvents(storm.home);
      moves = door.moves();
      console.log(summary(storm, events, moves, Date.now() - beganMs));
    },
    (60 + (kills + 1) * SECONDS_PER_KILL) * 1000,
  );
  afterAll(async () => {
    if (storm?.gate.isRunning()) await storm.gate.quit();
    await storm?.scanner.stop();
    await door?.stop();
    await central?.stop();
    removeFolder(folder);
  });

  /** Scans have stopped: what is under way comes to its end. What doesn't is for the tests to name. */
  const atRest = (): Promise<void> =>
    vi
      .waitFor(() => {
        expect(actsWithoutOneEffect(journalEvents(storm.home))).toEqual([]);
        expect(stillOn(door.moves())).toEqual([]);
      }, SOON)
      .catch(() => undefined);

  test('the kills hit a gate at work: acts, pulses, and doors of which nobody knows', () => {
    expect(events.filter(isAct).length).toBeGreaterThan(kills);
    expect(moves.filter(({ on }) => on).length).toBeGreaterThan(kills / 2);
    expect(unknownEffects(events)).toBeGreaterThanOrEqual(Math.floor(kills * unknownShare));
  });

  test('nothing that was on disk after a kill is lost or changed', () => {
    const kept = new Map(events.map(({ id, hash }) => [id, hash]));
    expect([...storm.seen].filter(([id, hash]) => kept.get(id) !== hash)).toEqual([]);
  });

  test('the chain is whole, without a gap, and the projections are what the events say', () => {
    expect(chainOf(storm.home).faults).toEqual([]);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_event, index) => index + 1));
    expect(projectionsOf(storm.home)).toEqual([]);
  });

  test('every pulse belongs to one act that was on disk before it', () => {
    expect(pulsesWithoutAct(events, moves, storm.lives)).toEqual([]);
  });

  test('every act has its effect on the door on record, once, if only that it is not known', () => {
    expect(actsWithoutOneEffect(events)).toEqual([]);
    expect(openedWithoutPulse(events, moves)).toEqual([]);
  });

  test('a relay that a kill left on is brought to rest before the door opens again', () => {
    expect(openedBeforeRest(events, moves, storm.lives)).toEqual([]);
    expect(stillOn(moves)).toEqual([]);
  });

  test('no kill leaves a relay on for longer than the board, or a new start, lets it', () => {
    expect(leftOn(moves, storm.lives).filter(({ forMs }) => forMs > leftOnAtMostMs)).toEqual([]);
  });

  test('central has every event once, in order, and refused none', async () => {
    const ids = events.map(({ id }) => id);
    await expect.poll(async () => (await central.events(storm.home)).map(({ id }) => id), SOON).toEqual(ids);
    expect((await central.events(storm.home)).filter(({ status }) => status === 'rejected')).toEqual([]);
  });

  test('asked to quit, it leaves every relay at rest and no process behind', async () => {
    await storm.gate.quit();
    await expect.poll(() => processesIn(storm.home), SOON).toEqual([]);
    expect(stillOn(door.moves())).toEqual([]);
    expect(journalEvents(storm.home).at(-1)?.type).toBe('device.stopped');
  });
});

const unknownEffects = (events: readonly EventEnvelope[]): number =>
  events.filter(({ data }) => data['code'] === 'door_effect_unknown').length;

function summary({ lives, scanner }: Storm, events: readonly EventEnvelope[], moves: readonly RelayMove[], ms: number) {
  const cutShort = leftOn(moves, lives).map(({ forMs }) => forMs);
  return [
    `${lives.length} kills`,
    `${scanner.scans()} scans`,
    `${events.filter(isAct).length} acts`,
    `${moves.filter(({ on }) => on).length} pulses`,
    `${unknownEffects(events)} unknown effects`,
    `${cutShort.length} relays left on by a kill, at most ${Math.max(0, ...cutShort)} ms`,
    `${Math.round(ms / 1000)} s`,
  ].join(', ');
}
