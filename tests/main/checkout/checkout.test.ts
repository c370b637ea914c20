import { describe, expect, test } from 'vitest';
import { createCheckout } from '../../../main/checkout/checkout.ts';
import { compareProjections } from '../../../main/journal/verify.ts';
import { checkIn, checkOut, START_MS } from '../fixtures.ts';
import { put } from '../site.ts';
import { checkoutDesk } from './checkout-desk.ts';

const HOUR = 3_600_000;
const worker = (id: string, firstName: string, more: Record<string, unknown> = {}) =>
  put('worker', id, { firstName, lastName: 'Reed', ...more });
const at = (workerId: string, locationId: string, since = START_MS) =>
  put('presence', `${workerId}-${locationId}`, {
    workerId,
    locationId,
    gateId: 'gate-9',
    inside: true,
    since: new Date(since).toISOString(),
    eventId: `seen-${workerId}`,
  });
const PEOPLE = [worker('ben', 'Ben'), worker('cleo', 'Cleo', { contractorId: 'contractor-1' }), worker('dan', 'Dan')];
const names = (rows: readonly { readonly name: string }[]) => rows.map(({ name }) => name.split(' ')[0]);

describe('B2: the list of bulk checkout', () => {
  test('has everybody over all of the user’s places, likeliest to have left first', () => {
    const { list, journal, clock } = checkoutDesk([...PEOPLE, at('dan', 'location-2', START_MS - 20 * HOUR)]);
    journal.append([checkIn('anna')]);
    clock.advance(9 * HOUR);
    journal.append([checkIn('ben')]);
    const { rows, total } = list();
    expect(rows.map(({ name, locationName, sign }) => [name.split(' ')[0], locationName, sign])).toEqual([
      ['Dan', 'Depot', 'long_inside'],
      ['Anna', 'Riverside', 'shift_over'],
      ['Ben', 'Riverside', 'at_work'],
    ]);
    expect(total).toBe(3);
  });

  test('C1: has nobody of a place that is not the user’s', () => {
    const elsewhere = put('location', 'location-3', {
      name: 'Yard',
      clientIds: [],
      timeZone: 'Europe/Warsaw',
      requiresCheckIn: true,
    });
    const { list } = checkoutDesk([...PEOPLE, elsewhere, at('dan', 'location-3')]);
    expect(list()).toMatchObject({ rows: [], all: 0 });
  });

  test.each([
    ['a name', { query: 'cle' }, ['Cleo']],
    ['a company', { contractorId: 'contractor-1' }, ['Anna', 'Cleo']],
    ['a place', { locationId: 'location-2' }, ['Dan']],
    ['a client', { clientId: 'client-1' }, ['Anna']],
    ['nobody', { query: 'zzz' }, []],
  ])('is narrowed by %s', (_what, filters, found) => {
    const { list, journal } = checkoutDesk([...PEOPLE, at('dan', 'location-2')]);
    journal.append([checkIn('anna'), checkIn('ben'), checkIn('cleo')]);
    const { rows, all } = list(filters);
    expect([new Set(names(rows)), all]).toEqual([new Set(found), 4]);
  });
});

