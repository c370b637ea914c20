import type { Heard } from '../../core/presence/merge.ts';
import { RESTORED, type HeardAct } from '../../core/peers/heard-acts.ts';
import type { Reached } from '../../core/peers/take-entries.ts';
import type { HeardPermit } from '../../core/peers/heard-permits.ts';
import type { Sqlite } from '../sqlite.ts';
import { createPermitStore, type PermitStore } from './permit-store.ts';

/** What is known of another gate's journal. */
export interface PeerLine extends Reached {
  /** Acts that were taken over, since the beginning. */
  readonly taken: number;
  /** When it last answered, by this device's clock. */
  readonly heardAtMs: number;
  /** Where it answered. */
  readonly address: string;
}

/** What the other gates told themselves: beside the journal, for it is theirs, and beside the cache, for central did not tell it. */
export interface HeardStore {
  /** All of it or nothing, with how far that journal is known now. */
  readonly take: (
    deviceId: string,
    acts: readonly HeardAct[],
    line: Omit<PeerLine, 'taken'>,
    permits?: readonly HeardPermit[],
  ) => void;
  readonly permits: PermitStore;
  readonly lineOf: (deviceId: string) => PeerLine | undefined;
  /** Where the gates' latest act that stands put a person. */
  readonly of: (workerId: string) => Heard | undefined;
  /** The gate of that act told it, or its undoing, itself: it is the later word on it than central's. */
  readonly knows: (eventId: string) => boolean;
  readonly act: (id: string) => HeardAct | undefined;
  /** Central has these and has been heard since: its word stands for them. */
  readonly dropTo: (deviceId: string, seq: number) => void;
  /** Central has withdrawn this gate: what it knows of people goes. */
  readonly forget: () => void;
  /** Grows with every change. */
  readonly revision: () => number;
}

/**
 * Acts kept, as many as central keeps for a place: for weeks without central, all of them would be read with every scan. Where somebody
 * is stays known, however long ago it was told.
 */
export const MOST_HEARD = 5000;
const SWEEP_AFTER = 500;

interface ActRow {
  id: string;
  device_id: string;
  gate_id: string;
  seq: number;
  type: string;
  worker_id: string | null;
  at_ms: number;
  inside: number | null;
  undoes: string | null;
  code: string | null;
  mode: string | null;
  user_id: string | null;
}
type PresenceRow = Pick<ActRow, 'worker_id' | 'gate_id' | 'at_ms'> & {
  worker_id: string;
  inside: number;
  event_id: string;
};

export function createHeardStore(db: Sqlite): HeardStore {
  const put = db.prepare(
    `insert or ignore into heard_act values (@id, @deviceId, @gateId, @seq, @type, @workerId, @atMs, @inside, @undoes, @code, @mode, @userId)`,
  );
  const putLine = db.prepare(
    `insert into peer_line values (@deviceId, @seq, @hash, @taken, @heardAtMs, @address)
     on conflict do update set seq = excluded.seq, hash = excluded.hash, taken = taken + excluded.taken,
       heard_at_ms = excluded.heard_at_ms, address = excluded.address`,
  );
  const line = db.prepare<[string], PeerLine>(
    'select seq, hash, taken, heard_at_ms as heardAtMs, address from peer_line where device_id = ?',
  );
  // As the view `heard_presence` has it of everybody, without its sorting: this is asked of each person of a bulk checkout.
  const standing = db.prepare<[string], PresenceRow>(
    `select worker_id, gate_id, inside, at_ms, id as event_id from heard_act a where worker_id = ? and inside is not null
       and not exists (select 1 from heard_act u where u.undoes = a.id and u.gate_id = a.gate_id)`,
  );
  const known = db.prepare<[string, string], number>(
    'select 1 from heard_act where id = ? union all select 1 from heard_act where undoes = ? limit 1',
  );
  const one = db.prepare<[string], ActRow>('select * from heard_act where id = ?');
  const drop = db.prepare('delete from heard_act where device_id = ? and seq <= ?');
  const sweep = db.prepare(
    `delete from heard_act where id in (select id from heard_act order by at_ms desc limit -1 offset ?)
       and id not in (select event_id from heard_presence)`,
  );
  let revision = 0;
  let sinceSwept = 0;

  const permits = createPermitStore(db);
  const take = db.transaction(((deviceId, acts, next, told = []) => {
    permits.take(told);
    let taken = 0;
    for (const act of acts) {
      const isNew = put.run(rowOf(act)).changes > 0;
      if (isNew && act.type !== RESTORED) taken += 1;
    }
    putLine.run({ ...next, deviceId, taken });
    sinceSwept += acts.length;
    if (sinceSwept < SWEEP_AFTER) return;
    sinceSwept = 0;
    sweep.run(MOST_HEARD);
  }) as HeardStore['take']);

  return {
    permits,
    take(deviceId, acts, next, told = []) {
      take.immediate(deviceId, acts, next, told);
      if (acts.length + told.length > 0) revision += 1;
    },
    lineOf: (deviceId) => line.get(deviceId),
    of: (workerId) => heardFrom(latestOf(standing.all(workerId))),
    knows: (eventId) => known.get(eventId, eventId) !== undefined,
    act: (id) => actFrom(one.get(id)),
    dropTo(deviceId, seq) {
      permits.dropTo(deviceId, seq);
      if (drop.run(deviceId, seq).changes > 0) revision += 1;
    },
    forget() {
      db.exec('delete from heard_act; delete from heard_permit');
      revision += 1;
    },
    revision: () => revision,
  };
}

const rowOf = ({ inside, ...act }: HeardAct) => ({
  workerId: null,
  undoes: null,
  code: null,
  mode: null,
  userId: null,
  ...act,
  inside: inside === undefined ? null : inside ? 1 : 0,
});

const latestOf = (rows: readonly PresenceRow[]): PresenceRow | undefined =>
  rows.reduce<PresenceRow | undefined>((latest, row) => (latest && !isLater(row, latest) ? latest : row), undefined);
const isLater = (a: PresenceRow, b: PresenceRow): boolean =>
  a.at_ms > b.at_ms || (a.at_ms === b.at_ms && a.event_id > b.event_id);

const heardFrom = (row: PresenceRow | undefined): Heard | undefined =>
  row && {
    workerId: row.worker_id,
    gateId: row.gate_id,
    inside: row.inside === 1,
    sinceMs: row.at_ms,
    eventId: row.event_id,
  };

const actFrom = (row: ActRow | undefined): HeardAct | undefined =>
  row && {
    id: row.id,
    deviceId: row.device_id,
    gateId: row.gate_id,
    seq: row.seq,
    type: row.type,
    atMs: row.at_ms,
    ...(row.worker_id === null ? {} : { workerId: row.worker_id }),
    ...(row.inside === null ? {} : { inside: row.inside === 1 }),
    ...(row.undoes === null ? {} : { undoes: row.undoes }),
    ...(row.code === null ? {} : { code: row.code }),
    ...(row.mode === null ? {} : { mode: row.mode }),
    ...(row.user_id === null ? {} : { userId: row.user_id }),
  };
