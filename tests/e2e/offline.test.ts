import { describe, expect, test } from 'vitest';
import { badgeHeldUp, doorSettings, nobody, runGate } from './rig/gate.ts';
import { actsOf, chainOf, journalEvents, projectionsOf } from './rig/journal.ts';
import { siteFor } from './rig/site.ts';

const SOON = { timeout: 45_000, interval: 200 };
const BADGES = ['good', 'good-es256', 'good-card', 'good-arabic'] as const;

describe('a day with central cut off', () => {
  const site = siteFor('lcus', async ({ folder, central, door }) => {
    const gate = await runGate({ folder, settings: doorSettings(door.path), central });
    await (await gate.kiosk()).getByText('Riverside').first().waitFor();
    await gate.close();
    central.cut();
    const film = BADGES.flatMap((key) => [nobody(1500), badgeHeldUp(central.badge(key).text, 2500)]);
    return runGate({ folder, film });
  });

  test('people are let in and the door opens', async () => {
    await expect
      .poll(() => actsOf(site.gate.home).filter((act) => act === 'in welcome').length, SOON)
      .toBeGreaterThanOrEqual(4);
    await expect.poll(() => site.door.moves().filter(({ on }) => on).length, SOON).toBeGreaterThanOrEqual(4);
  });

  test('the screens say so: since when, and what is waiting', async () => {
    const desk = await site.gate.desk();
    await expect.poll(() => desk.innerText('body'), SOON).toMatch(/offline/i);
    expect(await desk.innerText('body')).toMatch(/waiting/i);
    await expect.poll(async () => (await site.gate.kiosk()).innerText('body'), SOON).toMatch(/offline|no network/i);
  });

  test('healed, central gets everything: nothing lost, nothing doubled, in order', async () => {
    const before = await site.central.events(site.gate.home).catch(() => []);
    await site.central.heal();
    const acts = journalEvents(site.gate.home).length;
    expect(before.length).toBeLessThan(acts);
    await expect
      .poll(async () => (await site.central.events(site.gate.home)).length, SOON)
      .toBeGreaterThanOrEqual(acts);
    const seqs = (await site.central.events(site.gate.home)).map(({ seq }) => seq);
    expect(seqs).toEqual(seqs.map((_, index) => index + 1));
    const kept = new Map(journalEvents(site.gate.home).map(({ seq, id }) => [seq, id]));
    for (const { seq, id, status } of await site.central.events(site.gate.home))
      expect([id, status]).toEqual([kept.get(seq), 'accepted']);
  });

  test('the chain holds and the projections are what the events say', () => {
    expect(chainOf(site.gate.home).faults).toEqual([]);
    expect(projectionsOf(site.gate.home)).toEqual([]);
  });
});
