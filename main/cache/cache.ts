import type { EntityName, EntityOf } from '../../core/site/entities.ts';
import type { Rostered } from '../../core/decide/work.ts';
import { countsAtOnce } from '../../core/sync/barred.ts';
import type { Change } from '../../core/sync/wire.ts';
import type { Sqlite } from '../sqlite.ts';
import { createCopy, type Copy, type Stored } from './copy.ts';
import { createNextFile, NEXT } from './next-file.ts';

export interface AppliedChanges {
  readonly applied: number;
  /** Entities whose data do not fit the schema: left out, so that one bad record never stops the others. */
  readonly refused: readonly { readonly entity: string; readonly id: string; readonly why: string }[];
}

export interface Cache {
  readonly get: <N extends EntityName>(entity: N, id: string) => EntityOf<N> | undefined;
  readonly all: <N extends EntityName>(entity: N) => EntityOf<N>[];
  readonly byWorker: <N extends EntityName>(entity: N, workerId: string) => EntityOf<N>[];
  /** The work orders that a person is assigned to. */
  readonly ordersOf: (workerId: string) => EntityOf<'workOrder'>[];
  /** The lines of events' rosters that name a person, with their events (E1). */
  readonly rosterOf: (workerId: string) => Rostered[];
  readonly byRef: <N extends EntityName>(entity: N, ref: string) => EntityOf<N>[];
  /** What begins in this time, a timesheet with the first moment of its date in UTC; the end is not included. */
  readonly begun: <N extends EntityName>(entity: N, fromMs: number, toMs: number) => EntityOf<N>[];
  /** One page of changes, its cursor with it, in one transaction. */
  readonly apply: (changes: readonly Change[], cursor: string, complete: boolean, nowMs: number) => AppliedChanges;
  /** As much of the changes from an index on as fits into a few milliseconds; the cursor stays where it was. */
  readonly applySome: (
    changes: readonly Change[],
    from: number,
  ) => { readonly next: number; readonly refused: AppliedChanges['refused'] };
  /**
   * After the last page of a pull from the start: puts what came in place of the copy in use, in one step, and what that takes before in
   * steps of a few milliseconds, one a call. `tidy`: call that before the next. Throws when the system holds a file: asked again later.
   */
  readonly takePlace: (cursor: string, nowMs: number) => 'more' | 'tidy' | 'done';
  /** Moves what was written from the log into the file: in a turn of its own, not in the midst of a commit. */
  readonly tidy: () => Promise<void>;
  readonly cursor: () => string | undefined;
  /** Begin from the start beside the old copy, which stays in use until the new one is complete. */
  readonly restart: () => void;
  /** When a pull last reached the end, Unix milliseconds. */
  readonly completeAtMs: () => number | undefined;
  /** Removes people and all that is about them, beyond recovery; places and rules stay, and so do administrators, to sign in. */
  readonly forgetPeople: () => void;
  /** Grows when central no longer tells of somebody whom it told of before. */
  readonly removals: () => number;
  /** Grows with every applied page: lets readers keep what they computed. */
  readonly revision: () => number;
}

/** How long one slice of changes may hold up everything else; its commit comes on top of that. */
const SLICE_MS = 3;
/** After how many changes the clock is looked at. */
const LOOK_EVERY_CHANGES = 5;

const ABOUT_NOBODY = `('location', 'gate', 'client', 'contractor', 'policy', 'issuerKey')`;

