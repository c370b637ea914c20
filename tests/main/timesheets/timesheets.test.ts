import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../core/event/event.ts';
import { sheetId } from '../../../core/timesheet/sheet-id.ts';
import type { SheetFilters, SheetsAsk } from '../../../preload/timesheet-views.ts';
import { checkIn, checkOut, IDENTITY, sha256 } from '../fixtures.ts';
import { portalDesk } from '../portal/portal-desk.ts';
import { put } from '../site.ts';

const HOUR = 3_600_000;
const DAY = '2026-03-02';
const WEEK: SheetFilters = { query: '', fromDay: '2026-03-01', toDay: '2026-03-07' };
const ASK: SheetsAsk = { ...WEEK, offset: 0, limit: 50 };
const told = (workerId: string, workerName: string, more: Record<string, unknown> = {}, rev = 1) => {
  const { locationId = 'location-1', day = DAY } = more;
  return put(
    'timesheet',
    sheetId(sha256, String(locationId), workerId, String(day)),
    {
      workerId,
      workerName,
      locationId: 'location-1',
      clientId: 'client-1',
      day: DAY,
      status: 'open',
      spans: [{ from: `${DAY}T06:00:00.000Z`, to: `${DAY}T14:00:00.000Z`, estimated: false }],
      workedMinutes: 480,
      breakMinutes: 0,
      estimated: false,
      ...more,
    },
    rev,
  );
};
const TOLD = [
  told('anna', 'Anna Kowalska'),
  told('bo', 'Bo Lind', { locationId: 'location-2', clientId: 'client-2', workedMinutes: 300, day: '2026-03-03' }),
  told('cy', 'Cy Hall', { status: 'disputed', reason: 'Left at noon', decidedBy: 'both' }),
  told('di', 'Di Wu', { locationId: 'location-9' }),
];
const read = (desk: ReturnType<typeof portalDesk>, more: Partial<SheetsAsk> = {}) =>
  desk.timesheets.listTimesheets({ ...ASK, ...more });
const says = (desk: ReturnType<typeof portalDesk>, more: Partial<SheetsAsk> = {}) =>
  read(desk, more).rows.map(
    ({ name, day, workedMinutes, state }) => `${name} ${day.slice(-2)} ${workedMinutes} ${state}`,
  );

/** Anna works from 6 to 14 here, and central has not heard. */
function workedOffline(more: readonly Fact[] = []) {
  const desk = portalDesk();
  desk.journal.append([checkIn('anna')]);
  desk.clock.advance(8 * HOUR);
  desk.journal.append([checkOut('anna'), ...more]);
  return desk;
}

describe('C4: hours', () => {
  test.each<[string, Partial<SheetsAsk>, string[]]>([
    ['nothing', {}, ['Bo Lind 03 300 open', 'Anna Kowalska 02 480 open', 'Cy Hall 02 480 disputed']],
    ['a day', { fromDay: DAY, toDay: DAY }, ['Anna Kowalska 02 480 open', 'Cy Hall 02 480 disputed']],
    ['a person', { query: 'kow' }, ['Anna Kowalska 02 480 open']],
    ['a client', { clientId: 'client-2' }, ['Bo Lind 03 300 open']],
    ['a place', { locationId: 'location-2' }, ['Bo Lind 03 300 open']],
    ['a state', { state: 'disputed' }, ['Cy Hall 02 480 disputed']],
  ])('are narrowed by %s', (_what, more, expected) => {
    expect(says(portalDesk(TOLD), more)).toEqual(expected);
  });

  test.each([
    ['both', 3, 1260],
    ['here', 2, 960],
    ['contact', 2, 960],
    ['guard', 0, 0],
    [undefined, 0, 0],
  ])('C1: %s sees those of the own places and people', (user, total, workedMinutes) => {
    const desk = portalDesk(TOLD);
    desk.signIn(user);
    expect(read(desk)).toMatchObject({ total, workedMinutes });
  });

  test('are counted here where central has not told any, under the id that central will use', () => {
    const [row] = read(workedOffline()).rows;
    expect(row).toMatchObject({
      timesheetId: sheetId(sha256, IDENTITY.locationId, 'anna', DAY),
      workedMinutes: 480,
      clientName: 'Harbour Works',
      canApprove: true,
    });
  });

  test('that central has told meet what was done here since', () => {
    const act = (id: string, at: string, kind: string) => ({ eventId: id, at: `${DAY}T${at}:00.000Z`, kind });
    const desk = portalDesk([
      told('anna', 'Anna Kowalska', { workedMinutes: 0, spans: [], acts: [act('e1', '04:00', 'in')] }),
    ]);
    desk.clock.advance(2 * HOUR);
    desk.journal.append([checkOut('anna')]);
    expect(says(desk)).toEqual(['Anna Kowalska 02 240 open']);
  });

  test('of somebody inside can’t be approved, but disputed', async () => {
    const desk = portalDesk();
    desk.journal.append([checkIn('anna')]);
    expect(read(desk).rows).toMatchObject([{ state: 'inside', canApprove: false, canDispute: true }]);
    const all = { who: { all: WEEK, except: [] } };
    expect(await desk.timesheets.decideTimesheets(all)).toEqual({ decided: 0, left: 1 });
  });
});

