import { cp } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { Fact } from '../../../core/event/event.ts';
import { enrolled, startCentral, temporaryFolder, type RunningCentral } from '../../central/running-central.ts';
import { checkIn, checkOut, newHome } from '../fixtures.ts';
import { startSyncingGate } from './syncing-gate.ts';

const SOON = { timeout: 15_000, interval: 20 };
/** The gate's own time: a minute's pause fits into a second. */
const SPEED = 60;
const facts = (from: number): Fact[] =>
  Array.from({ length: 10 }, (_, n) =>
    n % 2 === 0 ? checkIn(`person-${from + n}`) : checkOut(`person-${from + n - 1}`),
  );

test('G4: a central that was put back to an older state gets again what it has lost, once and in order', async () => {
  const [home, backup] = [newHome(), await temporaryFolder()];
  const first = await startCentral();
  const { deviceId, gateId, locationId, token } = await enrolled(first);
  const gateAt = ({ url }: RunningCentral) =>
    startSyncingGate({
      home,
      identity: { deviceId, gateId, locationId },
      token,
      centralUrl: url,
      speed: SPEED,
      random: Math.random,
    });
  const heldBy = async ({ central }: RunningCentral): Promise<string[]> =>
    (await central.store.read((rows) => rows.events.ofDevice(deviceId, 0, 100))).map(({ id }) => id);
  const work = async (central: RunningCentral, written: Fact[], total: number): Promise<void> => {
    const gate = gateAt(central);
    gate.journal.append(written);
    gate.loop.nudge();
    await expect.poll(async () => (await heldBy(central)).length, SOON).toBe(total);
    await expect.poll(() => gate.report()?.waiting, SOON).toBe(0);
    gate.stop();
    await central.stop();
  };

  await work(first, facts(0), 10);
  await cp(first.directory, backup, { recursive: true });
  await work(await startCentral({ directory: first.directory }), facts(10), 20);

  const restored = await startCentral({ directory: backup });
  const gate = gateAt(restored);
  const written = gate.journal.read(0, 100).map(({ id }) => id);
  await expect.poll(() => heldBy(restored), SOON).toEqual(written);
  await expect.poll(() => gate.report()?.waiting, SOON).toBe(0);
  const stored = await restored.central.store.read((rows) => rows.events.ofDevice(deviceId, 0, 100));
  expect([written.length, new Set(stored.map(({ status }) => status))]).toEqual([20, new Set(['accepted'])]);
  gate.stop();
});
