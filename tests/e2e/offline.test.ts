import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { badgeHeldUp, doorSettings, nobody, runGate } from './rig/gate.ts';
import { ask } from './rig/desk.ts';
import { actsOf, chainOf, journalEvents, projectionsOf } from './rig/journal.ts';
import { signIn } from './rig/sign-in.ts';
import { siteFor } from './rig/site.ts';

const SOON = { timeout: 45_000, interval: 200 };
const BADGES = ['good', 'good-es256', 'good-card', 'good-arabic'] as const;
const identityOf = (home: string) =>
  JSON.parse(readFileSync(path.join(home, 'identity.json'), 'utf8')) as { readonly deviceId: string };

describe('a day with central cut off', () => {
  const site = siteFor('lcus', async ({ folder, central, door }) => {
    const gate = await runGate({ folder, settings: doorSettings(door.path), central });
    await (await gate.kiosk()).getByText('Riverside').first().waitFor();
    await gate.close();
    central.cut();
    const film = BADGES.flatMap((key) => [nobody(1500), badgeHeldUp(central.badge(key).text, 2500)]);
    return runGate({ folder, film });
  });

  test('G3: people are let in and the door opens', async () => {
    await expect
      .poll(() => actsOf(site.gate.home).filter((act) => act === 'in welcome').length, SOON)
      .toBeGreaterThanOrEqual(4);
    await expect.poll(() => site.door.moves().filter(({ on }) => on).length, SOON).toBeGreaterThanOrEqual(4);
  });

  test('G3: the screens say so: since when, and what is waiting', async () => {
    const desk = await site.gate.desk();
    await expect.poll(() => desk.innerText('body'), SOON).toMatch(/offline/i);
    expect(await desk.innerText('body')).toMatch(/waiting/i);
    await expect.poll(async () => (await site.gate.kiosk()).innerText('body'), SOON).toMatch(/offline|no network/i);
  });

  test('G4: healed, central gets everything: nothing lost, nothing doubled, in order', async () => {
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

  test('G12: withdrawn by central, the kiosk lets nobody in and the desk says what to do, once all is handed over', async () => {
    const desk = await site.gate.desk();
    await site.central.admin(`devices/${identityOf(site.gate.home).deviceId}/revoke`, {});
    // The stream may not be back yet; what it would announce is fetched all the same.
    await ask(desk, 'syncNow');
    const banner = desk.locator('.banner').filter({ hasText: 'Central has withdrawn this gate.' });
    await banner.waitFor(SOON);
    await expect.poll(() => desk.innerText('.bar'), SOON).toMatch(/Switched off by central/);
    await expect
      .poll(async () => (await site.gate.kiosk()).innerText('body'), SOON)
      .toMatch(/out of service|not in use/i);
    // People are gone, and so is the question whether they are to go.
    await expect.poll(() => banner.getByRole('button', { name: 'Remove people' }).count(), SOON).toBe(0);
    const acts = actsOf(site.gate.home).length;
    await expect.poll(() => desk.innerText('.bar'), SOON).toMatch(/Waiting to send\s+0/);
    expect(actsOf(site.gate.home)).toHaveLength(acts);
  });

  test('G12: set up again on the same PC, it keeps what it was, hands it over, and begins a new chain', async () => {
    const desk = await site.gate.desk();
    const before = identityOf(site.gate.home).deviceId;
    const enrolmentCode = await site.central.newCode();
    // Administrators' accounts are what stays of the people.
    await signIn(desk, 'administrator');
    await desk.locator('.banner').getByRole('button', { name: 'Set up again' }).click();
    await desk.getByLabel('Enrolment code').fill(enrolmentCode);
    await desk.locator('.enrolment button[type=submit]').click();
    await (await site.gate.kiosk()).getByText('Riverside').first().waitFor(SOON);
    const earlier = path.join(site.gate.home, 'earlier', `device-${before}`);
    expect([identityOf(earlier).deviceId, identityOf(site.gate.home).deviceId === before]).toEqual([before, false]);
    expect(journalEvents(site.gate.home)[0]).toMatchObject({ seq: 1, type: 'device.started' });
    // Its last word was written when the line was not its own any more: it still arrives, under the old name.
    const last = journalEvents(earlier).at(-1);
    expect(last).toMatchObject({ type: 'device.stopped', data: { reason: 'enrolled anew' } });
    await expect.poll(async () => (await site.central.events(earlier)).at(-1)?.id, SOON).toBe(last?.id);
    await expect.poll(() => actsOf(site.gate.home), SOON).toContain('in welcome');
  });

  test('the chain holds and the projections are what the events say', () => {
    expect(chainOf(site.gate.home).faults).toEqual([]);
    expect(projectionsOf(site.gate.home)).toEqual([]);
  });
});
