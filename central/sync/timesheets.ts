/** C4: keeps the timesheets in step with the acts, whichever order they arrive in. */
import type { EventEnvelope } from '../../core/event/event.ts';
import { policySchema, type Location, type Policy, type Worker } from '../../core/site/entities.ts';
import type { Timesheet, WorkAct } from '../../core/site/portal.ts';
import { placedActOf } from '../../core/timesheet/acts.ts';
import { sheetId } from '../../core/timesheet/sheet-id.ts';
import { clientAt, daysAround, daysBeyond, sheetsWith } from '../../core/timesheet/sheet.ts';
import { dateAt } from '../../core/time-on-site/day.ts';
import type { Rows } from '../store/store.ts';
import type { IntakeContext } from './intake.ts';
import type { News } from './news.ts';
import { placeOf } from './presence.ts';
import { publishAll } from './publish.ts';
import { recordOf } from './record-of.ts';
import { understood } from './understood.ts';

const DAY_MS = 24 * 3_600_000;

/** One person's acts at one place that are to be counted; `near`: moments whose days are looked at besides. */
export interface Worked {
  readonly workerId: string;
  readonly locationId: string;
  readonly acts: WorkAct[];
  readonly near: { readonly at: string }[];
}

/** Notes an act that hours are made of, or a decision about a day that may meet other hours here. */
export async function recordWork(rows: Rows, event: EventEnvelope, { worked }: News): Promise<void> {
  const of = (workerId: string, locationId: string): Worked => {
    const key = `${workerId} ${locationId}`;
    const known = worked.get(key) ?? { workerId, locationId, acts: [], near: [] };
    worked.set(key, known);
    return known;
  };
  const known = understood(event);
  if (known?.type === 'timesheet.approved' || known?.type === 'timesheet.disputed') {
    const { workerId, atLocationId, day } = known.data;
    of(workerId, atLocationId ?? event.locationId).near.push({ at: `${day}T12:00:00.000Z` });
    return;
  }
  const placed = placedActOf(event);
  if (!placed) return;
  const { workerId, locationId, act } = placed;
  if (act.undoes === undefined) return void of(workerId, locationId).acts.push(act);
  const undone = await rows.events.byId(act.undoes);
  const at = undone ? placeOf(JSON.parse(undone.body) as EventEnvelope) : locationId;
  of(workerId, at).acts.push(act);
}

/** Counts what was noted, each person once. A sheet that stays as it is tells nobody. */
export async function tellTimesheets(rows: Rows, all: Iterable<Worked>, context: IntakeContext): Promise<void> {
  const near: Near[] = [];
  for (const worked of all) {
    const location = await recordOf(rows, 'location', worked.locationId);
    if (location) near.push({ ...worked, location, ids: sheetsNear(worked, location, context) });
  }
  await rows.records.readAhead(
    'timesheet',
    near.flatMap(({ ids }) => [...ids.values()]),
  );
  await rows.records.readAhead(
    'worker',
    near.map(({ workerId }) => workerId),
  );
  const works = near.flatMap(({ acts }) => acts.flatMap(({ workOrderIds }) => workOrderIds ?? []));
  await rows.records.readAhead('workOrder', works);
  await rows.records.readAhead('booking', works);
  const sheets: Timesheet[] = [];
  const rules = new Map<string, Policy>();
  for (const one of near) {
    const policy = rules.get(one.locationId) ?? (await policyOf(rows, one.locationId));
    rules.set(one.locationId, policy);
    sheets.push(...(await counted(rows, one, policy, context)));
  }
  await publishAll(rows, 'timesheet', sheets, context.nowMs);
}

interface Near extends Worked {
  readonly location: Location;
  /** The ids of the sheets around what was noted, by their days. */
  readonly ids: ReadonlyMap<string, string>;
}

/** Nobody has worked after tomorrow. */
function sheetsNear({ workerId, acts, near }: Worked, { id, timeZone }: Location, context: IntakeContext) {
  const last = dateAt(context.nowMs + DAY_MS, timeZone);
  const days = daysAround([...acts, ...near], timeZone).filter((day) => day <= last);
  const noted = acts.map(({ at }) => dateAt(Date.parse(at), timeZone));
  const all = new Set([...days, ...noted]);
  return new Map([...all].map((day) => [day, sheetId(context.sha256, id, workerId, day)]));
}

async function counted(
  rows: Rows,
  { workerId, acts, location, ids }: Near,
  rules: Policy,
  context: IntakeContext,
): Promise<Timesheet[]> {
  const near = await readAll(rows, ids.values());
  const last = dateAt(context.nowMs + DAY_MS, location.timeZone);
  const beyond = new Map(
    daysBeyond(near, acts, location.timeZone, last)
      .filter((day) => !ids.has(day))
      .map((day) => [day, sheetId(context.sha256, location.id, workerId, day)]),
  );
  if (beyond.size > 0) await rows.records.readAhead('timesheet', [...beyond.values()]);
  const known = [...near, ...(await readAll(rows, beyond.values()))];
  const clients = await clientsOf(rows, [...known.flatMap((sheet) => sheet.acts), ...acts]);
  const worker = (await rows.records.get('worker', workerId))?.data as Worker | undefined;
  return sheetsWith(known, acts, {
    workerId,
    locationId: location.id,
    timeZone: location.timeZone,
    rules,
    idOf: (day) => ids.get(day) ?? beyond.get(day) ?? day,
    clientOf: clientAt(location, clients),
    ...(worker ? { workerName: `${worker.firstName} ${worker.lastName}` } : {}),
  });
}

async function readAll(rows: Rows, ids: Iterable<string>): Promise<Timesheet[]> {
  const sheets: Timesheet[] = [];
  for (const id of ids) {
    const sheet = await rows.records.get('timesheet', id);
    if (sheet) sheets.push(sheet.data as unknown as Timesheet);
  }
  return sheets;
}

async function policyOf(rows: Rows, locationId: string): Promise<Policy> {
  const [policy] = await rows.records.referring('policy', 'locationId', locationId);
  return policySchema.parse(policy?.data ?? { id: locationId, locationId });
}

/** Whose the work is that people came for: work orders and events, by their ids. */
async function clientsOf(rows: Rows, acts: readonly WorkAct[]): Promise<ReadonlyMap<string, string>> {
  const clients = new Map<string, string>();
  for (const id of new Set(acts.flatMap(({ workOrderIds }) => workOrderIds ?? []))) {
    const work = (await rows.records.get('workOrder', id)) ?? (await rows.records.get('booking', id));
    if (work) clients.set(id, String(work.data['clientId']));
  }
  return clients;
}