/** `schema` is the attached database that holds the cache. */
export function createCache(db: Sqlite, schema = 'cache'): Cache {
  const live = createCopy(db, schema);
  const nextFile = createNextFile(db, schema);
  /** The copy that comes in beside. */
  let next: Copy | undefined;
  const makeNext = (): void => void (next = createCopy(db, NEXT, schema));
  if (nextFile.isAttached()) nextFile.goOn(makeNext);
  const table = `${schema}.entity`;
  const one = db.prepare<[string, string], string>(`select data from ${table} where entity = ? and id = ?`).pluck();
  const every = db.prepare<[string], string>(`select data from ${table} where entity = ? order by id`).pluck();
  const ofWorker = db
    .prepare<[string, string], string>(`select data from ${table} where entity = ? and worker_id = ?`)
    .pluck();
  const ofRef = db.prepare<[string, string], string>(`select data from ${table} where entity = ? and ref = ?`).pluck();
  const begun = db
    .prepare<[string, number, number], string>(
      `select data from ${table} where entity = ? and starts_ms >= ? and starts_ms < ? order by starts_ms`,
    )
    .pluck();
  const assigned = db
    .prepare<[string], string>(
      `select o.data from ${table} a join ${table} o on o.entity = 'workOrder' and o.id = a.ref
       where a.entity = 'assignment' and a.worker_id = ?`,
    )
    .pluck();
  const rostered = db.prepare<[string], { entry: string; booking: string }>(
    `select r.data entry, b.data booking from ${table} r join ${table} b on b.entity = 'booking' and b.id = r.ref
     where r.entity = 'rosterEntry' and r.worker_id = ?`,
  );
  const isEmpty = db.prepare<[], number>(`select not exists (select 1 from ${table})`).pluck();
  const keptAt = live.read('complete_at_ms');
  let completeAtMs = keptAt === undefined ? undefined : Number(keptAt);
  let revision = 0;
  let removals = 0;
  /** The copy that comes in has all that it takes to be in use. */
  let isWhole = false;

  const dropNext = (): void => {
    next = undefined;
    isWhole = false;
    nextFile.drop();
  };
  /** A gate that knows nothing yet takes in what comes as it comes; any other goes on by what it knows. */
  const beginIfAnew = (): void => {
    if (next || live.read('cursor') !== undefined || live.read('first') !== undefined) return;
    if (isEmpty.get() === 1) live.write('first', 'begun');
    else nextFile.begin(makeNext);
  };
  const take = (change: Change): string | undefined => {
    if (change.op === 'delete' && change.entity === 'worker') removals += 1;
    if (!next) return live.take(change);
    isWhole = false;
    const why = next.take(change);
    if (why === undefined && countsAtOnce(change)) {
      live.take(change, true);
      revision += 1;
    }
    return why;
  };
  const settle = (): void => {
    next?.settle();
    live.settle();
  };

  const apply = db.transaction((changes: readonly Change[], cursor: string, complete: boolean, nowMs: number) => {
    const refused: { entity: string; id: string; why: string }[] = [];
    for (const change of changes) {
      const why = take(change);
      if (why) refused.push({ entity: change.entity, id: change.id, why });
    }
    const copy = next ?? live;
    copy.write('cursor', cursor);
    if (complete && !next) live.write('complete_at_ms', String(nowMs));
    settle();
    return { applied: changes.length - refused.length, refused };
  });

  const applySome = db.transaction((changes: readonly Change[], from: number) => {
    const untilMs = performance.now() + SLICE_MS;
    const refused: { entity: string; id: string; why: string }[] = [];
    let at = from;
    do {
      for (const change of changes.slice(at, at + LOOK_EVERY_CHANGES)) {
        const why = take(change);
        if (why) refused.push({ entity: change.entity, id: change.id, why });
      }
      settle();
      at = Math.min(changes.length, at + LOOK_EVERY_CHANGES);
    } while (at < changes.length && performance.now() < untilMs);
    return { next: at, refused };
  });

  const closeSome = db.transaction((copy: Copy, cursor: string, nowMs: number) => {
    if (!copy.fillSome(performance.now() + SLICE_MS)) return;
    nextFile.makeWhole();
    copy.write('cursor', cursor);
    copy.write('complete_at_ms', String(nowMs));
    isWhole = true;
  });
  const takePlace: Cache['takePlace'] = (cursor, nowMs) => {
    if (!next) return 'done';
    if (!isWhole) {
      closeSome.immediate(next, cursor, nowMs);
      return isWhole ? 'tidy' : 'more';
    }
    nextFile.swap();
    // Who is not in the new copy has gone without a word.
    removals += 1;
    [next, isWhole] = [undefined, false];
    completeAtMs = nowMs;
    revision += 1;
    return 'done';
  };

  const forget = db.transaction(() => {
    const dropPeople = db.prepare<[], Stored>(
      `delete from ${table} where entity not in ${ABOUT_NOBODY}
         and not (entity = 'user' and json_extract(data, '$.role') = 'administrator')
       returning entity, id, worker_id as workerId, data`,
    );
    dropPeople.all().forEach(live.touch);
    live.settle();
    db.prepare(`delete from ${schema}.state where key in ('cursor', 'first', 'complete_at_ms')`).run();
  });

  const parsed = <N extends EntityName>(rows: string[]): EntityOf<N>[] =>
    rows.map((row) => JSON.parse(row) as EntityOf<N>);
  return {
    get: <N extends EntityName>(entity: N, id: string) => {
      const row = one.get(entity, id);
      return row === undefined ? undefined : (JSON.parse(row) as EntityOf<N>);
    },
    all: (entity) => parsed(every.all(entity)),
    byWorker: (entity, workerId) => parsed(ofWorker.all(entity, workerId)),
    ordersOf: (workerId) => parsed<'workOrder'>(assigned.all(workerId)),
    rosterOf: (workerId) =>
      rostered.all(workerId).map(({ entry, booking }) => ({
        entry: JSON.parse(entry) as EntityOf<'rosterEntry'>,
        booking: JSON.parse(booking) as EntityOf<'booking'>,
      })),
    byRef: (entity, ref) => parsed(ofRef.all(entity, ref)),
    begun: (entity, fromMs, toMs) => parsed(begun.all(entity, fromMs, toMs)),
    apply(changes, cursor, complete, nowMs) {
      beginIfAnew();
      if (!next) revision += 1;
      const applied = apply.immediate(changes, cursor, complete, nowMs);
      if (!complete) return applied;
      while (takePlace(cursor, nowMs) !== 'done');
      completeAtMs = nowMs;
      return applied;
    },
    applySome(changes, from) {
      beginIfAnew();
      if (!next) revision += 1;
      return applySome.immediate(changes, from);
    },
    takePlace,
    forgetPeople() {
      revision += 1;
      dropNext();
      db.pragma(`${schema}.secure_delete = on`);
      forget.immediate();
      completeAtMs = undefined;
      db.exec(`vacuum ${schema}`);
      db.pragma(`${schema}.wal_checkpoint(truncate)`);
    },
    async tidy() {
      if (next) await nextFile.tidy();
      else db.pragma(`${schema}.wal_checkpoint(PASSIVE)`);
    },
    cursor: () => (next ?? live).read('cursor'),
    restart() {
      dropNext();
      db.prepare(`delete from ${schema}.state where key in ('cursor', 'first')`).run();
    },
    completeAtMs: () => completeAtMs,
    removals: () => removals,
    revision: () => revision,
  };
}