describe('B2: checking out many', () => {
  test('all that match, each out of where they are, but for those taken out of the choice', async () => {
    const all = checkoutDesk([...PEOPLE, at('dan', 'location-2')]);
    all.journal.append([checkIn('anna'), checkIn('ben'), checkIn('cleo')]);
    await all.checkOutAll({}, [{ workerId: 'ben', locationId: 'location-1' }]);
    expect(all.checkout.getCheckOutBatch(undefined)).toMatchObject({ state: 'done', asked: 3, checkedOut: 3 });
    const outs = all.outs().map(({ data }) => [data['workerId'], data['atLocationId'], data['mode']]);
    expect(outs).toHaveLength(3);
    expect(outs).toEqual(
      expect.arrayContaining([
        ['anna', undefined, 'bulk'],
        ['cleo', undefined, 'bulk'],
        ['dan', 'location-2', 'bulk'],
      ]),
    );
    expect(names(all.list().rows)).toEqual(['Ben']);
  });

  test('B5, B6, B7: now, by name, with the reason, as an estimate', async () => {
    const { journal, clock, checkOutAll, outs } = checkoutDesk(PEOPLE);
    journal.append([checkIn('ben')]);
    clock.advance(HOUR);
    await checkOutAll();
    expect(outs()).toMatchObject([
      {
        occurredAt: new Date(START_MS + HOUR).toISOString(),
        actor: { kind: 'user', userId: 'user-1' },
        data: { estimated: true, reason: 'The site closes', insideMs: HOUR },
      },
    ]);
  });

  test('whoever came in after the list was read stays in', async () => {
    const { journal, clock, checkout, outs, list } = checkoutDesk(PEOPLE);
    journal.append([checkIn('ben')]);
    const { asOfMs } = list();
    clock.advance(1000);
    journal.append([checkIn('cleo')]);
    checkout.checkOutMany({ who: { all: { query: '' }, except: [], asOfMs }, reason: 'Evening' });
    await checkout.settled();
    expect(outs().map(({ data }) => data['workerId'])).toEqual(['ben']);
  });

  test('who scans out meanwhile is said to be out already, and has one record', async () => {
    let scansOut = true;
    const all = checkoutDesk(PEOPLE, () => {
      if (scansOut) all.journal.append([checkOut('ben')]);
      scansOut = false;
    });
    all.journal.append([checkIn('anna'), checkIn('ben')]);
    await all.checkOutAll();
    expect(all.checkout.getCheckOutBatch(undefined)).toMatchObject({ checkedOut: 1, alreadyOut: 1 });
    expect(all.outs()).toHaveLength(2);
  });

  test('C1: a place that is not the user’s is not touched, whatever the desk asks for', async () => {
    const elsewhere = put('location', 'location-3', {
      name: 'Yard',
      clientIds: [],
      timeZone: 'Europe/Warsaw',
      requiresCheckIn: true,
    });
    const { checkout, outs } = checkoutDesk([...PEOPLE, elsewhere, at('dan', 'location-3')]);
    checkout.checkOutMany({ who: { people: [{ workerId: 'dan', locationId: 'location-3' }] }, reason: 'Evening' });
    await checkout.settled();
    expect([checkout.getCheckOutBatch(undefined)?.notAllowed, outs()]).toEqual([1, []]);
  });

  test('a full disk ends it: the rest is as it was, and said', async () => {
    const { journal, checkOutAll, checkout, fillDisk, list } = checkoutDesk(PEOPLE);
    journal.append([checkIn('ben')]);
    fillDisk();
    await checkOutAll();
    expect(checkout.getCheckOutBatch(undefined)).toMatchObject({ state: 'done', checkedOut: 0, fault: 'disk_full' });
    expect(list().total).toBe(1);
  });

  test('stopped, it leaves the rest inside', async () => {
    const many = Array.from({ length: 120 }, (_, n) => `w-${n}`);
    let breaths = 0;
    const all = checkoutDesk([], () => {
      breaths += 1;
      if (breaths === 2)
        all.checkout.stopCheckOut({ batchId: all.checkout.getCheckOutBatch(undefined)?.batchId ?? '' });
    });
    all.journal.append(many.map(checkIn));
    await all.checkOutAll();
    const { checkedOut = 0 } = all.checkout.getCheckOutBatch(undefined) ?? {};
    expect(checkedOut).toBeGreaterThan(0);
    expect(all.list().total).toBe(120 - checkedOut);
  });
});

describe('a batch is taken back', () => {
  test('as a whole: everybody is where they were, here and elsewhere, and the projections agree', async () => {
    const all = checkoutDesk([...PEOPLE, at('dan', 'location-2')]);
    all.journal.append([checkIn('anna'), checkIn('ben')]);
    const before = all.list().rows;
    all.clock.advance(1000);
    const { batchId = '' } = await all.checkOutAll();
    expect(all.list().total).toBe(0);
    expect(all.checkout.undoCheckOut({ batchId })).toEqual({ result: 'started' });
    await all.checkout.settled();
    expect(all.checkout.getCheckOutBatch(undefined)).toMatchObject({ state: 'undone', undone: 3 });
    expect(all.list().rows).toEqual(before);
    expect(compareProjections(all.db, all.journal.all())).toEqual([]);
  });

  test('but for those who have come in again since', async () => {
    const all = checkoutDesk(PEOPLE);
    all.journal.append([checkIn('anna'), checkIn('ben')]);
    const { batchId = '' } = await all.checkOutAll();
    all.clock.advance(1000);
    all.journal.append([checkIn('ben')]);
    all.checkout.undoCheckOut({ batchId });
    await all.checkout.settled();
    expect(all.checkout.getCheckOutBatch(undefined)).toMatchObject({ undone: 1 });
    expect(all.list().rows.find(({ workerId }) => workerId === 'ben')?.sinceMs).toBe(all.clock.nowMs());
  });

  test('B2: also after the program was started anew, once and within its time', async () => {
    const all = checkoutDesk([...PEOPLE, at('dan', 'location-2')]);
    all.journal.append([checkIn('anna'), checkIn('ben')]);
    const before = all.list().rows;
    all.clock.advance(1000);
    const { batchId = '' } = await all.checkOutAll();
    const anew = () => createCheckout({ ...all.ground, breathe: async () => undefined, changed: () => undefined });
    const [checkout, late] = [anew(), anew()];
    expect(checkout.getCheckOutBatch(undefined)).toMatchObject({ batchId, state: 'done', asked: 3, checkedOut: 3 });
    expect(checkout.undoCheckOut({ batchId })).toEqual({ result: 'started' });
    await checkout.settled();
    expect(all.list().rows).toEqual(before);
    expect(compareProjections(all.db, all.journal.all())).toEqual([]);
    expect(anew().getCheckOutBatch(undefined)).toBeNull();
    all.clock.advance(HOUR);
    expect(late.undoCheckOut({ batchId })).toEqual({ result: 'late' });
  });

  test('not when its time is over', async () => {
    const { journal, clock, checkout, checkOutAll } = checkoutDesk(PEOPLE);
    journal.append([checkIn('ben')]);
    const { batchId = '' } = await checkOutAll();
    clock.advance(HOUR);
    expect(checkout.undoCheckOut({ batchId })).toEqual({ result: 'late' });
  });
});
