import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { enrolled, startCentral, type RunningCentral } from '../../central/running-central.ts';
import type { Fact } from '../../../core/event/event.ts';
import { writeAnchor } from '../../../main/journal/anchor.ts';
import { checkIn, checkOut, newHome, refusal } from '../fixtures.ts';
import { startSyncingGate, type SyncingGate } from './syncing-gate.ts';

const SPEED = 50;

/** A gate at a central that is put back to where it was after the first `before` of the gate's acts. */
async function restored({ before, acknowledged }: { before: number; acknowledged: number }) {
  const first = await startCentral();
  const { deviceId, gateId, locationId, token } = await enrolled(first);
  const home = newHome();
  const central = { now: first, port: Number(new URL(first.url).port) };
  const lost: Fact[] = [];
  const gate = startSyncingGate({
    home,
    identity: { deviceId, gateId, locationId },
    token,
    centralUrl: first.url,
    speed: SPEED,
    random: Math.random,
    onLost: (fault) => void lost.push(fault),
  });
  write(gate, before);
  await settled(gate);
  const older = join(first.directory, '..', `older-${deviceId}`);
  await first.stop();
  await cp(first.directory, older, { recursive: true });
  central.now = await startCentral({ directory: first.directory, port: central.port });
  write(gate, acknowledged - before);
  await settled(gate);
  await central.now.stop();
  await rm(first.directory, { recursive: true });
  await cp(older, first.directory, { recursive: true });
  await rm(older, { recursive: true });
  return {
    gate,
    deviceId,
    lost,
    start: async () => (central.now = await startCentral({ directory: first.directory, port: central.port })),
  };
}

test('what a restored central lacks comes again before an act that was made meanwhile, in order, each once', async () => {
  const { gate, deviceId, lost, start } = await restored({ before: 40, acknowledged: 100 });
  write(gate, 5);
  const central = await start();
  await has(central, deviceId, 105);
  const taken = await eventsOf(central, deviceId);
  expect(taken.map(({ id }) => id)).toEqual(gate.journal.read(0, 200).map(({ id }) => id));
  expect(taken.filter(({ code }) => code === 'chain_gap')).toEqual([]);
  expect(lost).toEqual([]);
  expect(await central.central.store.read((rows) => rows.events.quarantine(deviceId))).toEqual([]);
  gate.stop();
});

test('what has left the PC is said to be lost, once, and the rest comes', async () => {
  const { gate, deviceId, lost, start } = await restored({ before: 4, acknowledged: 20 });
  leave(gate, deviceId, 10);
  const central = await start();
  await has(central, deviceId, 14);
  expect((await eventsOf(central, deviceId)).map(({ seq, code }) => [seq, code])).toEqual(
    [1, 2, 3, 4, ...range(11, 20)].map((seq) => [seq, seq === 11 ? 'chain_gap' : null]),
  );
  write(gate, 1);
  await has(central, deviceId, 15);
  expect(lost).toMatchObject([{ type: 'device.fault', data: { code: 'central_lost_acts', detail: 'seq 5 to 10' } }]);
  gate.stop();
});

/** As trimming does, without its signature. */
function leave({ db, journal }: SyncingGate, deviceId: string, throughSeq: number): void {
  const last = journal.read(throughSeq - 1, 1)[0];
  if (!last) throw new Error(`there is no event ${throughSeq}`);
  const about = { count: throughSeq, atMs: 0, firstAtMs: 0, kept: [], publicKey: 'k', signature: 's' };
  writeAnchor(db, { deviceId, throughSeq, hash: last.hash, ...about });
}

function write(gate: SyncingGate, count: number): void {
  for (let written = 0; written < count; written += 1) {
    const seq = gate.journal.lastSeq();
    const worker = `person-${seq % 7}`;
    const fact = seq % 5 === 4 ? refusal() : Math.floor(seq / 7) % 2 === 0 ? checkIn(worker) : checkOut(worker);
    expect(gate.journal.append([fact]).ok).toBe(true);
  }
  gate.loop.nudge();
}

const eventsOf = ({ central }: RunningCentral, deviceId: string) =>
  central.store.read((rows) => rows.events.ofDevice(deviceId, 0, 1000));
const settled = (gate: SyncingGate) =>
  until(() => gate.delivery.remembered().settledTo === gate.journal.lastSeq() && gate.report()?.waiting === 0);
const has = (central: RunningCentral, deviceId: string, count: number) =>
  until(async () => (await eventsOf(central, deviceId)).length === count);

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const endMs = performance.now() + 15_000; !(await holds()); await pause(10))
    if (performance.now() > endMs) throw new Error('it did not come to that within 15 s');
}
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, at) => from + at);
