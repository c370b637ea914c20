import { randomUUID } from 'node:crypto';
import { turnout, TURNOUTS } from '../../core/site/attendance.ts';
import type { SitePresences } from '../presence/site-presence.ts';
import type { Sqlite } from '../sqlite.ts';

export interface TurnoutParts {
  readonly db: Sqlite;
  readonly presence: Pick<SitePresences, 'of' | 'heardRevision'>;
  /** The number of the newest act. */
  readonly lastSeq: () => number;
}
/** Brings the turnout in the directory up to now, for so long at most. True: nothing is left to do. */
export type BringTurnout = (untilMs: number) => boolean;

/** More acts than this were missed, as at the first start: everybody who was ever seen is looked at instead. */
const MOST_ACTS = 5000;
const PEOPLE_AT_ONCE = 20;
const SEEN_AT_ONCE = 500;
/** What of the journal is in the directory. `mark` is in the journal too: another journal, another mark. */
interface Kept {
  readonly mark: string;
  readonly seq: number;
  /** How far what the other gates told themselves is, by their devices. */
  readonly heard: Readonly<Record<string, number>>;
  /** Everybody seen is still being queued: who comes after this one. */
  readonly after?: string;
}

/**
 * Keeps beside each shift whether its person is absent, inside or has left, as `SitePresences` says, so that a list can be
 * chosen by it from an index. It is made from the journal and from what central told, always behind them, never before.
 */
export function createTurnout({ db, presence, lastSeq }: TurnoutParts): BringTurnout {
  const readState = db.prepare<[], string>(`select value from cache.state where key = 'turnout'`).pluck();
  const writeState = db.prepare(`insert or replace into cache.state values ('turnout', ?)`);
  const readMark = db.prepare<[], string>(`select value from meta where key = 'turnout'`).pluck();
  const queueActs = db.prepare(
    `insert or ignore into cache.unsettled_turnout select c.n from event e
     cross join cache.person c on c.worker_id = e.worker_id where e.seq > ? and e.seq <= ?`,
  );
  const queueSeen = db.prepare(
    `insert or ignore into cache.unsettled_turnout select c.n from presence p
     cross join cache.person c on c.worker_id = p.worker_id where p.worker_id > ? and p.worker_id <= ?`,
  );
  const heardUntil = db.prepare<[], { device: string; seq: number }>(
    'select device_id as device, max(seq) as seq from heard_act group by device_id',
  );
  const queueHeard = db.prepare(
    `insert or ignore into cache.unsettled_turnout select c.n from (
       select worker_id from heard_act where device_id = @device and seq > @seq
       union select u.worker_id from heard_act a join heard_act u on u.id = a.undoes
         where a.device_id = @device and a.seq > @seq) h
     cross join cache.person c on c.worker_id = h.worker_id`,
  );
  const seenUntil = db
    .prepare<[string, number], string>(
      'select worker_id from presence where worker_id > ? order by worker_id limit 1 offset ?',
    )
    .pluck();
  const queueKept = db.prepare(
    'insert or ignore into cache.unsettled_turnout select person from cache.shift where turnout > 0',
  );
  const queued = db.prepare<[number], { person: number; worker_id: string | null }>(
    `select u.person, c.worker_id from cache.unsettled_turnout u left join cache.person c on c.n = u.person limit ?`,
  );
  const unqueue = db.prepare('delete from cache.unsettled_turnout where person = ?');
  const shiftsOf = db.prepare<[number], { row: number; starts_ms: number; turnout: number }>(
    'select rowid as row, starts_ms, turnout from cache.shift where person = ?',
  );
  const put = db.prepare('update cache.shift set turnout = ? where rowid = ?');

  let kept: Kept | undefined;
  const keep = (next: Kept): void => {
    writeState.run(JSON.stringify(next));
    kept = next;
  };
  const begin = db.transaction((): Kept => {
    const known = JSON.parse(readState.get() ?? 'null') as Kept | null;
    const mark = readMark.get();
    if (known && known.mark === mark && known.seq <= lastSeq()) return known;
    const next: Kept = { mark: randomUUID(), seq: lastSeq(), heard: {}, after: '' };
    db.prepare(`insert or replace into meta values ('turnout', ?)`).run(next.mark);
    queueKept.run();
    keep(next);
    return next;
  });

  const followActs = db.transaction((at: Kept): void => {
    const { after, ...rest } = at;
    const seq = lastSeq();
    if (after !== undefined) {
      const next = seenUntil.get(after, SEEN_AT_ONCE - 1);
      queueSeen.run(after, next ?? '\u{10ffff}');
      keep(next === undefined ? rest : { ...rest, after: next });
    } else if (seq - at.seq > MOST_ACTS) keep({ ...rest, seq, after: '' });
    else if (seq > at.seq) {
      queueActs.run(at.seq, seq);
      keep({ ...rest, seq });
    }
  });
  /** What the other gates told since; what central tells in its place comes by the cache. */
  let heardAt: number | undefined;
  const followHeard = db.transaction((at: Kept): void => {
    const heard = { ...at.heard };
    for (const { device, seq } of heardUntil.all()) {
      if (seq === heard[device]) continue;
      queueHeard.run({ device, seq: Math.min(seq, heard[device] ?? 0) });
      heard[device] = seq;
    }
    if (JSON.stringify(heard) !== JSON.stringify(at.heard)) keep({ ...at, heard });
  });
  const settleSome = db.transaction((): void => {
    for (const { person, worker_id: workerId } of queued.all(PEOPLE_AT_ONCE)) {
      const shifts = shiftsOf.all(person);
      const seen = shifts.length === 0 || workerId === null ? undefined : presence.of(workerId);
      for (const shift of shifts) {
        const next = TURNOUTS.indexOf(turnout({ startsAtMs: shift.starts_ms, ...seen }));
        if (next !== shift.turnout) put.run(next, shift.row);
      }
      unqueue.run(person);
    }
  });
  const isBehind = ({ seq, after }: Kept): boolean => after !== undefined || seq < lastSeq();

  const bring: BringTurnout = (untilMs) => {
    // The cache has been replaced by a newer copy, which follows the acts from its own beginning.
    if (kept && readState.get() !== JSON.stringify(kept)) [kept, heardAt] = [undefined, undefined];
    kept ??= begin.immediate();
    if (heardAt !== presence.heardRevision()) {
      followHeard.immediate(kept);
      heardAt = presence.heardRevision();
    }
    do {
      if (isBehind(kept)) followActs.immediate(kept);
      if (queued.get(1) === undefined) {
        if (!isBehind(kept)) return true;
      } else settleSome.immediate();
    } while (performance.now() < untilMs);
    return queued.get(1) === undefined && !isBehind(kept);
  };
  return (untilMs) => {
    try {
      return bring(untilMs);
    } catch (error) {
      if (!isFull(error)) throw error;
      // The lists go on as they are: a full disk is shown elsewhere, and staff need them more than ever.
      kept = undefined;
      return true;
    }
  };
}

const isFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^SQLITE_(FULL|IOERR|READONLY)/.test(String(error.code));
