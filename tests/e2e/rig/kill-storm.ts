import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { z } from 'zod';
import { writeMjpeg } from '../../../scripts/camera/mjpeg.ts';
import { findElectron } from '../../../scripts/runtime/find-electron.ts';
import type { RunningCentral } from './central.ts';
import type { SimulatedDoor } from './door.ts';
import { badgeHeldUp, nobody } from './gate.ts';
import { journalEvents } from './journal.ts';
import { startMortalGate, type KillKind, type MortalGate } from './kill-app.ts';
import type { Life } from './kill-checks.ts';
import { runBusyScanner, type BusyScanner } from './kill-scanner.ts';

export interface StormParts {
  readonly folder: string;
  readonly central: RunningCentral;
  readonly door: SimulatedDoor;
  readonly driver: 'lcus' | 'modbus-rtu';
  readonly kills: number;
  /** The same seed makes the same plan of kills; what they hit still depends on the machine. */
  readonly seed: number;
  readonly pulseMs: number;
  /** Every so many rounds both windows are open and badges come by camera as well. 0: never. */
  readonly windowsEvery: number;
  /** Central is cut off from the first kill on. */
  readonly cut: boolean;
}

export interface Storm {
  readonly home: string;
  readonly lives: readonly Life[];
  /** Events that could be read right after some kill: by their id, the hash they had. */
  readonly seen: ReadonlyMap<string, string>;
  /** The last start, alive and at rest. */
  readonly gate: MortalGate;
  readonly scanner: BusyScanner;
}

/** When a kill comes, in ms: in the middle of a start; as the relay pulls, before anybody has answered; some acts later. */
const MOMENTS = [
  { share: 0.2, from: 'start', least: 20, most: 1500 },
  { share: 0.3, from: 'pulse', least: 0, most: 40 },
  { share: 0.5, from: 'pulse', least: 50, most: 1500 },
] as const;
const UP_WITHIN_MS = 60_000;
const LOOK_EVERY_MS = 5;

/** Kills the program again and again while badges are scanned, and leaves it running at the end. */
export async function killAgainAndAgain(parts: StormParts): Promise<Storm> {
  const { folder, central, door, driver, kills, seed, pulseMs, windowsEvery, cut } = parts;
  const random = seeded(seed);
  const home = path.join(folder, 'gate');
  const { executable } = await findElectron();
  const texts = await goodBadges(central);
  const scanner = await runBusyScanner(folder, texts, seeded(seed + 1));
  const film = path.join(folder, 'camera.mjpeg');
  if (windowsEvery > 0) {
    // One round of the film is longer than a code is taken for the one just seen: what a kill swallowed comes again.
    const shots = texts.slice(0, 8).map((text) => badgeHeldUp(text, 600));
    writeMjpeg(
      film,
      shots.flatMap((shot) => [shot, nobody(300)]),
    );
  }
  const settings = {
    scanners: [{ id: 'serial-1', kind: 'serial', path: scanner.path, laneId: 'lane-1' }],
    doors: [{ id: 'door-1', name: 'Main door', driver, path: door.path, channel: 1, pulseMs }],
  };
  const start = (shown: boolean): MortalGate =>
    startMortalGate({ executable, home, settings, central, ...(shown ? { film } : {}) });
  /** The first thing that a start does to the outside: from now on a kill falls among acts. */
  const firstPulse = (gate: MortalGate): Promise<void> => {
    const hasGrown = growing(path.join(folder, 'door.ndjson'));
    const pulsed = (): boolean => door.moves().some(({ on, atMs }) => on && atMs > gate.spawnedAtMs);
    return until(gate, () => hasGrown() && pulsed(), 'a pulse');
  };
  const lives: Life[] = [];
  const seen = new Map<string, string>();

  let gate = start(false);
  await firstPulse(gate);
  if (cut) central.cut();
  for (let round = 1; round <= kills; round += 1) {
    const kind: KillKind = random() < 0.2 ? 'main' : 'group';
    const moment = momentAt(random());
    const delayMs = moment.least + random() * (moment.most - moment.least);
    const shown = windowsEvery > 0 && round % windowsEvery === 0;
    if (round > 1) gate = start(shown);
    if (moment.from === 'pulse' || round === 1 || shown) await firstPulse(gate);
    if (shown) await firstByCamera(gate, home);
    await after(delayMs);
    if (!gate.isRunning()) throw new Error(`round ${round}: the program ended by itself`);
    await gate.kill(kind);
    lives.push({ spawnedAtMs: gate.spawnedAtMs, endedAtMs: Date.now(), end: kind });
    for (const { id, hash } of journalEvents(home)) if (!seen.has(id)) seen.set(id, hash);
  }
  gate = start(false);
  await firstPulse(gate);
  scanner.rest();
  return { home, lives, seen, gate, scanner };
}

const firstByCamera = (gate: MortalGate, home: string): Promise<void> =>
  until(
    gate,
    () =>
      journalEvents(home).some(
        ({ occurredAt, data }) => data['source'] === 'camera' && Date.parse(occurredAt) > gate.spawnedAtMs,
      ),
    'a badge by camera',
    100,
  );

async function until(gate: MortalGate, holds: () => boolean, what: string, everyMs = LOOK_EVERY_MS): Promise<void> {
  const giveUpMs = Date.now() + UP_WITHIN_MS;
  while (!holds()) {
    if (!gate.isRunning()) throw new Error(`the program ended before ${what}`);
    if (Date.now() > giveUpMs) throw new Error(`no sign of ${what} within ${UP_WITHIN_MS} ms`);
    await after(everyMs);
  }
}

/** Tells whether a file is longer than when it was last asked. */
function growing(file: string): () => boolean {
  let known = 0;
  return () => {
    const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    const grew = size > known;
    known = size;
    return grew;
  };
}

async function goodBadges(central: RunningCentral): Promise<string[]> {
  const answer = await fetch(new URL('/demo/badges.json', central.url));
  const badges = z.array(z.object({ text: z.string(), expected: z.string() })).parse(await answer.json());
  return badges.filter(({ expected }) => expected === 'welcome').map(({ text }) => text);
}

const momentAt = (drawn: number): (typeof MOMENTS)[number] => {
  const [start, pulling, later] = MOMENTS;
  if (drawn < start.share) return start;
  return drawn < start.share + pulling.share ? pulling : later;
};

/** Numbers from 0 to below 1, the same for the same seed. */
function seeded(seed: number): () => number {
  let drawn = 0;
  return () => {
    drawn += 1;
    return createHash('sha256').update(`${seed} ${drawn}`).digest().readUInt32BE() / 2 ** 32;
  };
}
