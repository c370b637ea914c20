import { ENTITY_SCHEMAS, type EntityName, type EntityOf } from '../../core/site/entities.ts';
import type { Rostered } from '../../core/decide/work.ts';
import type { Change } from '../../core/sync/wire.ts';
import type { Sqlite } from '../sqlite.ts';
import { createDirectory, isInDirectory } from './directory.ts';
import { isKnownEntity, lookUpColumns } from './look-up.ts';
import { createCacheSchema } from './schema.ts';

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
  /** Drops some of what a pull from the start did not bring again. True: there is no more of it. */
  readonly sweepSome: () => boolean;
  /** Moves what was written from the log into the file: in a turn of its own, not in the midst of a commit. */
  readonly tidy: () => void;
  readonly cursor: () => string | undefined;
  /** Begin from the start beside the old copy; what the new one lacks goes when it is complete. */
  readonly restart: () => void;
  /** When a pull last reached the end, Unix milliseconds. */
  readonly completeAtMs: () => number | undefined;
  /** Removes people and all that is about them, beyond recovery; places and rules stay, and so do administrators, to sign in. */
  readonly forgetPeople: () => void;
  /** Grows with every applied page: lets readers keep what they computed. */
  readonly revision: () => number;
}

/** How long one slice of changes may hold up everything else, and after how many changes the clock is looked at. */
const SLICE_MS = 4;
const LOOK_EVERY_CHANGES = 10;
const SWEEP_ROWS = 300;

interface Stored {
  readonly entity: string;
  readonly id: string;
  readonly workerId: string | null;
  readonly data: string;
}

const ABOUT_NOBODY = `('location', 'gate', 'client', 'contractor', 'policy', 'issuerKey')`;