describe('C4: a decision', () => {
  test('is there at once, offline, locked, and flagged by what happens later', async () => {
    const desk = workedOffline();
    const [row] = read(desk).rows;
    const answer = await desk.timesheets.decideTimesheets({ who: { ids: [row!.timesheetId] } });
    expect([answer, says(desk)]).toEqual([{ decided: 1, left: 0 }, ['Anna Kowalska 02 480 approved']]);
    expect(desk.last()?.data).toMatchObject({ workerId: 'anna', day: DAY, workedMinutes: 480, breakMinutes: 0 });
    expect(read(desk).rows).toMatchObject([{ waiting: true, decidedByName: 'R. Whitfield', canDispute: false }]);
    desk.clock.advance(HOUR);
    desk.journal.append([checkIn('anna')]);
    desk.clock.advance(HOUR);
    desk.journal.append([checkOut('anna')]);
    expect(read(desk).rows).toMatchObject([{ state: 'later', workedMinutes: 480, later: { workedMinutes: 540 } }]);
  });

  test('goes when central refuses it, and says so', async () => {
    const desk = workedOffline();
    await desk.timesheets.decideTimesheets({ who: { all: WEEK, except: [] } });
    desk.answer(desk.journal.lastSeq(), 'rejected', 'timesheet_locked');
    expect(read(desk)).toMatchObject({
      rows: [{ state: 'open' }],
      refused: [{ name: 'Anna Kowalska', day: DAY, code: 'timesheet_locked' }],
    });
  });

  test('about hours of another place names it', async () => {
    const desk = portalDesk(TOLD);
    await desk.timesheets.decideTimesheets({
      who: { all: { ...WEEK, locationId: 'location-2' }, except: [] },
      dispute: 'Not with us that day',
    });
    expect(desk.last()).toMatchObject({
      type: 'timesheet.disputed',
      data: { workerId: 'bo', atLocationId: 'location-2', reason: 'Not with us that day' },
    });
    expect(says(desk, { locationId: 'location-2' })).toEqual(['Bo Lind 03 300 disputed']);
  });

  test('about all that match leaves out who was taken out, and what can’t be decided on', async () => {
    const desk = portalDesk([...TOLD, told('ed', 'Ed Ray', { status: 'approved' })]);
    const except = [sheetId(sha256, 'location-1', 'cy', DAY)];
    expect(await desk.timesheets.decideTimesheets({ who: { all: WEEK, except } })).toEqual({ decided: 2, left: 1 });
  });

  test('C1: about others’ hours is none', async () => {
    const desk = portalDesk(TOLD);
    desk.signIn('here');
    const ids = [sheetId(sha256, 'location-2', 'bo', '2026-03-03'), sheetId(sha256, 'location-9', 'di', DAY)];
    expect(await desk.timesheets.decideTimesheets({ who: { ids } })).toEqual({ decided: 0, left: 2 });
    expect(desk.journal.lastSeq()).toBe(0);
  });
});
