import { expect, test } from 'vitest';
import { v7 } from 'uuid';
import { createEnrolmentCode } from '../../../central/devices/enrolment.ts';
import { openStore } from '../../../main/journal/recover.ts';
import { verifyChain } from '../../../main/journal/verify.ts';
import { parseSettings } from '../../../main/settings.ts';
import { createStation } from '../../../main/station.ts';
import { call, eventsAt, startCentral } from '../../central/running-central.ts';
import { newHome, sha256 } from '../fixtures.ts';
import { cardOf, GATE, LANES, PEOPLE, publishRushSite, workerOf } from './rush-site.ts';
import { rushTime } from './rush-time.ts';

const SIX_MS = Date.parse('2026-03-10T06:00:00.000Z');
const MINUTE_MS = 60_000;
const START_MS = SIX_MS - 15 * MINUTE_MS;
const CUT_FROM_MS = SIX_MS + 5 * MINUTE_MS;
const CUT_TO_MS = CUT_FROM_MS + 60 * MINUTE_MS;
const END_MS = START_MS + 120 * MINUTE_MS;
/** A lane takes a badge every two seconds and no faster. */
const LANE_MS = 2000;

interface Arrival {
  readonly atMs: number;
  readonly laneId: string;
  readonly raw: string;
  /** Undefined: a code that nobody has. */
  readonly worker?: number;
}

/** Everybody comes between 5:45 and 6:30, most at six; every sixth goes out again within the hour; some show a code that nobody knows. */
function arrivals(): Arrival[] {
  const random = seeded(11);
  const wanted: Omit<Arrival, 'laneId'>[] = [];
  for (let worker = 0; worker < PEOPLE; worker += 1) {
    const atMs = SIX_MS + Math.round((random() + random() - 1) * 15 * MINUTE_MS) + 7 * MINUTE_MS;
    wanted.push({ atMs, raw: cardOf(worker), worker });
    if (worker % 6 === 0) wanted.push({ atMs: atMs + (20 + worker / 6) * MINUTE_MS, raw: cardOf(worker), worker });
    if (worker % 20 === 0) wanted.push({ atMs: atMs + 700, raw: `STRANGER-${worker}` });
  }
  const freeAtMs = new Map<string, number>();
  return wanted
    .toSorted((a, b) => a.atMs - b.atMs)
    .map((each, index) => {
      const laneId = LANES[index % LANES.length]!;
      const atMs = Math.max(each.atMs, freeAtMs.get(laneId) ?? 0);
      freeAtMs.set(laneId, atMs + LANE_MS);
      return { ...each, laneId, atMs };
    })
    .toSorted((a, b) => a.atMs - b.atMs);
}

test(
  'a rush of 240 people over two hours and four lanes, an hour of it without a network, loses nothing',
  { timeout: 120_000 },
  async () => {
    const running = await startCentral({ demo: false, nowMs: START_MS });
    await publishRushSite(running, SIX_MS);
    const enrolmentCode = await createEnrolmentCode(running.central, GATE);
    const enrolment = { enrolmentCode, name: 'Gate PC', platform: 'linux', appVersion: '1' };
    const { body } = await call<{ deviceId: string; deviceToken: string; gateId: string; locationId: string }>(
      running,
      '/v1/devices/enrol',
      { json: enrolment },
    );
    const time = rushTime(START_MS);
    const home = newHome();
    const opened = openStore(home, START_MS);
    if (!opened.ok) throw new Error(opened.fault.detail);
    const { db } = opened.value;
    const doors = LANES.map((lane, index) => ({ id: `door-${index}`, name: lane, driver: 'lcus', channel: index + 1 }));
    const lanes = LANES.map((id, index) => ({ id, name: id, direction: 'both', doorId: `door-${index}` }));
    const { settings } = parseSettings({ lanes, doors: doors.map((door) => ({ ...door, path: '/dev/none' })) });
    const released: { readonly id: string }[] = [];
    const station = createStation({
      home,
      db,
      keepIdentity: () => undefined,
      identity: { ...body, centralUrl: running.url },
      clock: time.clock,
      settings: () => settings,
      log: { info: () => undefined, error: () => undefined, debug: () => undefined },
      doors: {
        release(_doorId, act) {
          released.push(act);
          return Promise.resolve({ ok: true, confirmation: 'verified' });
        },
        entryBlocked: () => undefined,
        restore: () => undefined,
      },
      fetch: time.viaNetwork,
      random: seeded(5),
      newId: v7,
      freeBallast: () => false,
      actor: () => ({ kind: 'user' }),
      setTimer: time.setTimer,
      show: () => undefined,
      serve: () => undefined,
      raise: () => undefined,
      clear: () => undefined,
      changed: () => undefined,
    });
    for (let waited = 0; station.counts().scheduled < PEOPLE && waited < 60; waited += 1) await time.pass(1000);
    expect(station.counts().scheduled).toBe(PEOPLE);

    const todo = arrivals();
    const decidedMs: number[] = [];
    const states = new Set<string>();
    while (time.clock.nowMs() < END_MS) {
      const nowMs = time.clock.nowMs();
      running.clock.nowMs = nowMs;
      time.cut(nowMs >= CUT_FROM_MS && nowMs < CUT_TO_MS);
      while (todo[0] && todo[0].atMs <= nowMs) {
        const { laneId, raw, atMs } = todo.shift()!;
        const reading = { source: 'serial' as const, scannerId: laneId, laneId, raw, atMs };
        const begunMs = performance.now();
        station.submit(reading);
        decidedMs.push(performance.now() - begunMs);
        // The scanner reads what is still in front of it once more.
        station.submit({ ...reading, atMs: atMs + 600 });
      }
      states.add(station.connection().state);
      await time.pass(1000);
    }

    const written = opened.value.db.prepare<[], number>('select count(*) from event').pluck().get() ?? 0;
    const acts = arrivals();
    const sorted = decidedMs.toSorted((a, b) => a - b);
    console.log(
      `${acts.length} badges, ${written} events, decided in ${sorted[Math.floor(sorted.length / 2)]!.toFixed(2)} ms (median), ` +
        `${sorted.at(-1)!.toFixed(1)} ms (longest)`,
    );
    const known = acts.filter(({ worker }) => worker !== undefined);
    const strangers = acts.length - known.length;
    const taken = await eventsAt(running, body.deviceId);
    const ofType = (...types: string[]) => taken.filter(({ type }) => types.includes(type));

    expect(todo, 'everybody was seen').toEqual([]);
    expect([...states], 'the hour without a network was noticed, and its end').toEqual(
      expect.arrayContaining(['online', 'offline']),
    );
    expect(station.connection()).toMatchObject({ state: 'online', waiting: 0, setAside: 0 });
    expect(ofType('presence.checked_in', 'presence.checked_out').map(({ data }) => data['workerId'])).toEqual(
      known.map(({ worker }) => workerOf(worker!)),
    );
    expect(ofType('access.refused'), 'each stranger once').toHaveLength(strangers);
    expect(
      released.map(({ id }) => id),
      'a door for each act, and no second',
    ).toEqual(ofType('presence.checked_in', 'presence.checked_out').map(({ id }) => id));
    expect(taken.map(({ seq }) => seq)).toEqual(Array.from({ length: written }, (_, index) => index + 1));
    expect(station.counts().inside).toBe(PEOPLE - known.length + PEOPLE);
    expect(verifyChain(db, sha256).faults).toEqual([]);
    station.stop();
    db.close();
  },
);

/** The same numbers in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