/** `schema` is the attached database that holds the cache. */
export function createCache(db: Sqlite, schema = 'cache'): Cache {
  createCacheSchema(db, schema);
  const directory = createDirectory(db, schema);
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
  const put = db.prepare(
    `insert into ${table} (entity, id, rev, generation, worker_id, ref, starts_ms, ends_ms, search, data)
     values (@entity, @id, @rev, @generation, @workerId, @ref, @startsMs, @endsMs, @search, @data)
     on conflict do update set rev = excluded.rev, generation = excluded.generation, worker_id = excluded.worker_id,
       ref = excluded.ref, starts_ms = excluded.starts_ms, ends_ms = excluded.ends_ms, search = excluded.search,
       data = excluded.data where excluded.rev >= rev or excluded.generation > generation`,
  );
  const remove = db.prepare(`delete from ${table} where entity = ? and id = ? and rev <= ?`);
  const dropOld = db.prepare<[number], Stored>(
    `delete from ${table} where generation < ? returning entity, id, worker_id as workerId, data`,
  );
  const dropSome = db.prepare<[number, number, number], Stored>(
    `delete from ${table} where rowid > ? and rowid <= ? and generation < ?
     returning entity, id, worker_id as workerId, data`,
  );
  const lastRow = db.prepare<[], number | null>(`select max(rowid) from ${table}`).pluck();
  const stored = db.prepare<[string, string], Stored>(
    `select entity, id, worker_id as workerId, data from ${table} where entity = ? and id = ?`,
  );
  const readState = db.prepare<[string], string>(`select value from ${schema}.state where key = ?`).pluck();
  const writeState = db.prepare(
    `insert into ${schema}.state values (?, ?) on conflict do update set value = excluded.value`,
  );
  /** Asked for at every scan, written by `apply` alone. */
  const keptAt = readState.get('complete_at_ms');
  let completeAtMs = keptAt === undefined ? undefined : Number(keptAt);
  const generation = (): number => Number(readState.get('generation') ?? 0);
  let revision = 0;

  const touchStored = ({ entity, id, workerId }: Stored): void => directory.touch(entity, id, workerId);
  const applyOne = (change: Change): string | undefined => {
    const before = isInDirectory(change.entity) ? stored.get(change.entity, change.id) : undefined;
    if (change.op === 'delete') {
      if (remove.run(change.entity, change.id, change.rev).changes > 0 && before) touchStored(before);
      return undefined;
    }
    if (!isKnownEntity(change.entity)) return undefined;
    const data = ENTITY_SCHEMAS[change.entity].safeParse(change.data);
    if (!data.success) return data.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
    const columns = lookUpColumns(change.entity, data.data);
    const { entity, id, rev } = change;
    const text = JSON.stringify(data.data);
    put.run({ entity, id, rev, generation: generation(), ...columns, data: text });
    // A pull from the start brings mostly what is known.
    if (before?.data === text) return undefined;
    if (before) touchStored(before);
    directory.touch(entity, id, columns.workerId);
    return undefined;
  };

  const apply = db.transaction((changes: readonly Change[], cursor: string, complete: boolean, nowMs: number) => {
    const refused: { entity: string; id: string; why: string }[] = [];
    for (const change of changes) {
      const why = applyOne(change);
      if (why) refused.push({ entity: change.entity, id: change.id, why });
    }
    writeState.run('cursor', cursor);
    if (complete) {
      // Looks at every row, so only after a pull from the start, which alone leaves old ones behind.
      if (readState.get('swept') !== String(generation())) {
        dropOld.all(generation()).forEach(touchStored);
        writeState.run('swept', String(generation()));
      }
      writeState.run('complete_at_ms', String(nowMs));
    }
    directory.settle();
    return { applied: changes.length - refused.length, refused };
  });

  const applySome = db.transaction((changes: readonly Change[], from: number) => {
    const untilMs = performance.now() + SLICE_MS;
    const refused: { entity: string; id: string; why: string }[] = [];
    let next = from;
    do {
      for (const change of changes.slice(next, next + LOOK_EVERY_CHANGES)) {
        const why = applyOne(change);
        if (why) refused.push({ entity: change.entity, id: change.id, why });
      }
      directory.settle();
      next = Math.min(changes.length, next + LOOK_EVERY_CHANGES);
    } while (next < changes.length && performance.now() < untilMs);
    return { next, refused };
  });

  const forget = db.transaction(() => {
    const dropPeople = db.prepare<[], Stored>(
      `delete from ${table} where entity not in ${ABOUT_NOBODY}
         and not (entity = 'user' and json_extract(data, '$.role') = 'administrator')
       returning entity, id, worker_id as workerId, data`,
    );
    dropPeople.all().forEach(touchStored);
    directory.settle();
    db.prepare(`delete from ${schema}.state where key in ('cursor', 'complete_at_ms')`).run();
  });

  let sweptToRow = 0;
  const sweepSome = db.transaction((): boolean => {
    if (readState.get('swept') === String(generation())) return true;
    const toRow = sweptToRow + SWEEP_ROWS;
    dropSome.all(sweptToRow, toRow, generation()).forEach(touchStored);
    directory.settle();
    sweptToRow = toRow;
    if (toRow < (lastRow.get() ?? 0)) return false;
    writeState.run('swept', String(generation()));
    sweptToRow = 0;
    return true;
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
      revision += 1;
      const applied = apply.immediate(changes, cursor, complete, nowMs);
      if (complete) completeAtMs = nowMs;
      return applied;
    },
    applySome(changes, from) {
      revision += 1;
      return applySome.immediate(changes, from);
    },
    sweepSome() {
      revision += 1;
      return sweepSome.immediate();
    },
    forgetPeople() {
      revision += 1;
      db.pragma(`${schema}.secure_delete = on`);
      forget.immediate();
      completeAtMs = undefined;
      db.exec(`vacuum ${schema}`);
      db.pragma(`${schema}.wal_checkpoint(truncate)`);
    },
    tidy: () => void db.pragma(`${schema}.wal_checkpoint(PASSIVE)`),
    cursor: () => readState.get('cursor'),
    restart: db.transaction(() => {
      sweptToRow = 0;
      writeState.run('generation', String(generation() + 1));
      db.prepare(`delete from ${schema}.state where key = 'cursor'`).run();
    }),
    completeAtMs: () => completeAtMs,
    revision: () => revision,
  };
}
