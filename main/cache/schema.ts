import { ENTITY_SCHEMAS, type EntityName } from '../../core/site/entities.ts';
import type { Sqlite } from '../sqlite.ts';
import { plain } from './words.ts';

/**
 * The cache: everything that central told this gate. It is replaceable: a file that can't be read is thrown away and pulled
 * again. One table for all entities; the columns beside `data` are what the gate looks things up by.
 */
export const CACHE_VERSION = 3;

export function createCacheSchema(db: Sqlite, schema: string): void {
  if (Number(db.pragma(`${schema}.user_version`, { simple: true })) === CACHE_VERSION) return;
  db.exec(`
    drop table if exists ${schema}.entity;
    drop table if exists ${schema}.state;
    create table ${schema}.entity (
      entity text not null,
      id text not null,
      rev integer not null,
      -- Which pull from the start brought it: an old copy stays in use until the new one is complete.
      generation integer not null,
      worker_id text,
      ref text,
      starts_ms integer,
      ends_ms integer,
      search text,
      data text not null,
      primary key (entity, id)
    ) strict;
    create index ${schema}.entity_by_worker on entity (entity, worker_id) where worker_id is not null;
    create index ${schema}.entity_by_ref on entity (entity, ref) where ref is not null;
    create index ${schema}.entity_by_start on entity (entity, starts_ms) where starts_ms is not null;
    create table ${schema}.state (key text primary key, value text not null) strict, without rowid;
  `);
  db.pragma(`${schema}.user_version = ${CACHE_VERSION}`);
}

export interface LookUpColumns {
  readonly workerId: string | null;
  readonly ref: string | null;
  readonly startsMs: number | null;
  readonly endsMs: number | null;
  readonly search: string | null;
}

/** The field of an entity that `byRef` finds it by: a badge by its code, an assignment by its work order, a policy by its location. */
const REF_FIELDS: Readonly<Partial<Record<EntityName, string>>> = {
  badge: 'code',
  activity: 'gateId',
  assignment: 'workOrderId',
  policy: 'locationId',
  rosterEntry: 'bookingId',
  placement: 'orderId',
  user: 'email',
  presence: 'locationId',
};

/** What an entity is looked up by; a document by its subject. */
export function lookUpColumns(entity: EntityName, data: Record<string, unknown>): LookUpColumns {
  const text = (key: string): string | null => (typeof data[key] === 'string' ? data[key] : null);
  const ms = (key: string): number | null => (typeof data[key] === 'string' ? Date.parse(data[key]) : null);
  const refField = REF_FIELDS[entity];
  const subject = data['subject'] as { readonly id: string } | undefined;
  const ref = entity === 'document' ? (subject?.id ?? null) : refField === undefined ? null : text(refField);
  const search =
    entity === 'worker'
      ? searchable(`${text('firstName')} ${text('lastName')}`)
      : searchable(text('name') ?? text('number'));
  if (entity === 'presence') return { workerId: text('workerId'), ref, ...sinceWhen(data), search: null };
  return { workerId: text('workerId'), ref, startsMs: ms('startsAt'), endsMs: ms('endsAt'), search };
}

/** Somebody inside has a start, somebody outside an end: so those inside are found without looking at all who ever came. */
function sinceWhen(data: Record<string, unknown>): { startsMs: number | null; endsMs: number | null } {
  const sinceMs = Date.parse(String(data['since']));
  return data['inside'] === true ? { startsMs: sinceMs, endsMs: null } : { startsMs: null, endsMs: sinceMs };
}

/** Lower case without accents, so that "lukasz" finds Łukasz and "jose" finds José. */
export const searchable = (text: string | null): string | null => (text === null ? null : plain(text));

export const isKnownEntity = (name: string): name is EntityName => name in ENTITY_SCHEMAS;
