import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCentral, type RunningCentral } from './rig/central.ts';
import { simulateDoor, type SimulatedDoor } from './rig/door.ts';
import { badgeHeldUp, doorSettings, newFolder, nobody, removeFolder, runGate, type RunningGate } from './rig/gate.ts';
import { actsOf, chainOf, journalEvents, projectionsOf } from './rig/journal.ts';

const SOON = { timeout: 45_000, interval: 200 };
const BADGES = ['good', 'good-es256', 'good-card', 'good-arabic'] as const;

describe('a day with central cut off', () => {
  const folder = newFolder();
  let central: RunningCentral;
  let door: SimulatedDoor;
  let gate: RunningGate;

  beforeAll(async () => {
    central = await runCentral(folder);
    door = await simulateDoor(folder);
    gate = await runGate({ folder, settings: doorSettings(door.path), central });
    await (await gate.kiosk()).getByText('Riverside').first().waitFor();
    await gate.close();
    central.cut();
    const film = BADGES.flatMap((key) => [nobody(1500), badgeHeldUp(central.badge(key).text, 2500)]);
    gate = await runGate({ folder, film });
  });
  afterAll(async () => {
    await gate?.close();
    await door?.stop();
    await central?.stop();
    removeFolder(folder);
  });

  test('people are let in and the door opens', async () => {
    await expect
      .poll(() => actsOf(gate.home).filter((act) => act === 'in welcome').length, SOON)
      .toBeGreaterThanOrEqual(4);
    await expect.poll(() => door.moves().filter(({ on }) => on).length, SOON).toBeGreaterThanOrEqual(4);
  });

  test('the screens say so: since when, and what is waiting', async () => {
    const desk = await gate.desk();
    await expect.poll(() => desk.innerText('body'), SOON).toMatch(/offline/i);
    expect(await desk.innerText('body')).toMatch(/waiting/i);
    await expect.poll(async () => (await gate.kiosk()).innerText('body'), SOON).toMatch(/offline|no network/i);
  });

  test('healed, central gets everything: nothing lost, nothing doubled, in order', async () => {
    const before = await central.events(gate.home).catch(() => []);
    await central.heal();
    const acts = journalEvents(gate.home).length;
    expect(before.length).toBeLessThan(acts);
    await expect.poll(async () => (await central.events(gate.home)).length, SOON).toBeGreaterThanOrEqual(acts);
    const seqs = (await central.events(gate.home)).map(({ seq }) => seq);
    expect(seqs).toEqual(seqs.map((_, index) => index + 1));
    const kept = new Map(journalEvents(gate.home).map(({ seq, id }) => [seq, id]));
    for (const { seq, id, status } of await central.events(gate.home))
      expect([id, status]).toEqual([kept.get(seq), 'accepted']);
  });

  test('the chain holds and the projections are what the events say', () => {
    expect(chainOf(gate.home).faults).toEqual([]);
    expect(projectionsOf(gate.home)).toEqual([]);
  });
});
