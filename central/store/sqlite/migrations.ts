/** The schema, one step per release that changed it. A step that was released is never edited. */
export const MIGRATIONS: readonly string[] = [
  `
  create table enrolment_code (
    code_hash text primary key, gate_id text not null, location_id text not null,
    expires_at_ms integer not null, used_at_ms integer
  ) strict, without rowid;

  create table device (
    id text primary key, gate_id text not null, location_id text not null, name text not null, platform text not null,
    app_version text not null, enrolled_at_ms integer not null, revoked_at_ms integer
  ) strict, without rowid;

  create table token (
    token_hash text primary key, device_id text not null references device (id), expires_at_ms integer, used_at_ms integer
  ) strict, without rowid;
  create index token_of_device on token (device_id);

  create table record (entity text not null, id text not null, data text not null, primary key (entity, id)) strict, without rowid;

  create table reference (
    entity text not null, field text not null, target text not null, id text not null,
    primary key (entity, field, target, id)
  ) strict, without rowid;
  create index reference_of_record on reference (entity, id);

  create table feed (
    location_id text not null, rev integer not null, entity text not null, id text not null,
    op text not null check (op in ('put', 'delete')), told_at_ms integer not null,
    primary key (location_id, rev)
  ) strict, without rowid;
  create unique index feed_of_record on feed (entity, id, location_id);
  create index feed_of_deletions on feed (told_at_ms) where op = 'delete';

  create table event (
    id text primary key, device_id text not null, seq integer not null, type text not null, gate_id text not null,
    location_id text not null, corrected_at_ms integer not null, received_at_ms integer not null,
    status text not null check (status in ('accepted', 'flagged')), code text, hash text not null, prev_hash text not null,
    body text not null, unique (device_id, seq)
  ) strict;
  create trigger event_is_never_edited before update on event begin select raise(abort, 'events are never edited'); end;

  create table quarantine (
    device_id text not null, content_hash text not null, received_at_ms integer not null, event_id text, seq integer, hash text,
    result text not null, body text not null, primary key (device_id, content_hash)
  ) strict;
  create index quarantine_by_seq on quarantine (device_id, seq);

  create table act (
    worker_id text not null, corrected_at_ms integer not null, event_id text not null, gate_id text not null,
    location_id text not null, inside integer not null, primary key (worker_id, corrected_at_ms, event_id)
  ) strict, without rowid;
  create index act_at_location on act (worker_id, location_id, corrected_at_ms, event_id);

  create table issuer (key_id text primary key, secret text not null) strict, without rowid;

  create table badge_page (token text primary key, worker_id text not null, badge_id text not null unique, text text not null) strict;

  create table note (name text primary key, value text not null) strict, without rowid;
  `,
  `
  -- An act that its gate took back; it may arrive before the act itself.
  create table undone_act (event_id text not null, gate_id text not null, primary key (event_id, gate_id)) strict, without rowid;

  -- What the gates of a location were told of each other's acts, oldest first: it is taken back when it is old.
  create table activity (
    location_id text not null, corrected_at_ms integer not null, event_id text not null,
    primary key (location_id, corrected_at_ms, event_id)
  ) strict, without rowid;
  `,
  `
  create table mail (
    id text primary key, recipient text not null, subject text not null, body text not null, about text not null,
    state text not null check (state in ('queued', 'sent', 'not_delivered')), tries integer not null,
    created_at_ms integer not null, next_try_at_ms integer not null, settled_at_ms integer, trouble text
  ) strict, without rowid;
  create index mail_due on mail (next_try_at_ms) where state = 'queued';
  `,
  `
  -- Who may not come in is told first to a gate that starts from nothing: it must not be looked for among everybody.
  create index record_barred on record (entity, id)
    where (entity = 'badge' and json_extract(data, '$.revokedAt') is not null)
       or (entity = 'worker' and json_extract(data, '$.blocked') is not null);
  `,
  `
  -- Numbers in the feed are given out per location, so that two locations never wait for each other.
  create table feed_head (location_id text primary key, head_rev integer not null, floor_rev integer not null) strict, without rowid;
  insert into feed_head
    select location_id, (select cast(value as integer) from note where name = 'head_rev'),
      coalesce((select cast(value as integer) from note where name = 'floor_rev'), 0)
    from feed group by location_id;
  delete from note where name in ('head_rev', 'floor_rev');

  alter table record add column barred integer not null default 0;
  update record set barred = 1
    where (entity = 'badge' and json_extract(data, '$.revokedAt') is not null)
       or (entity = 'worker' and json_extract(data, '$.blocked') is not null);
  drop index record_barred;
  create index record_barred on record (entity, id) where barred = 1;
  `,
  `
  -- Batches of events whose consequences nobody was told of yet: it is done after their gate was answered.
  create table owed (
    device_id text not null, location_id text not null, from_seq integer not null, to_seq integer not null,
    taken_at_ms integer not null, primary key (device_id, from_seq)
  ) strict, without rowid;
  create index owed_of_location on owed (location_id, device_id, from_seq);
  `,
  `
  -- Nobody asks by it: a person's acts are few, and each one written cost a page.
  drop index act_at_location;
  `,
  `
  -- Names and what somebody typed may be taken out of an event, which says so then; nothing else of it ever changes.
  drop trigger event_is_never_edited;
  create trigger event_is_never_edited before update on event
    when instr(new.body, '"emptied":true') = 0 or instr(old.body, '"emptied":true') > 0 or new.id <> old.id
      or new.device_id <> old.device_id or new.seq <> old.seq or new.type <> old.type or new.hash <> old.hash
      or new.prev_hash <> old.prev_hash or new.corrected_at_ms <> old.corrected_at_ms
    begin select raise(abort, 'events are never edited'); end;
  `,
  `
  -- What was done at central itself: nobody changes it afterwards.
  create table audit (
    id text primary key, at_ms integer not null, actor text not null, action text not null, subject text, outcome text
  ) strict, without rowid;
  create index audit_in_order on audit (at_ms, id);
  create trigger audit_is_never_edited before update on audit begin select raise(abort, 'the audit is never edited'); end;
  create trigger audit_is_never_shortened before delete on audit begin select raise(abort, 'the audit is never shortened'); end;
  `,
];
