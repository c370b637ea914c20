import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HARBOURLINE, RIVERSIDE } from '../../central/demo/site.ts';
import { workerIdOf } from '../../central/demo/people.ts';
import { runCentral, type RunningCentral } from './rig/central.ts';
import { ask } from './rig/desk.ts';
import { newFolder, removeFolder, runGate, type RunningGate } from './rig/gate.ts';
import { journalEvents, projectionsOf } from './rig/journal.ts';
import { simulateScanner, type SimulatedScanner } from './rig/scanner.ts';
import { signIn } from './rig/sign-in.ts';

const SOON = { timeout: 20_000, interval: 100 };
const WAIT = { timeout: 20_000 };
const EVERYTHING = { query: '', offset: 0, limit: 100 };

interface OrderShown {
  readonly orderId: string;
  readonly title: string;
  readonly status: string;
  readonly waiting: boolean;
  readonly locationName: string;
}
interface Orders {
  readonly access: string;
  readonly rows: readonly OrderShown[];
  readonly places: readonly { readonly clients: readonly { readonly id: string }[] }[];
}

describe('the client portal at the gate', () => {
  const folder = newFolder();
  let central: RunningCentral;
  let scanner: SimulatedScanner;
  let gate: RunningGate;
  let desk: Page;

  const events = (type: string) => journalEvents(gate.home).filter((event) => event.type === type);
  const tab = (name: string | RegExp) => desk.getByRole('tab', { name }).click(WAIT);
  const orders = () => ask<Orders>(desk, 'listOrders', EVERYTHING);
  const rows = () => desk.locator('.grid-body [role="row"]');
  const wanted = async (title: string) => (await orders()).rows.find((row) => row.title === title);
  const orderPeople = async (title: string): Promise<void> => {
    await desk.getByRole('button', { name: 'Order people' }).click(WAIT);
    const form = desk.getByRole('dialog', { name: 'Order people' });
    await form.getByLabel('Place', { exact: true }).selectOption('Riverside Tower');
    await form.getByLabel('Client', { exact: true }).selectOption('Harbourline Estates');
    await form.getByLabel('What for').fill(title);
    await form.getByRole('button', { name: 'Send the order' }).click(WAIT);
    await desk.locator('.order-head', { hasText: title }).waitFor(WAIT);
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

  test('C1: nobody sees orders or hours who has no part in them; a supervisor those of all own places', async () => {
    expect((await orders()).access).toBe('sign_in');
    await signIn(desk, 'desk');
    expect((await orders()).access).toBe('not_allowed');
    await signIn(desk, 'supervisor');
    const places = (await orders()).rows.map(({ locationName }) => locationName);
    expect(new Set(places)).toEqual(new Set(['Riverside Tower', 'Eastfield Depot']));
  });

  test('C2: an order is submitted and filled by the office, with who is placed', async () => {
    await desk.locator('.rail-item').nth(5).click();
    await tab('Orders');
    await orderPeople('Two glaziers');
    await expect.poll(async () => (await wanted('Two glaziers'))?.waiting, SOON).toBe(false);
    const { orderId } = (await wanted('Two glaziers'))!;
    await central.admin('placements', { orderId, workerId: workerIdOf('gareth') });
    await desk.locator('.order-head', { hasText: 'Two glaziers' }).getByText('Filled').waitFor(WAIT);
    await desk.locator('.order-head', { hasText: 'Two glaziers' }).click();
    await desk.locator('.order-placement:visible', { hasText: 'Gareth Llewellyn' }).waitFor(WAIT);
  });

  test('C3: who’s working follows a badge at once', async () => {
    await (await gate.kiosk()).getByText('Riverside').first().waitFor(WAIT);
    await desk.locator('.rail-item').nth(2).click();
    await tab(/Who’s working/);
    scanner.scan(central.badge('good-two-orders').text);
    await rows().filter({ hasText: 'Gareth Llewellyn' }).first().getByText('In', { exact: true }).waitFor(WAIT);
    expect(await ask(desk, 'getWorkingElsewhere')).toMatchObject({ places: 1 });
  });

  test('C4: hours of last week are there, and today’s begin with the badge', async () => {
    await desk.locator('.rail-item').nth(5).click();
    await tab('Timesheets');
    await desk.getByRole('button', { name: 'Earlier' }).click(WAIT);
    await rows().first().waitFor(WAIT);
    await desk.getByRole('button', { name: 'Later' }).click(WAIT);
    const row = rows().filter({ hasText: 'Gareth Llewellyn' });
    await row.getByText('Still inside').waitFor(WAIT);
    expect(await row.count()).toBe(1);
  });

  test('C4: offline a day is counted from its acts, approved, and flagged by what comes later', async () => {
    central.cut();
    await ask(desk, 'checkOut', { workerId: workerIdOf('gareth'), seen: true });
    await expect.poll(() => events('presence.checked_out').length, SOON).toBe(1);
    const row = rows().filter({ hasText: 'Gareth Llewellyn' });
    await row.getByText('To review').waitFor(WAIT);
    await row.click();
    await desk.getByRole('button', { name: 'Approve 1 day' }).click(WAIT);
    await desk.getByRole('dialog').getByRole('button', { name: 'Approve' }).click(WAIT);
    await row.getByText('Waiting for central').waitFor(WAIT);
    expect(events('timesheet.approved')).toMatchObject([{ data: { workerId: workerIdOf('gareth') } }]);
    // The same badge again within five seconds is one act.
    const inAgain = (): number => {
      const already = events('presence.checked_in').length;
      // Once more than wanted would be on the way out again.
      if (already < 2) scanner.scan(central.badge('good-two-orders').text);
      return already;
    };
    await expect.poll(inAgain, { timeout: 20_000, interval: 6_000 }).toBe(2);
    await row.getByText('Approved, acts since').waitFor(WAIT);
  });

  test('C2: ordered offline it stands at once, and goes with the reason when the office has it switched off', async () => {
    await tab('Orders');
    await central.admin('sections', { clientId: HARBOURLINE, sections: { submitOrders: false } });
    await orderPeople('Night porters');
    expect(await wanted('Night porters')).toMatchObject({ waiting: true });
    await central.heal();
    await desk.getByText('The office did not take “Night porters”.').waitFor(WAIT);
    await expect.poll(async () => await wanted('Night porters'), SOON).toBeUndefined();
    const clients = async () => (await orders()).places.flatMap((place) => place.clients.map(({ id }) => id));
    await expect.poll(clients, SOON).not.toContain(HARBOURLINE);
    const fault = await ask(desk, 'submitOrder', {
      clientId: HARBOURLINE,
      locationId: RIVERSIDE,
      title: 'Again',
      startsAt: '2099-01-01T06:00',
      endsAt: '2099-01-01T14:00',
      wanted: 1,
    });
    expect(fault).toEqual({ fault: 'section_off' });
  });

  test('C4: central has taken the approval, and the journal and its projections agree', async () => {
    await tab('Timesheets');
    await rows().filter({ hasText: 'Gareth Llewellyn' }).getByText('In again since').waitFor(WAIT);
    const taken = async () =>
      (await central.events(gate.home)).find(({ type }) => type === 'timesheet.approved')?.status;
    await expect.poll(taken, SOON).toBe('accepted');
    expect(projectionsOf(gate.home)).toEqual([]);
  });

  test('C2: with orders off for all clients the whole section is off', async () => {
    await central.admin('sections', { sections: { orders: false } });
    await tab('Orders');
    await desk.getByText('This is switched off here').waitFor(WAIT);
    expect((await orders()).access).toBe('off');
  });
});
