import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { doorSettings, runGate } from './rig/gate.ts';
import { journalEvents, projectionsOf } from './rig/journal.ts';
import { simulateScanner, type SimulatedScanner } from './rig/scanner.ts';
import { signIn, userIdOf } from './rig/sign-in.ts';
import { siteFor } from './rig/site.ts';

const SOON = { timeout: 20_000, interval: 100 };
const WAIT = { timeout: 20_000 };
const LANES = [{ id: 'lane-1', name: 'Turnstile', direction: 'both', doorId: 'door-1' }];

describe('what staff do about a person', () => {
  let scanner: SimulatedScanner;
  let desk: Page;
  const site = siteFor('lcus', async ({ folder, central, door }) => {
    scanner = await simulateScanner(folder);
    const scanners = [{ id: 'serial-1', kind: 'serial', path: scanner.path, laneId: 'lane-1' }];
    const settings = { ...doorSettings(door.path), lanes: LANES, scanners, camera: { enabled: false } };
    return runGate({ folder, settings, central });
  });
  beforeAll(async () => {
    desk = await site.gate.desk();
    await desk.getByText('Riverside').first().waitFor(WAIT);
    await signIn(desk, 'supervisor');
  });
  afterAll(() => scanner?.stop());

  const types = () => journalEvents(site.gate.home).map(({ type }) => type);
  const last = (type: string) => journalEvents(site.gate.home).findLast((event) => event.type === type);
  /** Releases that come close together are one movement of the relay, but each is on record. */
  const doorReleases = () => types().filter((type) => type === 'door.opened').length;
  const name = (key: string) => site.central.badge(key).name;
  const scan = async (key: string): Promise<void> => {
    const before = types().length;
    scanner.scan(site.central.badge(key).text);
    await expect.poll(() => types().length, SOON).toBeGreaterThan(before);
    await desk
      .locator('.card')
      .getByRole('heading', { name: name(key) })
      .waitFor(WAIT);
  };
  const press = (words: string | RegExp) => desk.getByRole('button', { name: words }).first().click(WAIT);

  test('D3: after a first scan one tap grants access, through the door, by name', async () => {
    await scan('good-card');
    await scan('good');
    await scan('good-card');
    await expect.poll(doorReleases, SOON).toBe(3);
    await press('Grant access');
    await expect.poll(() => last('presence.checked_in')?.data['mode'], SOON).toBe('manual');
    expect(last('presence.checked_in')).toMatchObject({
      actor: { kind: 'user', userId: userIdOf('supervisor') },
      data: { source: 'guard' },
    });
    await expect.poll(doorReleases, SOON).toBe(4);
  });

  test('G6: the tap is taken back while the notice counts down, and no door moves', async () => {
    await press(/^Undo \([12]:\d\d\)$/);
    await desk.getByText('Taken back.').waitFor(WAIT);
    expect(last('act.undone')?.data).toMatchObject({ what: 'checked_in', before: { inside: false } });
    expect(projectionsOf(site.gate.home)).toEqual([]);
    expect(doorReleases()).toBe(4);
  });

  test('C3: a break is an act, from its start to its end', async () => {
    await press('Grant access');
    await press('Start a break');
    await desk.getByText(/^On a break since/).waitFor(WAIT);
    await press('End the break');
    await expect.poll(() => types().slice(-1), SOON).toEqual(['presence.break_ended']);
  });

  test('B5: a checkout by hand happens now, and is an estimate when nobody saw it', async () => {
    await press('Check out');
    const dialog = desk.getByRole('dialog');
    await dialog.getByText('Forgot to check out').click(WAIT);
    const from = Date.now();
    await dialog.getByRole('button', { name: 'Check out' }).click(WAIT);
    await expect.poll(() => last('presence.checked_out')?.data['estimated'], SOON).toBe(true);
    expect(Date.parse(last('presence.checked_out')?.occurredAt ?? '')).toBeGreaterThanOrEqual(from);
  });

  test('nobody is kept in by a question: it is asked after the door', async () => {
    const question = desk.locator('.hold').first();
    await question.getByText('Keys and radio handed back?').first().waitFor(WAIT);
    await question.getByText('Yes').click(WAIT);
    await question.getByRole('button', { name: 'Record the answers' }).click(WAIT);
    await expect.poll(() => types().includes('act.answered'), SOON).toBe(true);
  });

  test('G6: a supervisor lets in who was refused, with a reason and for a time', async () => {
    const releases = doorReleases();
    await scan('induction-missing');
    await press('Let in as supervisor…');
    const dialog = desk.getByRole('dialog');
    await dialog.getByText('Comes in with an escort').click(WAIT);
    await dialog.getByRole('button', { name: 'Let in now' }).click(WAIT);
    await expect.poll(() => last('presence.checked_in')?.data['overrideId'], SOON).toBe(last('override.given')?.id);
    expect(last('override.given')).toMatchObject({
      actor: { userId: userIdOf('supervisor') },
      data: { purpose: 'admit_person', code: 'induction_missing', reason: 'Comes in with an escort' },
    });
    await expect.poll(doorReleases, SOON).toBe(releases + 1);
  });

  test('central takes every act, in order, and the lists fit the journal', async () => {
    await expect
      .poll(async () => (await site.central.events(site.gate.home)).map(({ status }) => status), SOON)
      .toEqual(journalEvents(site.gate.home).map(() => 'accepted'));
    expect(projectionsOf(site.gate.home)).toEqual([]);
  });
});
