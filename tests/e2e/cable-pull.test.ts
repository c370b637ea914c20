/**
 * Real cables (pseudo terminals) pulled in the middle of pulses, under the whole program: desk, main, journal, device host.
 * Forty times; GATEHOUSE_CABLE_PULLS=1000 takes six minutes or so. The figures of the run are printed.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DeskStatus } from '../../preload/views.ts';
import { runCentral, type RunningCentral } from './rig/central.ts';
import { ask } from './rig/desk.ts';
import { newFolder, removeFolder, runGate, type RunningGate } from './rig/gate.ts';
import { chainOf, journalEvents, projectionsOf } from './rig/journal.ts';
import { signIn } from './rig/sign-in.ts';
import { layLane, pulledAgainAndAgain, type Lane, type Tally } from './rig/pulled-lane.ts';

const PULLS = Number(process.env['GATEHOUSE_CABLE_PULLS'] ?? 40);
const DRIVERS = [
  'lcus',
  'modbus-rtu',
  'numato',
  'devantech',
  'lcus',
  'modbus-rtu',
  'modbus-ascii',
  'kmtronic-8',
] as const;
const EACH = Math.ceil(PULLS / DRIVERS.length);
const PULSE_MS = 600;
const LOOK_EVERY_MS = 30;

const folder = newFolder();
let central: RunningCentral;
let gate: RunningGate;
let lanes: Lane[] = [];
let tallies: Tally[] = [];
let looking = true;

beforeAll(
  async () => {
    central = await runCentral(folder);
    lanes = await Promise.all(DRIVERS.map((driver, at) => layLane(`door-${at}`, driver)));
    const doors = lanes.map(({ doorId, cable, driver }) => ({
      id: doorId,
      name: doorId,
      driver,
      path: cable.near,
      unit: driver === 'modbus-ascii' ? 254 : 1,
      pulseMs: PULSE_MS,
    }));
    gate = await runGate({ folder, central, settings: { doors, camera: { enabled: false } } });
    const desk = await gate.desk();
    await desk.getByText('Riverside').first().waitFor();
    await signIn(desk, 'desk');

    const states = new Map<string, string>();
    const look = async (): Promise<void> => {
      while (looking) {
        for (const { id, state } of (await ask<DeskStatus>(desk, 'getStatus')).doors) states.set(id, state);
        await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
      }
    };
    const looks = look();
    const open = (doorId: string) => ask(desk, 'openDoorOnce', { doorId, reason: 'Cable test' });
    tallies = await Promise.all(
      lanes.map((lane) => pulledAgainAndAgain({ lane, pulls: EACH, pulseMs: PULSE_MS, open, states })),
    );
    looking = false;
    await looks;
    const worst = (figures: readonly number[]): number => Math.round(Math.max(...figures));
    console.log(
      `${EACH * lanes.length} pulls through the whole program: ready again within` +
        ` ${worst(tallies.map(({ recoveryMs }) => recoveryMs))} ms, last relay off` +
        ` ${worst(lanes.map(({ board }) => board.longestAfterReturnMs))} ms after its cable was back`,
    );
  },
  60_000 + PULLS * 2000,
);
afterAll(async () => {
  looking = false;
  await gate?.close();
  for (const lane of lanes) await lane.stop();
  await central?.stop();
  removeFolder(folder);
});

/** Faults of a door's line; those that name a release as their cause are about that release. */
const codesOf = (doorId: string) =>
  journalEvents(gate.home)
    .filter(({ type, data }) => type === 'device.fault' && data['part'] === doorId && data['causeId'] === undefined)
    .map(({ data }) => data['code']);

test('no release is made a second time', () => {
  expect(tallies.map(({ secondPulses }) => secondPulses)).toEqual(lanes.map(() => 0));
});

test('no relay that a pull has caught is on a second after its cable is back', () => {
  for (const { board } of lanes) expect(board.longestAfterReturnMs).toBeLessThan(1000);
  expect(lanes.flatMap(({ relays }) => relays()).filter(Boolean)).toEqual([]);
});

test('every door is ready within three seconds of its cable being back', () => {
  for (const { recoveryMs } of tallies) expect(recoveryMs).toBeLessThan(3000);
});

test('G4: each pull is a fault on record, and its end is too', () => {
  const codes = lanes.map(({ doorId }) => codesOf(doorId));
  expect(codes.map((ofOne) => ofOne.filter((code) => code === 'port_lost').length)).toEqual(lanes.map(() => EACH));
  // Then, where the gate happens to look at that moment: a port that is not there, a board that does not listen yet.
  const later = codes.flat().filter((code) => code !== 'port_lost');
  expect(later.filter((code) => code !== 'port_missing' && code !== 'board_silent')).toEqual([]);
  const over = journalEvents(gate.home).filter(({ type }) => type === 'device.recovered');
  expect(lanes.map(({ doorId }) => over.filter(({ data }) => data['part'] === doorId).length)).toEqual(
    codes.map(({ length }) => length),
  );
});

test('every release stands in the journal before it, with what came of it', () => {
  const events = journalEvents(gate.home);
  const given = events.filter(({ type }) => type === 'override.given').map(({ id }) => id);
  expect(given).toHaveLength(EACH * lanes.length);
  const told = events.flatMap(({ type, data }) =>
    type === 'door.opened' || type === 'device.fault' ? [data['causeId']] : [],
  );
  expect(told.filter((id) => id !== undefined)).toHaveLength(given.length);
  expect(new Set(told.filter((id) => id !== undefined))).toEqual(new Set(given));
});

test('the chain holds and the projections are what the events say', () => {
  expect(chainOf(gate.home).faults).toEqual([]);
  expect(projectionsOf(gate.home)).toEqual([]);
});
