import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Code } from '../../core/codes.ts';
import type { Fact } from '../../core/event/event.ts';
import { WORDS, type Language, type Words } from '../../core/words/words.ts';
import { badgeIdOf } from '../../central/demo/cases.ts';
import { orderIdOf } from '../../central/demo/orders.ts';
import { workerIdOf } from '../../central/demo/people.ts';
import { writeEarlier } from './rig/earlier.ts';
import { doorSettings, runGate } from './rig/gate.ts';
import { journalEvents, projectionsOf } from './rig/journal.ts';
import { simulateScanner, type SimulatedScanner } from './rig/scanner.ts';
import { signIn, userIdOf } from './rig/sign-in.ts';
import { siteFor, type RunningSite } from './rig/site.ts';

const SOON = { timeout: 20_000, interval: 100 };
const WAIT = { timeout: 20_000 };
const HOUR_MS = 3_600_000;
const LANES = [{ id: 'lane-1', name: 'Turnstile', direction: 'both', doorId: 'door-1' }];

/** The last sentence, which is what the reader does next, without what is filled in before it. */
const nextStep = ({ next }: Words): string => next.split(/[.}] /).at(-1) ?? '';

describe('what staff do about a person', () => {
  let scanner: SimulatedScanner;
  let desk: Page;
  const start = async ({ folder, central, door }: Omit<RunningSite, 'gate'>) => {
    const scanners = [{ id: 'serial-1', kind: 'serial', path: scanner.path, laneId: 'lane-1' }];
    const settings = { ...doorSettings(door.path), lanes: LANES, scanners, camera: { enabled: false } };
    return runGate({ folder, settings, central });
  };
  const site = siteFor('lcus', async (parts) => {
    scanner = await simulateScanner(parts.folder);
    return start(parts);
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
  const workerReads = async (code: Code, language: Language): Promise<void> => {
    const words = WORDS[language][code].worker;
    const kiosk = await site.gate.kiosk();
    for (const part of words ? [words.title, nextStep(words)] : ['no words'])
      await expect.poll(() => kiosk.innerText('body'), SOON).toContain(part);
  };
  const press = (words: string | RegExp) => desk.getByRole('button', { name: words }).first().click(WAIT);

  test.each([
    ['assigned to nothing here', 'not-assigned', 'not_assigned', 'ar'],
    ['too early for it', 'too-early', 'too_early', 'pl'],
    ['too late for it', 'too-late', 'too_late', 'ar'],
  ] as const)(
    'D2, D4: whoever is %s stays out; worker and staff read why and what to do',
    async (_, key, code, language) => {
      await scan(key);
      expect(last('access.refused')?.data['code']).toBe(code);
      await workerReads(code, language);
      const strip = desk.getByRole('region', { name: 'Last badge' });
      await expect.poll(() => strip.innerText(), SOON).toContain(WORDS.en[code].staff.title);
      expect(await strip.locator('.last-next').innerText()).toContain(nextStep(WORDS.en[code].staff));
      expect(doorReleases()).toBe(0);
    },
  );

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
    // The card has such a button too, for a moment that of the act before.
    await desk
      .locator('.undo-notice')
      .getByRole('button', { name: /^Undo \([12]:\d\d\)$/ })
      .last()
      .click(WAIT);
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

  test('D6: 24 h after its first scan a badge is used up; for the work’s new date a new badge is made and scanned', async () => {
    const [workerId, badgeId] = [workerIdOf('lucia'), badgeIdOf('good-es256')];
    const workOrderIds = [orderIdOf('fitOut')];
    const until = new Date(Date.now() - HOUR_MS).toISOString();
    const reader = { laneId: 'lane-1', scannerId: 'serial-1', source: 'serial' } as const;
    const came: Fact[] = [
      {
        type: 'access.granted',
        actor: { kind: 'system' },
        data: { workerId, badgeId, workOrderIds, until, ...reader },
      },
    ];
    await site.gate.close();
    writeEarlier(site.gate.home, 25 * HOUR_MS, came);
    site.gate = await start(site);
    desk = await site.gate.desk();
    await desk.getByText('Riverside').first().waitFor(WAIT);
    await expect.poll(() => types().at(-1), SOON).toBe('device.started');
    scanner.scan(site.central.badge('good-es256').text);
    await expect.poll(() => last('access.refused')?.data, SOON).toMatchObject({ code: 'grant_ended', workerId });
    await workerReads('grant_ended', 'es');

    // The same call by which a worker's phone or the office makes one.
    const made = await site.central.admin('../badges', { workerId });
    scanner.scan(z.object({ text: z.string() }).parse(made).text);
    await expect
      .poll(() => last('presence.checked_in')?.data, SOON)
      .toMatchObject({ workerId, code: 'welcome', workOrderIds });
    const grant = last('access.granted');
    expect(Date.parse(String(grant?.data['until'])) - Date.parse(grant?.occurredAt ?? '')).toBe(24 * HOUR_MS);
  });

  test('D1: chosen from Scheduled, waited for, told of another badge, and under Access granted when validated', async () => {
    const [wanted, workerId] = [name('good-two-orders'), workerIdOf('gareth')];
    await signIn(desk, 'supervisor');
    await desk.locator('.rail-item').nth(1).click();
    await desk.getByRole('searchbox').first().fill(wanted);
    await desk
      .getByRole('row', { name: new RegExp(wanted) })
      .first()
      .click(WAIT);
    await press(`Wait for ${wanted}’s badge`);
    await desk.getByText(`Waiting for ${wanted}’s badge`).waitFor(WAIT);
    scanner.scan(site.central.badge('not-assigned').text);
    await desk.getByText(`Another badge was shown: ${name('not-assigned')}.`).waitFor(WAIT);

    scanner.scan(site.central.badge('good-two-orders').text);
    await expect.poll(() => last('presence.checked_in')?.data, SOON).toMatchObject({ workerId });
    await desk.locator('.expecting').waitFor({ state: 'hidden', ...WAIT });
    await desk.getByRole('tab', { name: /Access granted/ }).click();
    await desk
      .getByRole('row', { name: new RegExp(wanted) })
      .first()
      .waitFor(WAIT);
  });
});
