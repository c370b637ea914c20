import type { PoolClient } from 'pg';
import { MIGRATE, lockFor } from './turns.ts';

/**
 * The schema, one step per release that changed it, in step with sqlite/migrations.ts: the same tables and columns, whole numbers of
 * 64 bits, and texts in the order of their bytes, whatever language the server speaks. A step that was released is never edited.
 */
export const MIGRATIONS: readonly string[] = [
  `
  create table enrolment_code (
    code_hash text primary key, gate_id text not null, location_id text not null,
    expires_at_ms bigint not null, used_at_ms bigint
  );

  create table device (
    id text primary key, gate_id text not null, location_id text not null, name text not null, platform text not null,
    app_version text not null, enrolled_at_ms bigint not null, revoked_at_ms bigint
  );

  create table token (
    token_hash text primary key, device_id text not null references device (id), expires_at_ms bigint, used_at_ms bigint
  );
  create index token_of_device on token (device_id);

  create table record (
    entity text not null, id text not null, data text not null, barred bigint not null default 0, primary key (entity, id)
  );
  create index record_barred on record (entity, id) where barred = 1;

  create table reference (
    entity text not null, field text not null, target text not null, id text not null, primary key (entity, field, target, id)
  );
  create index reference_of_record on reference (entity, id);

  create table feed (
    location_id text not null, rev bigint not null, entity text not null, id text not null,
    op text not null check (op in ('put', 'delete')), told_at_ms bigint not null, primary key (location_id, rev)
  );
  create unique index feed_of_record on feed (entity, id, location_id);
  create index feed_of_deletions on feed (told_at_ms) where op = 'delete';
  create table feed_head (location_id text primary key, head_rev bigint not null, floor_rev bigint not null);

  create table event (
    id text primary key, device_id text not null, seq bigint not null, type text not null, gate_id text not null,
    location_id text not null, corrected_at_ms bigint not null, received_at_ms bigint not null,
    status text not null check (status in ('accepted', 'flagged')), code text, hash text not null, prev_hash text not null,
    body text not null, unique (device_id, seq)
  );
  create function event_is_never_edited() returns trigger language plpgsql
    as $$ begin raise exception 'events are never edited'; end $$;
  create trigger event_is_never_edited before update on event for each row execute function event_is_never_edited();

  create table quarantine (
    rowid bigint generated always as identity,
    device_id text not null, content_hash text not null, received_at_ms bigint not null, event_id text, seq bigint, hash text,
    result text not null, body text not null, primary key (device_id, content_hash)
  );
  create index quarantine_by_seq on quarantine (device_id, seq);

  create table act (
    worker_id text not null, corrected_at_ms bigint not null, event_id text not null, gate_id text not null,
    location_id text not null, inside bigint not null, primary key (worker_id, corrected_at_ms, event_id)
  );
  create index act_at_location on act (worker_id, location_id, corrected_at_ms, event_id);
  create table undone_act (event_id text not null, gate_id text not null, primary key (event_id, gate_id));
  create table activity (
    location_id text not null, corrected_at_ms bigint not null, event_id text not null,
    primary key (location_id, corrected_at_ms, event_id)
  );

  create table issuer (key_id text primary key, secret text not null);
  create table badge_page (token text primary key, worker_id text not null, badge_id text not null unique, text text not null);
  create table note (name text primary key, value text not null);

  create table mail (
    id text primary key, recipient text not null, subject text not null, body text not null, about text not null,
    state text not null check (state in ('queued', 'sent', 'not_delivered')), tries bigint not null,
    created_at_ms bigint not null, next_try_at_ms bigint not null, settled_at_ms bigint, trouble text
  );
  create index mail_due on mail (next_try_at_ms) where state = 'queued';
  `,
  `
  -- Batches of events whose consequences nobody was told of yet: it is done after their gate was answered.
  create table owed (
    device_id text not null, location_id text not null, from_seq bigint not null, to_seq bigint not null,
    taken_at_ms bigint not null, primary key (device_id, from_seq)
  );
  create index owed_of_location on owed (location_id, device_id, from_seq);
  `,
  `
  -- Nobody asks by it: a person's acts are few, and each one written cost a page.
  drop index act_at_location;
  `,
  `
  -- Names and what somebody typed may be taken out of an event, which says so then; nothing else of it ever changes.
  drop trigger event_is_never_edited on event;
  create trigger event_is_never_edited before update on event for each row
    when (strpos(new.body, '"emptied":true') = 0 or strpos(old.body, '"emptied":true') > 0 or new.id <> old.id
      or new.device_id <> old.device_id or new.seq <> old.seq or new.type <> old.type or new.hash <> old.hash
      or new.prev_hash <> old.prev_hash or new.corrected_at_ms <> old.corrected_at_ms)
    execute function event_is_never_edited();
  `,
  `
  -- What was done at central itself: nobody changes it afterwards.
  create table audit (
    id text primary key, at_ms bigint not null, actor text not null, action text not null, subject text, outcome text
  );
  create index audit_in_order on audit (at_ms, id);
  create function audit_is_never_edited() returns trigger language plpgsql
    as $$ begin raise exception 'the audit is never edited'; end $$;
  create trigger audit_is_never_edited before update or delete on audit for each row execute function audit_is_never_edited();
  create trigger audit_is_never_emptied before truncate on audit for each statement execute function audit_is_never_edited();
  `,
];

const byBytes = (migration: string): string =>
  migration.replace(/ text( not null| primary key|,| unique|$)/gm, ' text collate "C"$1');

/** Brings the schema to where this program knows it; of several that start at once, one does it. */
export async function migrate(client: PoolClient): Promise<void> {
  await client.query(`begin; ${lockFor(MIGRATE)}`);
  await client.query('create table if not exists schema_step (step bigint primary key)');
  const { rows } = await client.query<{ step: number }>('select coalesce(max(step), 0) as step from schema_step');
  const step = Number(rows[0]?.step ?? 0);
  if (step > MIGRATIONS.length)
    throw new Error(
      `the database is of version ${step}, this program knows ${MIGRATIONS.length}: start a newer central`,
    );
  for (let next = step; next < MIGRATIONS.length; next += 1) {
    await client.query(byBytes(MIGRATIONS[next] ?? ''));
    await client.query('insert into schema_step values ($1)', [next + 1]);
  }
  await client.query('commit');
}
