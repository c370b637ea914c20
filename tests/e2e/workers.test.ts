import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Page } from 'playwright';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCentral, type RunningCentral } from './rig/central.ts';
import { newFolder, removeFolder, runGate, type RunningGate } from './rig/gate.ts';
import { chainOf, journalEvents, projectionsOf } from './rig/journal.ts';
import { ask } from './rig/desk.ts';
import { signIn, userIdOf } from './rig/sign-in.ts';

const SOON = { timeout: 20_000, interval: 100 };
const WAIT = { timeout: 20_000 };

/** A real mail server, named to central by its environment as an operator does. */
const addressees: string[] = [];
const mailServer = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo({ address }, _session, done) {
    addressees.push(address);
    done();
  },
  onData(stream, _session, done) {
    stream.on('end', () => done()).resume();
  },
});
beforeAll(async () => {
  await new Promise<void>((resolve) => mailServer.listen(0, '127.0.0.1', resolve));
  process.env['CENTRAL_SMTP_URL'] = `smtp://127.0.0.1:${(mailServer.server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise<void>((resolve) => mailServer.close(() => resolve())));

describe('workers and their clients, with and without a network', () => {
  const folder = newFolder();
  let central: RunningCentral;
  let gate: RunningGate;
  let desk: Page;

  beforeAll(async () => {
    central = await runCentral(folder);
    gate = await runGate({ folder, central, settings: { camera: { enabled: false } } });
    desk = await gate.desk();
    await desk.getByText('Riverside').first().waitFor(WAIT);
    await desk.getByRole('navigation').getByRole('button', { name: 'Reports' }).click(WAIT);
    await desk.getByRole('tab', { name: 'Workers' }).click(WAIT);
  });
  afterAll(async () => {
    await gate?.close();
    await central?.stop();
    removeFolder(folder);
  });

  const grid = () => desk.getByRole('grid', { name: 'Workers' });
  const row = (name: string) => grid().getByRole('row').filter({ hasText: name });
  const search = (text: string) => desk.getByRole('searchbox').fill(text, WAIT);
  const toList = () => desk.getByRole('button', { name: 'All workers' }).click(WAIT);
  const client = (name: string) => desk.getByRole('region', { name });
  const dialog = () => desk.getByRole('dialog');
  const openForm = async (clientName: string): Promise<void> => {
    await desk.getByRole('button', { name: 'Add a client' }).click(WAIT);
    await dialog().getByRole('radio', { name: clientName }).check(WAIT);
  };
  const only = async (place: string): Promise<void> => {
    await dialog().getByRole('radio', { name: 'Some locations' }).check(WAIT);
    await dialog().getByRole('checkbox', { name: place }).check(WAIT);
  };
  const submit = (): Promise<void> => dialog().locator('button[type=submit]').click(WAIT);
  const added = () => journalEvents(gate.home).filter(({ type }) => type === 'connection.added');
  const waits = () => desk.locator('.waiting-mark');

  test('A1: the list is for whoever signs in, and is narrowed live by name and compliance', async () => {
    await desk.getByText('Workers are shown to whoever signs in').waitFor(WAIT);
    await signIn(desk, 'supervisor');
    await row('Amara Okonkwo').getByText('Harbourline Estates').waitFor(WAIT);
    await search('wisn');
    await expect.poll(() => grid().getByRole('row').count(), SOON).toBe(2);
    await search('');
    await desk.getByLabel('Compliance', { exact: true }).selectOption('No client', WAIT);
    await row('فاطمة').getByText('No client').waitFor(WAIT);
    expect(await row('Amara').count()).toBe(0);
  });

  test('A2: a worker without a client has a prompt to add one', async () => {
    await row('فاطمة').click(WAIT);
    await desk.getByText('has no client yet').waitFor(WAIT);
    await desk.getByText('No connection is needed for: Tidewater Catering').waitFor(WAIT);
    expect(await desk.getByRole('button', { name: 'Add a client' }).count()).toBe(1);
  });

  test('A6: a client that registers nobody says so, and nothing is added', async () => {
    await openForm('Tidewater Catering');
    await submit();
    await dialog().getByText('already associated with all clients and locations').waitFor(WAIT);
    await dialog().getByRole('button', { name: 'Close' }).click(WAIT);
    expect(added()).toEqual([]);
  });

  test('A4, A5, A7: the notice comes once for a client that wants check-in; the worker is mailed', async () => {
    await openForm('Harbourline Estates');
    await only('Riverside Tower');
    await submit();
    await desk.getByRole('dialog', { name: 'WORKER REQUIRES ACCESS' }).waitFor(WAIT);
    expect(added()).toEqual([]);
    await desk.getByRole('button', { name: 'Continue' }).click(WAIT);
    await client('Harbourline Estates').getByText('Check-in needed').waitFor(WAIT);
    await expect.poll(() => addressees, SOON).toEqual(['fatima@example.com']);
    await expect.poll(() => waits().count(), SOON).toBe(0);
    expect(await client('Harbourline Estates').innerText()).toMatch(/Induction\s+Missing/);

    await openForm('Harbourline Estates');
    await only('Eastfield Depot');
    await submit();
    await client('Harbourline Estates').getByText('Eastfield Depot').waitFor(WAIT);
    await openForm('Kestrel Facilities');
    await submit();
    await client('Kestrel Facilities').getByText('All locations').waitFor(WAIT);
    expect(added()).toHaveLength(3);
    await expect.poll(() => addressees.length, SOON).toBe(3);
    await expect.poll(() => waits().count(), SOON).toBe(0);
  });

  test('A3: without a line a worker is added and a connection deleted at once, and both wait', async () => {
    central.cut();
    await desk.getByRole('button', { name: 'Delete client connection: Kestrel Facilities' }).click(WAIT);
    expect(await client('Kestrel Facilities').count()).toBe(1);
    await dialog().getByRole('button', { name: 'Delete connection' }).click(WAIT);
    await client('Kestrel Facilities').waitFor({ state: 'detached', ...WAIT });
    await toList();
    await desk.getByLabel('Compliance', { exact: true }).selectOption('Any state', WAIT);
    await desk.getByRole('button', { name: 'Add worker' }).click(WAIT);
    await dialog().getByLabel('First name').fill('Nora');
    await dialog().getByLabel('Last name').fill('Quist');
    await dialog().getByRole('radio', { name: 'Kestrel Facilities' }).check(WAIT);
    await submit();
    await desk.getByText('has no e-mail address. Tell').waitFor(WAIT);
    await client('Kestrel Facilities').getByText('Waiting for central').waitFor(WAIT);
    await toList();
    await expect.poll(() => grid().getByRole('row').nth(1).innerText(), SOON).toContain('Nora Quist');
    await expect.poll(() => waits().count(), SOON).toBe(2);
  });

  test('A3: with the line again central has both, and nothing waits', async () => {
    await central.heal();
    await expect.poll(() => waits().count(), SOON).toBe(0);
    const taken = (await central.events(gate.home)).filter(({ type }) => type.startsWith('connection.'));
    expect(taken.map(({ type, status }) => [type, status])).toEqual([
      ...Array.from({ length: 3 }, () => ['connection.added', 'accepted']),
      ['connection.deleted', 'accepted'],
      ['connection.added', 'accepted'],
    ]);
    await search('quist');
    await row('Nora Quist').getByText('Kestrel Facilities').waitFor(WAIT);
    expect(addressees).toHaveLength(3);
  });

  test('A3: what central refuses is undone, with its reason on the page until it is put away', async () => {
    central.cut();
    await search('amara');
    await row('Amara').click(WAIT);
    await openForm('Northlight Energy');
    await submit();
    await desk.getByRole('button', { name: 'Continue' }).click(WAIT);
    await client('Northlight Energy').getByText('Waiting for central').waitFor(WAIT);
    await central.admin(`users/${userIdOf('supervisor')}/status`, { status: 'inactive' });
    await central.heal();
    await expect.poll(async () => (await central.events(gate.home)).length, SOON).toBeGreaterThan(0);
    await desk.getByText('Workers are shown to whoever signs in').waitFor(WAIT);
    await signIn(desk, 'administrator');
    const notice = desk.getByRole('listitem').filter({ hasText: 'Central did not connect Amara Okonkwo' });
    await notice.getByText('Done without the right to it').waitFor(WAIT);
    await client('Harbourline Estates').waitFor(WAIT);
    expect(await client('Northlight Energy').count()).toBe(0);
    await notice.getByRole('button', { name: 'Put away' }).click(WAIT);
    await notice.waitFor({ state: 'detached', ...WAIT });
    expect(chainOf(gate.home).faults).toEqual([]);
  });

  test('C1: a client’s contact looks, and edits nothing', async () => {
    const account = { email: 'oluwaseun@harbourline.example', password: 'harbour-lights-7' };
    expect(await ask(desk, 'signInWithPassword', account)).toEqual({ ok: true });
    await client('Harbourline Estates').waitFor(WAIT);
    await expect.poll(() => desk.getByRole('button', { name: /Add|Delete/ }).count(), SOON).toBe(0);
    await toList();
    await row('Amara').getByText('Harbourline Estates', { exact: true }).waitFor(WAIT);
    expect(await desk.getByRole('button', { name: 'Add worker' }).count()).toBe(0);
    await expect(ask(desk, 'deleteConnection', { connectionId: 'any' })).rejects.toThrow('not_allowed');
  });

  test('G12: an export of somebody is on record, and whom central removes is gone from here, name and all', async () => {
    await signIn(desk, 'administrator');
    const nora = added().find(({ data }) => JSON.stringify(data).includes('Quist'));
    const workerId = String(nora?.data['workerId']);
    const filePath = path.join(folder, 'record.json');
    await gate.app.evaluate(({ dialog: doors }, saveTo) => {
      doors.showSaveDialog = async () => ({ canceled: false, filePath: saveTo });
    }, filePath);
    expect(await ask(desk, 'savePersonRecord', { workerId })).toEqual({ came: 'saved' });
    expect(readFileSync(filePath, 'utf8')).toContain('Quist');
    const exported = () => journalEvents(gate.home).filter(({ type }) => type === 'person.exported');
    expect(exported()).toMatchObject([{ actor: { userId: userIdOf('administrator') }, data: { workerId } }]);

    await central.admin(`workers/${workerId}/remove`, {});
    await expect.poll(() => ask(desk, 'getPerson', { workerId }), SOON).toBeNull();
    await expect.poll(() => JSON.stringify(journalEvents(gate.home)).includes('Quist'), SOON).toBe(false);
    expect(chainOf(gate.home)).toMatchObject({ emptied: 1, faults: [] });
    await search('quist');
    await expect.poll(() => row('Nora Quist').count(), SOON).toBe(0);
    expect(await ask(desk, 'cleanUp')).toMatchObject({ journalDays: 90, wordsDays: 30, last: 'nothing' });
    expect(projectionsOf(gate.home)).toEqual([]);
  });
});
