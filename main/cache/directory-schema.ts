import type { Sqlite } from '../sqlite.ts';

/** Raise it when what the directory holds changes: it is then made anew from the entities, which stay. */
const DIRECTORY_VERSION = 4;

/**
 * The directory: who is known, what they are found by, and who is to work when. Made from the cache's entities alone, kept
 * in step by `apply`, so that a list is read in its order from an index and a search never looks at everybody.
 * Answers whether it is new and has to be filled.
 */
export function createDirectorySchema(db: Sqlite, schema: string): boolean {
  const version = db.prepare<[string], string>(`select value from ${schema}.state where key = ?`).pluck();
  if (version.get('directory') === String(DIRECTORY_VERSION)) return false;
  db.exec(`
    drop table if exists ${schema}.person;
    drop table if exists ${schema}.person_text;
    drop table if exists ${schema}.work;
    drop table if exists ${schema}.shift;
    drop table if exists ${schema}.unsettled_turnout;

    -- name, company: without accents, for sorting. words: of the person alone; order_words: of their open orders.
    create table ${schema}.person (
      n integer primary key,
      worker_id text not null unique,
      contractor_id text,
      name text not null,
      company text not null,
      words text not null,
      order_words text not null
    ) strict;
    create index ${schema}.person_by_name on person (name);
    create index ${schema}.person_by_contractor on person (contractor_id) where contractor_id is not null;
    create virtual table ${schema}.person_text using fts5 (
      words, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3',
      tokenize = 'unicode61 remove_diacritics 0'
    );

    -- An open work order, or one person's part in a confirmed event: by its line of the roster, with the event's name as number.
    create table ${schema}.work (
      n integer primary key,
      order_id text not null unique,
      client_id text not null,
      location_id text not null,
      starts_ms integer not null,
      ends_ms integer not null,
      number text not null,
      words text not null
    ) strict;
    create index ${schema}.work_by_client on work (client_id);
    create index ${schema}.work_by_start on work (location_id, starts_ms);
    create index ${schema}.work_by_end on work (location_id, ends_ms);

    -- Somebody's part in such work; what lists are sorted and chosen by stands in it, for its indexes, which hold all that a
    -- list looks at. turnout: 0 absent, 1 inside, 2 left, as acts say (lists/turnout.ts).
    create table ${schema}.shift (
      id text primary key,
      person integer not null,
      work integer not null,
      location_id text not null,
      starts_ms integer not null,
      ends_ms integer not null,
      name text not null,
      company text not null,
      number text not null,
      client_id text not null,
      turnout integer not null default 0
    ) strict;
    create index ${schema}.shift_by_person on shift (person, starts_ms, ends_ms, location_id);
    create index ${schema}.shift_by_start on shift (location_id, starts_ms, name, ends_ms, person, turnout);
    create index ${schema}.shift_by_name on shift (location_id, name, person, starts_ms, ends_ms, turnout);
    create index ${schema}.shift_by_number on shift (location_id, number, name, starts_ms, ends_ms, person, turnout);
    create index ${schema}.shift_by_company on shift (location_id, company, name, starts_ms, ends_ms, person, turnout);
    create index ${schema}.shift_by_turnout on shift (location_id, turnout, starts_ms, ends_ms);

    -- People of whom something came that may change their turnout, or that of a shift that is new.
    create table ${schema}.unsettled_turnout (person integer primary key) strict;
  `);
  db.prepare(`insert or replace into ${schema}.state values ('directory', ?)`).run(String(DIRECTORY_VERSION));
  return true;
}
