import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { badgeIdOf } from '../../central/demo/cases.ts';
import { orderIdOf } from '../../central/demo/orders.ts';
import { workerIdOf } from '../../central/demo/people.ts';
import { doorSettings, runGate } from './rig/gate.ts';
import { actsOf, chainOf, journalEvents, projectionsOf } from './rig/journal.ts';
import { simulateScanner, type SimulatedScanner } from './rig/scanner.ts';
import { signIn, userIdOf } from './rig/sign-in.ts';
import { siteFor } from './rig/site.ts';

const SOON = { timeout: 20_000, interval: 100 };
const WAIT = { timeout: 20_000 };

/** A real mail server, named to central by its environment as an operator does. */
const letters: string[] = [];
const mailServer = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, _session, done) {
    let letter = '';
    stream.on('data', (chunk: Buffer) => (letter += chunk.toString('utf8')));
    stream.on('end', () => done(void letters.push(letter)));
  },
});
beforeAll(async () => {
  await new Promise<void>((resolve) => mailServer.listen(0, '127.0.0.1', resolve));
  process.env['CENTRAL_SMTP_URL'] = `smtp://127.0.0.1:${(mailServer.server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise<void>((resolve) => mailServer.close(() => resolve())));

describe('what waits for staff', () => {
  let scanner: SimulatedScanner;
  let desk: Page;
  const site = siteFor('lcus', async ({ folder, central, door }) => {
    scanner = await simulateScanner(folder);
    const scanners = [{ id: 'serial-1', kind: 'serial', path: scanner.path, laneId: 'lane-1' }];
    const lanes = [{ id: 'lane-1', name: 'Turnstile', direction: 'both', doorId: 'door-1' }];
    return runGate({
      folder,
      settings: { ...doorSettings(door.path), lanes, scanners, camera: { enabled: false } },
      central,
    });
  });
  beforeAll(async () => {
    desk = await site.gate.desk();
    await desk.getByText('Riverside').first().waitFor(WAIT);
    await signIn(desk, 'supervisor');
  });
  afterAll(() => scanner?.stop());

  const acts = () => actsOf(site.gate.home);
  const last = (type: string) => journalEvents(site.gate.home).findLast((event) => event.type === type);
  const scan = async (text: string, becomes: string): Promise<void> => {
    const before = acts().length;
    scanner.scan(text);
    await expect.poll(() => acts().slice(before), SOON).toEqual([becomes]);
  };
  const go = (place: RegExp) => desk.getByRole('navigation').getByRole('button', { name: place }).click(WAIT);

  test('D8: a check-in from a phone raises a notice, and a scan ends it', async () => {
    const checkIn = { workerId: workerIdOf('amara'), workOrderId: orderIdOf('fitOut') };
    await site.central.admin('remote-check-ins', checkIn);
    const notice = desk.getByRole('region', { name: 'People on the way' });
    await notice.getByText(/checked in from a phone$/).waitFor(WAIT);
    await notice.getByRole('button', { name: 'Wait for the badge' }).click(WAIT);
    await scan(site.central.badge('good').text, 'in welcome');
    await expect.poll(() => notice.getByText(/checked in from a phone$/).count(), SOON).toBe(0);
  });

  test('D7: one message goes to all on Access granted, by mail, and the desk sees how far it got', async () => {
    await go(/^Scheduled/);
    await desk.getByRole('tab', { name: /^Access granted/ }).click(WAIT);
    await desk.getByRole('button', { name: /^Message (everyone|1 person)/ }).click(WAIT);
    const compose = desk.getByRole('dialog');
    await compose.getByRole('textbox').fill('Crane lift at 14:00');
    await compose.getByRole('button', { name: 'Send to everyone' }).click(WAIT);
    const sent = desk.getByRole('dialog', { name: 'Messages sent' });
    await expect.poll(() => sent.getByRole('listitem').first().innerText(), SOON).toMatch(/Sent$/);
    expect(letters).toHaveLength(1);
    expect(letters[0]).toContain('Crane lift at 14:00');
    await desk.keyboard.press('Escape');
  });

  test('issue 4: offline, a visitor gets a pass that opens the door at once', async () => {
    site.central.cut();
    await go(/^Gate/);
    await desk.getByRole('button', { name: 'Temporary pass' }).click(WAIT);
    const panel = desk.getByRole('dialog', { name: 'Temporary passes' });
    await panel.getByLabel('First name').fill('Nora');
    await panel.getByLabel('Last name').fill('Quist');
    await panel.getByLabel('Visiting').fill('Ann Berg');
    await panel.getByRole('button', { name: 'Make the pass' }).click(WAIT);
    await panel.getByRole('article', { name: 'Nora Quist' }).waitFor(WAIT);
    const code = String(last('pass.issued')?.data['badgeCode']);
    await scan(`GH2:${code}`, 'in welcome');
    await expect.poll(() => site.door.moves().filter(({ on }) => on).length, SOON).toBe(2);
    await expect.poll(() => desk.locator('.card').innerText(), SOON).toContain('Nora Quist');
  });

  test('issue 4: the pass prints on one label of its size, from the real window', async () => {
    const pdf = await site.gate.app.evaluate(async ({ webContents }) => {
      const contents = webContents.getAllWebContents().find((each) => each.getURL().endsWith('/desk.html'));
      const paper = await contents?.printToPDF({ preferCSSPageSize: true });
      return paper?.toString('latin1') ?? '';
    });
    const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
    const mm = (points: string | undefined): number => Math.round((Number(points) / 72) * 25.4);
    expect(boxes.map(([, width, height]) => [mm(width), mm(height)])).toEqual([[62, 100]]);
    await desk.keyboard.press('Escape');
  });

  test('issue 4: an act that central sees otherwise waits under To look at until staff say how it was', async () => {
    const card = site.central.badge('good-card');
    await site.central.admin(`badges/${badgeIdOf('good-card')}/revoke`, {});
    await scan(card.text, 'in welcome');
    await site.central.heal();
    await expect.poll(() => desk.locator('[data-truth="setAside"]').innerText(), SOON).toMatch(/1 to look at/);
    await desk.locator('[data-truth="setAside"] button').click(WAIT);
    const article = desk.getByRole('article', { name: card.name });
    await expect.poll(() => article.innerText(), SOON).toContain('Badge was withdrawn before.');
    await article.getByRole('button', { name: 'Person has left: check out' }).click(WAIT);
    const question = desk.getByRole('dialog');
    await question.getByLabel('I saw the person').check();
    await question.getByRole('button', { name: 'Person has left: check out' }).click(WAIT);
    await expect.poll(() => acts().at(-1), SOON).toBe('out goodbye');
    expect(last('tray.cleared')).toMatchObject({
      actor: { kind: 'user', userId: userIdOf('supervisor') },
      data: { outcome: 'left', reason: 'I saw the person' },
    });
    await expect.poll(() => desk.locator('[data-truth="setAside"]').innerText(), SOON).not.toMatch(/to look at/);
  });

  test('issue 4: the shift is handed over on one sheet that counts it all', async () => {
    await go(/^Reports/);
    await desk.getByRole('tab', { name: 'Hand-over' }).click(WAIT);
    await desk.getByLabel('12 hours').check();
    const sheet = desk.getByRole('article', { name: 'Hand-over sheet' });
    await expect.poll(() => sheet.innerText(), SOON).toMatch(/Came in\s+3\s+Went out\s+1/);
    await expect.poll(() => sheet.innerText(), SOON).toMatch(/Nora Quist since/);
    await desk.getByLabel('Notes for the next shift').fill('Spare key is with Ann');
    await desk.getByRole('button', { name: 'Hand over', exact: true }).click(WAIT);
    await desk.getByText(/^Handed over at/).waitFor(WAIT);
    expect(last('shift.handed_over')?.data).toMatchObject({ words: 'Spare key is with Ann', insideCount: 2 });
  });

  test('all of it is on record at central, the chain holds, and the projections are what the events say', async () => {
    const kept = journalEvents(site.gate.home).length;
    await expect
      .poll(async () => (await site.central.events(site.gate.home)).length, SOON)
      .toBeGreaterThanOrEqual(kept);
    expect(chainOf(site.gate.home).faults).toEqual([]);
    expect(projectionsOf(site.gate.home)).toEqual([]);
  });
});
