import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCentral, type RunningCentral } from './rig/central.ts';
import { newFolder, removeFolder, runGate, type RunningGate } from './rig/gate.ts';
import { runLetters } from './rig/letters.ts';
import { signIn, userIdOf } from './rig/sign-in.ts';

const SOON = { timeout: 25_000, interval: 100 };
const OFFICE = 'office@riverside.example';
const ANA = { email: 'ana@harbourline.example', password: 'four small blue boats' };
const PLAN = randomBytes(1_400_000);
const PLAN_HASH = createHash('sha256').update(PLAN).digest('hex');

interface Bridge {
  readonly gatehouse: {
    readonly signInWithPassword: (ask: { email: string; password: string }) => Promise<{ ok: boolean }>;
  };
}
const signInByMail = (desk: Page, ask: typeof ANA): Promise<boolean> =>
  desk.evaluate(
    async (secret) => (await (globalThis as unknown as Bridge).gatehouse.signInWithPassword(secret)).ok,
    ask,
  );

describe('events and contacts at a gate whose line goes down', () => {
  const folder = newFolder();
  let mail: Awaited<ReturnType<typeof runLetters>>;
  let central: RunningCentral;
  let gate: RunningGate;
  let desk: Page;

  const openTab = async (name: string): Promise<void> => {
    await desk.locator('.rail-item').nth(5).click();
    await desk.getByRole('tab', { name, exact: true }).click();
  };
  const letter = (subject: string) => mail.letters.find((each) => each.subject === subject);
  const lastDay = async (label: string): Promise<void> => {
    await desk.getByRole('button', { name: label }).click();
    await desk.locator('.mantine-DatePickerInput-day:not([data-disabled])').last().click();
  };

  beforeAll(async () => {
    mail = await runLetters();
    central = await runCentral(folder, { CENTRAL_SMTP_URL: mail.url, CENTRAL_ADMIN_MAIL: OFFICE });
    gate = await runGate({ folder, central });
    desk = await gate.desk();
  });
  afterAll(async () => {
    await gate?.close();
    await central?.stop();
    await mail?.stop();
    removeFolder(folder);
  });

  test('E1, E3: an event is booked with the line cut, stands there at once and waits', async () => {
    await openTab('Events');
    const run = desk.getByRole('button', { name: /Charity stair run/ });
    await expect.poll(() => run.innerText(), SOON).toContain('Confirmed');
    await signIn(desk, 'supervisor');
    central.cut();
    await desk.getByRole('button', { name: 'Book an event' }).click();
    await desk.getByRole('radio', { name: 'Harbourline Estates' }).check();
    await desk.getByLabel('Name of the event').fill('Rooftop concert');
    await lastDay('Begins on');
    await desk.getByLabel('at', { exact: true }).fill('18:00');
    await desk.getByLabel('until').fill('23:30');
    await desk.getByLabel('People wanted').fill('8');
    await desk.getByRole('button', { name: 'Book the event' }).click();
    const row = desk.getByRole('button', { name: /Rooftop concert/ });
    await expect.poll(() => row.innerText(), SOON).toMatch(/To be confirmed\s+Waits for central/);
  });

  test('E2: a document added without a line opens here, and goes up by itself when the line is back', async () => {
    await desk.getByRole('button', { name: /Rooftop concert/ }).click();
    await desk.getByRole('button', { name: 'Add documents' }).waitFor();
    await desk
      .locator('input[type=file]')
      .setInputFiles({ name: 'Stage plan.bin', mimeType: 'application/octet-stream', buffer: PLAN });
    await desk.getByRole('button', { name: 'Open Stage plan.bin' }).waitFor({ timeout: 20_000 });
    await desk.getByRole('progressbar', { name: 'Stage plan.bin' }).waitFor();
    await central.heal();
    const kept = path.join(folder, 'central', 'blobs', PLAN_HASH.slice(0, 2), PLAN_HASH);
    await expect.poll(() => existsSync(kept), SOON).toBe(true);
    await expect.poll(() => desk.getByRole('progressbar', { name: 'Stage plan.bin' }).count(), SOON).toBe(0);
  });

  test('E4: the office is mailed what was booked and added, with nothing to re-type', async () => {
    await expect.poll(() => letter('New event, to be confirmed: Rooftop concert')?.to, SOON).toBe(OFFICE);
    const text = letter('New event, to be confirmed: Rooftop concert')?.text ?? '';
    for (const part of ['Harbourline Estates', 'Riverside Tower', '18:00 (Europe/London)', 'Staff wanted: 8'])
      expect(text).toContain(part);
    await expect.poll(() => letter('New document: Stage plan.bin')?.text ?? '', SOON).toContain('Rooftop concert');
  });

  test('E3: a past event is booked again with new days alone', async () => {
    await openTab('Dashboard');
    await openTab('Events');
    await desk.getByText('Past', { exact: true }).click();
    await desk.getByRole('button', { name: /Market on the quay/ }).click();
    await desk.getByRole('button', { name: 'Book again' }).click();
    await lastDay('Begins on');
    await desk.getByRole('button', { name: 'Book the event' }).click();
    await expect
      .poll(() => letter('New event, to be confirmed: Market on the quay')?.text ?? '', SOON)
      .toContain('Skills: 7 × Stewarding, 2 × First aid');
  });

  test('C5, E5: a contact is invited, chooses a password behind the mailed link, and signs in here', async () => {
    await openTab('Contacts');
    await desk.getByRole('button', { name: 'Invite a contact' }).click();
    const dialog = desk.getByRole('dialog', { name: 'Invite a contact' });
    await dialog.getByLabel('Name').fill('Ana Duarte');
    await dialog.getByLabel('E-mail address').fill(ANA.email);
    await dialog.getByRole('radio', { name: 'Harbourline Estates' }).check();
    const riverside = dialog.getByRole('checkbox', { name: 'Riverside Tower' });
    if ((await riverside.count()) > 0) await riverside.check();
    await dialog.getByRole('button', { name: 'Send the invitation' }).click();
    const link = (): string | undefined =>
      /\/welcome\/\S+/.exec(letter('Choose your Gatehouse password')?.text ?? '')?.[0];
    await expect.poll(link, SOON).toBeTruthy();
    const body = new URLSearchParams({ password: ANA.password, again: ANA.password });
    const answer = await fetch(new URL(link() ?? '', central.url), { method: 'POST', body });
    expect(answer.status).toBe(200);
    await expect.poll(() => signInByMail(desk, ANA), { timeout: 25_000, interval: 1500 }).toBe(true);
  });

  test('E4: the contact keeps their own details, and the office reads from what to what', async () => {
    const own = desk.getByRole('form', { name: 'Your details' });
    await expect.poll(() => own.getByLabel('Name').inputValue(), SOON).toBe('Ana Duarte');
    await own.getByLabel('Phone').fill('+44 7700 900123');
    await own.getByRole('button', { name: 'Save details' }).click();
    await expect
      .poll(() => letter('Contact details changed: Ana Duarte')?.text ?? '', SOON)
      .toContain('Phone: from (nothing) to +44 7700 900123');
  });

  test('C5: a contact who is removed is out here at once, with the line cut', async () => {
    central.cut();
    await signIn(desk, 'supervisor');
    await openTab('Contacts');
    await desk.getByRole('button', { name: 'Take access from Ana Duarte' }).click();
    await desk.getByRole('dialog').getByRole('button', { name: 'Take access' }).click();
    await desk.getByText('No access').first().waitFor();
    expect(await signInByMail(desk, ANA)).toBe(false);
  });

  test('E3: what central does not take is undone, and says why', async () => {
    await central.admin(`users/${userIdOf('supervisor')}/status`, { status: 'inactive' });
    await openTab('Events');
    await desk.getByRole('button', { name: /Charity stair run/ }).click();
    await desk.getByRole('button', { name: 'Call off' }).click();
    await desk.getByRole('dialog').getByRole('button', { name: 'Call off' }).click();
    await desk.getByText('Cancelled').waitFor();
    await central.heal();
    await desk.getByRole('button', { name: 'All events' }).click();
    await desk.getByText(/The change of Charity stair run from .* is undone\./).waitFor({ timeout: 25_000 });
    await expect
      .poll(() => desk.getByRole('button', { name: /Charity stair run/ }).innerText(), SOON)
      .toContain('Confirmed');
  });
});
