import { expect, test } from 'vitest';
import type { Fact } from '../../../core/event/event.ts';
import { enrolled, startCentral } from '../../central/running-central.ts';
import { checkIn, checkOut, newHome, refusal } from '../fixtures.ts';
import { FAULTS, startFaultyProxy } from './faulty-proxy.ts';
import { startSyncingGate } from './syncing-gate.ts';

/** In CI a short run; the long one: npm run faults */
const EVENTS = Number(process.env['GATEHOUSE_FAULT_EVENTS'] ?? 500);
const PER_TURN = 2;
const TURN_MS = 20;
/** The gate's own time, so that pauses of up to a minute fit into a test; faults are counted by the wall's. */
const SPEED = 20;
const DRAINED_WITHIN_MS = 60_000;

test(
  `${EVENTS} events through a misbehaving proxy: none lost, none doubled, drained within 60 s of healing`,
  { timeout: 600_000 },
  async () => {
    const running = await startCentral();
    const device = await enrolled(running);
    const proxy = await startFaultyProxy({
      target: running.url,
      random: seeded(7),
      share: 0.8,
      cutStreamsEveryMs: 400,
    });
    const { deviceId, gateId, locationId, token } = device;
    const identity = { deviceId, gateId, locationId };
    const gate = startSyncingGate({
      home: newHome(),
      identity,
      token,
      centralUrl: proxy.url,
      speed: SPEED,
      random: Math.random,
    });

    const begunMs = performance.now();
    for (let written = 0; written < EVENTS; written += PER_TURN) {
      expect(gate.journal.append([factOf(written), factOf(written + 1)]).ok).toBe(true);
      gate.loop.nudge();
      await pause(TURN_MS);
    }
    const faults = [...proxy.played.values()].reduce((sum, count) => sum + count, 0);
    const perSecond = faults / ((performance.now() - begunMs) / 1000);
    const waiting = gate.report()?.waiting ?? 0;
    proxy.heal();
    const healedMs = gate.monotonicMs();
    while ((gate.report()?.waiting ?? 1) > 0 && gate.monotonicMs() - healedMs < 10 * DRAINED_WITHIN_MS) await pause(5);
    const drainedInMs = gate.monotonicMs() - healedMs;
    console.log(
      `${EVENTS} events, ${faults} faults of ${proxy.played.size} kinds in ${proxy.requests()} requests (${perSecond.toFixed(1)} a second), ` +
        `${waiting} waiting at healing, drained ${(drainedInMs / 1000).toFixed(1)} s after`,
    );

    const written = gate.journal.read(0, EVENTS + 10).map(({ id }) => id);
    const taken = await allAt(running, deviceId);
    gate.stop();
    await proxy.stop();
    expect(written).toHaveLength(EVENTS);
    expect(taken.map(({ id }) => id)).toEqual(written);
    expect(await running.central.store.read((rows) => rows.events.quarantine(deviceId))).toEqual([]);
    expect(perSecond).toBeGreaterThan(5);
    expect(proxy.played.size).toBeGreaterThan(FAULTS.length / 2);
    expect(drainedInMs).toBeLessThan(DRAINED_WITHIN_MS);
    expect(
      gate.serverTimes.every((ms) => ms === running.clock.nowMs),
      'a wrong Date is no time of central',
    ).toBe(true);
  },
);

/** People come and go in turn, and some are refused. */
function factOf(index: number): Fact {
  if (index % 5 === 4) return refusal();
  const worker = `person-${index % 7}`;
  return Math.floor(index / 7) % 2 === 0 ? checkIn(worker) : checkOut(worker);
}

async function allAt(running: Awaited<ReturnType<typeof startCentral>>, deviceId: string) {
  return running.central.store.read((rows) => rows.events.ofDevice(deviceId, 0, EVENTS + 10));
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The same run of numbers every time (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
