import type { Sqlite } from '../sqlite.ts';
import { renewEntities, type Renewed } from './renew.ts';

/** Raise it when what records are looked up by changes: those of the version before are then read anew, and stay. */
export const CACHE_VERSION = 5;

/** One table for all entities; the columns beside `data` are what the gate looks things up by. */
const COLUMNS = {
  entity: 'text not null',
  id: 'text not null',
  rev: 'integer not null',
  // Of versions before, which let everything anew come in among the old.
  generation: 'integer not null',
  worker_id: 'text',
  ref: 'text',
  starts_ms: 'integer',
  ends_ms: 'integer',
  search: 'text',
  data: 'text not null',
} as const;
/** Without these nothing is left to go on with. */
const RECORD = ['entity', 'id', 'rev', 'generation', 'data'] as const;

/**
 * The cache: everything that central told this gate. It is replaceable: a file that can't be read is thrown away and pulled again. One
 * that another version wrote is taken over, for the gate may be offline; what became of it is answered.
 */
export function createCacheSchema(db: Sqlite, schema: string): Renewed | undefined {
  if (Number(db.pragma(`${schema}.user_version`, { simple: true })) === CACHE_VERSION) return undefined;
  return db
    .transaction(() => {
      const had = (db.pragma(`${schema}.table_info(entity)`) as { name: string }[]).map(({ name }) => name);
      const renews = RECORD.every((name) => had.includes(name));
      if (renews) widen(db, schema, had);
      else createTables(db, schema);
      createIndexes(db, schema);
      const renewed = renews ? renewEntities(db, schema) : undefined;
      db.pragma(`${schema}.user_version = ${CACHE_VERSION}`);
      return renewed;
    })
    .immediate();
}

function createTables(db: Sqlite, schema: string): void {
  const columns = Object.entries(COLUMNS).map(([name, type]) => `${name} ${type}`);
  db.exec(`
    drop table if exists ${schema}.entity;
    drop table if exists ${schema}.state;
    create table ${schema}.entity (${columns.join(', ')}, primary key (entity, id)) strict;
    create table ${schema}.state (key text primary key, value text not null) strict, without rowid;
  `);
}

/** Columns that the version before lacked. */
function widen(db: Sqlite, schema: string, had: readonly string[]): void {
  for (const [name, type] of Object.entries(COLUMNS))
    if (!had.includes(name)) db.exec(`alter table ${schema}.entity add column ${name} ${type}`);
  db.exec(`
    create table if not exists ${schema}.state (key text primary key, value text not null) strict, without rowid;
  `);
}

function createIndexes(db: Sqlite, schema: string): void {
  db.exec(`
    drop index if exists ${schema}.entity_by_worker;
    drop index if exists ${schema}.entity_by_ref;
    drop index if exists ${schema}.entity_by_start;
    create index ${schema}.entity_by_worker on entity (entity, worker_id) where worker_id is not null;
    create index ${schema}.entity_by_ref on entity (entity, ref) where ref is not null;
    create index ${schema}.entity_by_start on entity (entity, starts_ms) where starts_ms is not null;
  `);
}
