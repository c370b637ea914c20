import type { Act, Activity, Moment } from '../store.ts';
import { selected, type Columns, type Sql } from './sql.ts';

/** Nobody comes and goes oftener between what arrives late and what was there before; if so, it is asked one by one. */
export const AFTER_MOST = 50;

/** Acts and activities by the set: what `gathered` reads ahead and writes behind. Only acts that stand are ever found. */
export interface ActTables {
  add(acts: readonly Act[]): Promise<void>;
  undo(eventId: string, gateId: string): Promise<void>;
  /** Which of these acts their gates took back before they arrived. */
  undone(acts: readonly { readonly eventId: string; readonly gateId: string }[]): Promise<string[]>;
  /** The last act of each of these people. */
  last(workerIds: readonly string[]): Promise<Act[]>;
  /** The last act before each of these moments. */
  before(moments: readonly Moment[]): Promise<Act[]>;
  /** The first `AFTER_MOST` acts from each of these moments on. */
  from(moments: readonly Moment[]): Promise<Act[]>;
  latest(pairs: readonly { readonly workerId: string; readonly locationId: string }[]): Promise<Act[]>;
  addActivities(activities: readonly Activity[]): Promise<void>;
  takeOldActivity(locationId: string, beforeMs: number, most: number): Promise<string[]>;
}

const ACT = {
  workerId: 'text',
  correctedAtMs: 'bigint',
  eventId: 'text',
  gateId: 'text',
  locationId: 'text',
  inside: 'bigint',
} as const;
interface ActRow extends Omit<Act, 'inside'> {
  readonly inside: number;
}
const MOMENT: Columns<MomentFields> = { workerId: 'text', atMs: 'bigint', eventId: 'text' };
type MomentFields = { readonly [K in keyof Moment]: Moment[K] };
const ACTIVITY = { locationId: 'text', correctedAtMs: 'bigint', eventId: 'text' } as const;
const STANDS = `not exists (select 1 from undone_act u where u.event_id = act.event_id and u.gate_id = act.gate_id)`;

const understood = (row: ActRow): Act => ({ ...row, inside: row.inside === 1 });
const written = (act: Act) => ({
  ...act,
  inside: act.inside ? 1 : 0,
});

export function actTables(sql: Sql): ActTables {
  const add = sql.insert('act', ACT);
  const undo = sql.insert(
    'undone_act',
    { eventId: 'text', gateId: 'text' },
    'on conflict (event_id, gate_id) do nothing',
  );
  const undone = sql.pick<{ eventId: string; gateId: string }, { eventId: string }>(
    { eventId: 'text', gateId: 'text' },
    'select event_id as "eventId" from undone_act where event_id = @eventId and gate_id = @gateId',
  );
  const near = (sign: '<' | '>=', order: 'asc' | 'desc', most: number) =>
    sql[most === 1 ? 'pick' : 'forEach']<MomentFields, ActRow>(
      MOMENT,
      `select ${selected(ACT)} from act where worker_id = @workerId and (corrected_at_ms, event_id) ${sign} (@atMs, @eventId)
         and ${STANDS} order by corrected_at_ms ${order}, event_id ${order} limit ${most}`,
    );
  const before = near('<', 'desc', 1);
  const from = near('>=', 'asc', AFTER_MOST);
  const last = sql.pick<{ workerId: string }, ActRow>(
    { workerId: 'text' },
    `select ${selected(ACT)} from act where worker_id = @workerId and ${STANDS}
     order by corrected_at_ms desc, event_id desc limit 1`,
  );
  const latest = sql.pick<{ workerId: string; locationId: string }, ActRow>(
    { workerId: 'text', locationId: 'text' },
    `select ${selected(ACT)} from act where worker_id = @workerId and location_id = @locationId and ${STANDS}
     order by corrected_at_ms desc, event_id desc limit 1`,
  );
  const addActivities = sql.insert(
    'activity',
    ACTIVITY,
    'on conflict (location_id, corrected_at_ms, event_id) do nothing',
  );
  const oldestKept = sql.query<{ locationId: string; before: number }, { atMs: number }>(
    `select corrected_at_ms as "atMs" from activity where location_id = @locationId
     order by corrected_at_ms desc limit 1 offset @before`,
  );
  const takeOld = sql.query<{ locationId: string; beforeMs: number }, { eventId: string }>(
    `delete from activity where location_id = @locationId and corrected_at_ms < @beforeMs returning event_id as "eventId"`,
  );

  return {
    add: (acts) => add(acts.map(written)),
    undo: (eventId, gateId) => undo([{ eventId, gateId }]),
    undone: async (acts) =>
      (await undone(acts.map(({ eventId, gateId }) => ({ eventId, gateId })))).map(({ eventId }) => eventId),
    last: async (workerIds) => (await last(workerIds.map((workerId) => ({ workerId })))).map(understood),
    before: async (moments) => (await before(moments.map((one) => ({ ...one })))).map(understood),
    from: async (moments) => (await from(moments.map((one) => ({ ...one })))).map(understood),
    latest: async (pairs) => (await latest(pairs.map((one) => ({ ...one })))).map(understood),
    addActivities: (activities) => addActivities(activities.map((one) => ({ ...one }))),
    takeOldActivity: async (locationId, beforeMs, most) => {
      const kept = await oldestKept.get({ locationId, before: most - 1 });
      const taken = await takeOld.all({ locationId, beforeMs: Math.max(beforeMs, kept?.atMs ?? beforeMs) });
      return taken.map(({ eventId }) => eventId);
    },
  };
}
