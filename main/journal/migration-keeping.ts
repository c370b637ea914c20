import type { Migration } from './migrations.ts';

export const KEEPING: Migration = {
  version: 190,
  says: 'old events may leave: what they made of the lists stays, and what was emptied of names is signed for',
  up(db) {
    db.exec(`
      -- What the events up to the anchor say, kept as the tables of the same names are: a rebuild begins here.
      create table base_presence (
        worker_id text primary key,
        inside integer not null,
        since_ms integer not null,
        event_id text not null,
        break_since_ms integer,
        offset_ms integer not null default 0
      ) strict, without rowid;
      create table base_access_grant (
        key text primary key,
        worker_id text not null,
        badge_id text,
        work_order_ids text not null,
        granted_at_ms integer not null,
        until_ms integer not null,
        event_id text not null
      ) strict, without rowid;
      create index base_access_grant_by_event on base_access_grant (event_id);
      create table base_person_override (
        event_id text primary key,
        worker_id text not null,
        code text not null,
        until_ms integer not null
      ) strict, without rowid;
      -- Events whose words about people are gone: the hash they had, that of what is left, and the device's signature under both.
      create table emptied (
        seq integer primary key,
        hash text not null,
        at_ms integer not null,
        body_hash text not null,
        public_key text not null,
        signature text not null
      ) strict;
    `);
  },
};
