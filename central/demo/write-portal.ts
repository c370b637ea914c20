import { statusOf } from '../../core/order/order.ts';
import type { Timesheet, WorkAct } from '../../core/site/portal.ts';
import { momentOfWall } from '../../core/site/wall-time.ts';
import { dateAt } from '../../core/time-on-site/day.ts';
import { sheetId } from '../../core/timesheet/sheet-id.ts';
import { isoOf, type Central } from '../central.ts';
import type { Rows } from '../store/store.ts';
import { publish } from '../sync/publish.ts';
import { tellTimesheets } from '../sync/timesheets.ts';
import { demoId } from './id.ts';
import { orderIdOf } from './orders.ts';
import { PEOPLE, workerIdOf } from './people.ts';
import { APPROVED_FROM, DAYS, DAYS_BACK, WANTED, wantedIdOf, type DayRow, type WantedRow } from './portal.ts';
import { LOCATIONS, RIVERSIDE } from './site.ts';

const DAY_MS = 24 * 3_600_000;

/** Orders around now, and the hours of the days before. What somebody has decided about them stays. */
export async function writePortal(central: Central, rows: Rows, nowMs: number): Promise<void> {
  for (const wanted of WANTED) await writeWanted(rows, wanted, nowMs);
  await writeHours(central, rows, nowMs);
}

const zoneOf = (locationId: string): string => LOCATIONS.find(({ id }) => id === locationId)?.timeZone ?? 'UTC';
/** A clock time so many days from now; what ends before it begins ends on the day after. */
const times = (row: { readonly from: string; readonly to: string }, dayMs: number, timeZone: string) => {
  const at = (ms: number, clock: string): string => isoOf(momentOfWall(`${dateAt(ms, timeZone)}T${clock}`, timeZone));
  return { startsAt: at(dayMs, row.from), endsAt: at(row.to <= row.from ? dayMs + DAY_MS : dayMs, row.to) };
};

async function writeWanted(rows: Rows, row: WantedRow, nowMs: number): Promise<void> {
  const { key, title, clientId, locationId, skill, notes, wanted, placed } = row;
  const id = wantedIdOf(key);
  const when = times(row, nowMs + row.inDays * DAY_MS, zoneOf(locationId));
  const placements = placed.map((person, at) => ({
    id: demoId(`placement/${key}/${person}`),
    orderId: id,
    locationId,
    workerId: workerIdOf(person),
    ...when,
    status: at === 0 ? ('confirmed' as const) : ('placed' as const),
    workerName: nameOf(person),
  }));
  const order = { id, clientId, locationId, title, wanted, ...when, status: 'submitted' as const };
  const more = { ...(skill === undefined ? {} : { skill }), ...(notes === undefined ? {} : { notes }) };
  await publish(rows, 'order', { ...order, ...more, status: statusOf(order, placements) }, nowMs);
  for (const placement of placements) await publish(rows, 'placement', placement, nowMs);
}

function nameOf(key: string): string {
  const person = PEOPLE.find((one) => one.key === key);
  return person ? `${person.firstName} ${person.lastName}` : key;
}

async function writeHours(central: Central, rows: Rows, nowMs: number): Promise<void> {
  const timeZone = zoneOf(RIVERSIDE);
  const back = Array.from({ length: DAYS_BACK }, (_, at) => dateAt(nowMs - (at + 1) * DAY_MS, timeZone));
  const days = back.filter((day) => new Date(day).getUTCDay() !== 0);
  const worked = DAYS.map((row) => ({
    workerId: workerIdOf(row.person),
    locationId: RIVERSIDE,
    acts: days.flatMap((day) => actsOf(row, day, timeZone)),
    near: [],
  }));
  await tellTimesheets(rows, worked, { sha256: central.sha256, nowMs });
  for (const [at, day] of back.entries()) {
    for (const { person } of DAYS) await decide(central, rows, { person, day, daysAgo: at + 1 }, nowMs);
  }
}

function actsOf(row: DayRow, day: string, timeZone: string): WorkAct[] {
  const next = dateAt(momentOfWall(`${day}T12:00`, timeZone) + DAY_MS, timeZone);
  const at = (clock: string): string => isoOf(momentOfWall(`${clock < row.in ? next : day}T${clock}`, timeZone));
  const act = (what: string, clock: string) => ({ eventId: demoId(`act/${row.person}/${day}/${what}`), at: at(clock) });
  return [
    { ...act('in', row.in), kind: 'in', workOrderIds: [orderIdOf('fitOut')] },
    ...(row.break
      ? ([
          { ...act('break', row.break[0]), kind: 'break_start' },
          { ...act('back', row.break[1]), kind: 'break_end' },
        ] as const)
      : []),
    { ...act('out', row.out), kind: 'out', ending: row.ending ?? 'seen' },
  ];
}

interface Decided {
  readonly person: string;
  readonly day: string;
  readonly daysAgo: number;
}

/** The supervisor has approved the older days; one of them nobody agrees about. */
async function decide(central: Central, rows: Rows, { person, day, daysAgo }: Decided, nowMs: number): Promise<void> {
  const id = sheetId(central.sha256, RIVERSIDE, workerIdOf(person), day);
  const sheet = (await rows.records.get('timesheet', id))?.data as unknown as Timesheet | undefined;
  if (sheet?.status !== 'open' || sheet.spans.length === 0) return;
  const by = { decidedBy: demoId('user/supervisor'), decidedAt: isoOf(nowMs) };
  const isDisputed = person === 'declan' && daysAgo === APPROVED_FROM - 1;
  if (isDisputed) {
    const reason = 'He left at four, says the foreman';
    await publish(rows, 'timesheet', { ...sheet, ...by, status: 'disputed', reason }, nowMs);
  } else if (daysAgo >= APPROVED_FROM && person !== 'ewa') {
    await publish(rows, 'timesheet', { ...sheet, ...by, status: 'approved' }, nowMs);
  }
}
