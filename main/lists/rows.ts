import { attendance, type Attendance, type AttendanceRules } from '../../core/site/attendance.ts';
import type { WorkOrder } from '../../core/site/entities.ts';
import type { GrantedRow, InsideRow, ScheduledRow, WorkingRow } from '../../preload/views.ts';
import { entryIdOf } from '../cache/directory-work.ts';
import type { Cache } from '../cache/cache.ts';
import type { Projections } from '../journal/projections.ts';
import type { SitePresences } from '../presence/site-presence.ts';
import type { Sqlite } from '../sqlite.ts';
import { personName } from '../view/feed.ts';
import type { Key } from './presence-keys.ts';

export interface RowParts {
  readonly db: Sqlite;
  readonly cache: Cache;
  readonly projections: Projections;
  readonly presence: Pick<SitePresences, 'of' | 'gateName'>;
  readonly rules: () => AttendanceRules;
}
/** Fills the keys of one page in; a row whose person is gone in the meantime is left out where the list is of plans. */
export interface Rows {
  readonly scheduled: (keys: readonly Key[], nowMs: number) => ScheduledRow[];
  readonly granted: (keys: readonly Key[]) => GrantedRow[];
  readonly inside: (keys: readonly Key[]) => InsideRow[];
  readonly working: (keys: readonly Key[], nowMs: number) => WorkingRow[];
}

const SCHEDULED_STATES: Readonly<Record<Attendance, ScheduledRow['state']>> = {
  scheduled: 'expected',
  late: 'late',
  no_show: 'late',
  in: 'inside',
  on_break: 'inside',
  out: 'left',
};
const UNKNOWN = { name: '—' };

export function createRows({ db, cache, projections, presence, rules }: RowParts): Rows {
  const workerOf = db.prepare<[number], string>('select worker_id from cache.person where n = ?').pluck();
  const orderOf = db.prepare<[number], string>('select order_id from cache.work where n = ?').pluck();
  const refOf = (order: WorkOrder): ScheduledRow['order'] => {
    const { id, number, title } = order;
    return { id, number, title, clientName: cache.get('client', order.clientId)?.name ?? '' };
  };
  /** Of an event by a line of its roster: it has a name and no number. */
  const eventRef = (id: string): ScheduledRow['order'] | undefined => {
    const booking = cache.get('booking', cache.get('rosterEntry', id)?.bookingId ?? '');
    if (!booking) return undefined;
    return { id, number: '', title: booking.name, clientName: cache.get('client', booking.clientId)?.name ?? '' };
  };
  const refsOf = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const order = cache.get('workOrder', id);
      return (order ? refOf(order) : eventRef(id)) ?? [];
    });
  const workerIdOf = ({ worker, person }: Key): string | undefined =>
    worker ?? (person === null ? undefined : workerOf.get(person));
  /** The work that a key stands for: a work order, or somebody's line of an event's roster with its own times. */
  const planOf = ({ work }: Key) => {
    const id = work === null ? undefined : orderOf.get(work);
    if (id === undefined) return undefined;
    const entryId = entryIdOf(id);
    const timed = entryId === undefined ? cache.get('workOrder', id) : cache.get('rosterEntry', entryId);
    const [order] = refsOf([entryId ?? id]);
    return timed && order && { order, startsAtMs: Date.parse(timed.startsAt), endsAtMs: Date.parse(timed.endsAt) };
  };

  return {
    scheduled: (keys, nowMs) =>
      keys.flatMap((key) => {
        const [workerId, plan] = [workerIdOf(key), planOf(key)];
        const person = workerId === undefined ? undefined : personName(cache, workerId);
        if (workerId === undefined || !plan || !person) return [];
        const state = SCHEDULED_STATES[attendance({ ...plan, ...presence.of(workerId), nowMs }, rules())];
        return [{ key: key.shift ?? '', workerId, ...person, ...plan, state }];
      }),
    granted: (keys) =>
      keys.flatMap((key) => {
        const workerId = workerIdOf(key) ?? '';
        const grant = projections.grantOf(workerId, undefined);
        if (!grant) return [];
        const { workOrderIds, grantedAtMs, untilMs } = grant;
        const person = personName(cache, workerId) ?? UNKNOWN;
        const inside = presence.of(workerId)?.inside ?? false;
        return [{ key: workerId, workerId, ...person, orders: refsOf(workOrderIds), grantedAtMs, untilMs, inside }];
      }),
    inside: (keys) =>
      keys.flatMap((key) => {
        const workerId = workerIdOf(key) ?? '';
        const seen = presence.of(workerId);
        if (!seen) return [];
        const { sinceMs, breakSinceMs } = seen;
        const gateName = presence.gateName(seen.gateId);
        const orders = refsOf(projections.grantOf(workerId, undefined)?.workOrderIds ?? []);
        const person = personName(cache, workerId) ?? UNKNOWN;
        return [
          {
            key: workerId,
            workerId,
            ...person,
            orders,
            sinceMs,
            ...(breakSinceMs === undefined ? {} : { breakSinceMs }),
            ...(gateName === undefined ? {} : { gateName }),
          },
        ];
      }),
    working: (keys, nowMs) =>
      keys.flatMap((key) => {
        const workerId = workerIdOf(key);
        if (workerId === undefined) return [];
        const planned = planOf(key);
        const seen = presence.of(workerId);
        const state = attendance({ ...planned, ...seen, nowMs }, rules());
        const sinceMs = state === 'on_break' ? seen?.breakSinceMs : seen?.sinceMs;
        const counts = state === 'in' || state === 'on_break' || state === 'out';
        return [
          {
            key: workerId,
            workerId,
            ...(personName(cache, workerId) ?? UNKNOWN),
            ...planned,
            state,
            ...(counts && sinceMs !== undefined ? { sinceMs } : {}),
          },
        ];
      }),
  };
}
