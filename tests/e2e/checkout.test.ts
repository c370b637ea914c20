import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCentral, type RunningCentral } from './rig/central.ts';
import { ask } from './rig/desk.ts';
import { newFolder, removeFolder, runGate, type RunningGate } from './rig/gate.ts';
import { journalEvents, projectionsOf } from './rig/journal.ts';
import { simulateScanner, type SimulatedScanner } from './rig/scanner.ts';
import { signIn, userIdOf } from './rig/sign-in.ts';

const SOON = { timeout: 20_000, interval: 100 };
const WAIT = { timeout: 20_000 };

describe('checking workers out by hand', () => {
  const folder = newFolder();
  let central: RunningCentral;
  let scanner: SimulatedScanner;
  let gate: RunningGate;
  let desk: Page;

  const outs = () => journalEvents(gate.home).filter(({ type }) => type === 'presence.checked_out');
  const ins = () => journalEvents(gate.home).filter(({ type }) => type === 'presence.checked_in');
  const scanIn = async (key: string): Promise<void> => {
    const before = ins().length;
    scanner.scan(central.badge(key).text);
    await expect.poll(() => ins().length, SOON).toBe(before + 1);
  };
  const place = (at: number) => desk.locator('.rail-item').nth(at).click();
  const tab = (name: string | RegExp) => desk.getByRole('tab', { name }).click(WAIT);
  const rows = () => desk.locator('.grid-body [role="row"]');
  const confirm = async (): Promise<void> => {
    const question = desk.getByRole('dialog');
    await question.getByText('The site closes').click(WAIT);
    await question.getByRole('button', { name: 'CHECK OUT' }).click(WAIT);
  };

  beforeAll(async () => {
    central = await runCentral(folder);
    scanner = await simulateScanner(folder);
    const lanes = [{ id: 'lane-1', name: 'Turnstile', direction: 'both' }];
    const scanners = [{ id: 'serial-1', kind: 'serial', path: scanner.path, laneId: 'lane-1' }];
    gate = await runGate({ folder, central, settings: { lanes, scanners, camera: { enabled: false } } });
    desk = await gate.desk();
    await desk.getByText('Riverside').first().waitFor(WAIT);
  });
  afterAll(async () => {
    await gate?.close();
    await scanner?.stop();
    await central?.stop();
    removeFolder(folder);
  });

  test('two people come in by their badges, and the line to central is cut', async () => {
    await (await gate.kiosk()).getByText('Riverside').first().waitFor(WAIT);
    await scanIn('good');
    await scanIn('good-arabic');
    expect(ins()).toHaveLength(2);
    central.cut();
  });

  test('B6: nobody without the right checks anybody out', async () => {
    await signIn(desk, 'desk');
    const people = [{ workerId: String(ins()[0]?.data['workerId']), locationId: String(ins()[0]?.locationId) }];
    const refused = ask(desk, 'checkOutMany', { who: { people }, reason: 'Evening' });
    await expect(refused).rejects.toThrow(/not_allowed/);
    expect(outs()).toEqual([]);
  });

  test('B1: the dashboard counts who is checked in, and leads to the list', async () => {
    await signIn(desk, 'supervisor');
    await place(5);
    await desk.locator('.dash-count').getByText('2', { exact: true }).waitFor(WAIT);
    await desk.locator('.dash-chart svg').first().waitFor(WAIT);
    await desk.getByRole('button', { name: 'Check out workers' }).click();
    await expect.poll(() => rows().count(), SOON).toBe(2);
  });

  test('B4, B5: filtered by Checked in, the arrow in the row checks one out, now; CLOSE ends the notice', async () => {
    await tab('All acts');
    await desk.getByLabel('Access status').selectOption('Checked in');
    await expect.poll(() => rows().count(), SOON).toBe(2);
    await rows()
      .first()
      .getByRole('button', { name: /^Check out/ })
      .click();
    const fromMs = Date.now();
    await confirm();
    await desk.getByRole('button', { name: 'CLOSE' }).click(WAIT);
    expect(Date.parse(outs()[0]?.occurredAt ?? '') - fromMs).toBeGreaterThanOrEqual(-1);
    expect(outs()[0]).toMatchObject({
      actor: { kind: 'user', userId: userIdOf('supervisor') },
      data: { mode: 'manual', estimated: true, reason: 'The site closes' },
    });
    await expect.poll(() => rows().count(), SOON).toBe(1);
  });

  test('B2, B3, B7: Actions leads to the list; all are checked out in one go without a line, live, as estimates', async () => {
    await scanIn('good-card');
    await desk.getByRole('button', { name: 'Actions' }).click();
    await desk.getByRole('menuitem', { name: 'Bulk checkout' }).click();
    await expect.poll(() => rows().count(), SOON).toBe(2);
    await desk.getByRole('checkbox', { name: 'Select all who match' }).check();
    await desk.getByRole('button', { name: 'CHECK OUT 2 WORKERS' }).click();
    await confirm();
    await desk.getByText('2 workers checked out.').waitFor(WAIT);
    await desk.getByText('Nobody is checked in').waitFor(WAIT);
    const batch = outs().slice(-2);
    expect(batch.map(({ data }) => [data['mode'], data['estimated']])).toEqual([
      ['bulk', true],
      ['bulk', true],
    ]);
    expect(new Set(batch.map(({ data }) => data['batchId'])).size).toBe(1);
  });

  test('the batch is taken back as a whole, and the journal and its projections agree', async () => {
    await desk.getByRole('button', { name: /^Undo/ }).first().click();
    await desk.getByText('2 workers are checked in again.').waitFor(WAIT);
    await expect.poll(() => rows().count(), SOON).toBe(2);
    expect(projectionsOf(gate.home)).toEqual([]);
  });

  test('C1: whoever looks after one place sees that place alone', async () => {
    const of = async () =>
      (await ask<{ locations: unknown[] }>(desk, 'listForCheckout', { query: '', offset: 0, limit: 10 })).locations;
    expect(await of()).toHaveLength(2);
    await signIn(desk, 'desk');
    expect(await of()).toHaveLength(1);
  });
});
