import type { Sqlite } from '../sqlite.ts';
import { KEEPING } from './migration-keeping.ts';

/** One step of the schema. Numbers rise by tens so that a fix can go between; a step that has shipped is never edited. */
export interface Migration {
  readonly version: number;
  /** What changes and why, for the reader of a log. */
  readonly says: string;
  readonly up: (db: Sqlite) => void;
}

export const MIGRATIONS: readonly Migration[] = [
  {
    version: 10,
    says: 'the journal: events that nobody can change, and the projections kept beside them',
    up(db) {
      db.exec(`
        create table meta (key text primary key, value text not null) strict, without rowid;

        -- body: the event without its hash, as canonical JSON: exactly the bytes that the hash covers.
        -- type, at_ms, worker_id repeat what the body says, for the indexes; verify compares them.
        create table event (
          seq integer primary key check (seq > 0),
          type text not null,
          at_ms integer not null,
          worker_id text,
          body text not null,
          hash text not null
        ) strict;
        create index event_by_type on event (type, at_ms);
        create index event_by_worker on event (worker_id, seq) where worker_id is not null;
        create trigger event_is_not_edited before update on event
          begin select raise(abort, 'the journal is append-only'); end;
        create trigger event_is_not_deleted before delete on event
          begin select raise(abort, 'the journal is append-only'); end;

        create table presence (
          worker_id text primary key,
          inside integer not null,
          since_ms integer not null,
          event_id text not null
        ) strict, without rowid;
        create index presence_inside on presence (since_ms) where inside = 1;

        create table access_grant (
          key text primary key,
          worker_id text not null,
          badge_id text,
          work_order_ids text not null,
          granted_at_ms integer not null,
          until_ms integer not null,
          event_id text not null
        ) strict, without rowid;
        create index access_grant_by_worker on access_grant (worker_id, granted_at_ms);
      `);
    },
  },
  {
    version: 20,
    says: 'what central answered: how far it has the journal, and the acts it flagged or would not take',
    up(db) {
      db.exec(`
        create table delivery (
          seq integer primary key,
          status text not null check (status in ('flagged', 'rejected', 'set_aside')),
          code text,
          detail text,
          at_ms integer not null
        ) strict;
      `);
    },
  },
  {
    version: 30,
    says: 'only refusals are looked up by type: every other act writes one page less before its door moves',
    up(db) {
      db.exec(`
        drop index event_by_type;
        create index event_refused on event (at_ms) where type = 'access.refused';
      `);
    },
  },
  {
    version: 40,
    says: 'who came or went lately is found without looking at everybody who ever did',
    up(db) {
      db.exec('create index presence_by_since on presence (since_ms)');
    },
  },
  {
    version: 60,
    says: 'who is on a break, and who may pass for a time though a rule is against it',
    up(db) {
      db.exec(`
        alter table presence add column break_since_ms integer;
        create table person_override (
          event_id text primary key,
          worker_id text not null,
          code text not null,
          until_ms integer not null
        ) strict, without rowid;
        create index person_override_by_worker on person_override (worker_id, until_ms);
        create index access_grant_by_event on access_grant (event_id);
      `);
    },
  },
  {
    version: 70,
    says: 'whether staff have cleared an act is found in the journal itself, by the number of the act',
    up(db) {
      db.exec(`
        create index event_tray_cleared on event (json_extract(body, '$.data.seq')) where type = 'tray.cleared';
      `);
    },
  },
  {
    version: 90,
    says: 'which notices staff have put away is found in the journal itself',
    up(db) {
      db.exec(`
        create index event_notice_dismissed on event (json_extract(body, '$.data.noticeId')) where type = 'notice.dismissed';
      `);
    },
  },
  {
    version: 100,
    says: 'how far off the clock was when somebody came or went, so that it can be told which of two gates saw it later',
    up(db) {
      db.exec(`
        alter table presence add column offset_ms integer not null default 0;
        update presence set offset_ms = coalesce((
          select json_extract(body, '$.clockOffsetMs') from event e
          where e.worker_id = presence.worker_id and e.at_ms = presence.since_ms
            and e.type in ('presence.checked_in', 'presence.checked_out') order by seq desc limit 1
        ), 0);
      `);
    },
  },
  {
    version: 110,
    says: 'the messages of this gate are found without reading every act',
    up(db) {
      db.exec(`create index event_message_sent on event (seq) where type = 'message.sent'`);
    },
  },
  {
    version: 120,
    says: 'temporary passes are found in the journal itself, by their code and by their id',
    up(db) {
      db.exec(`
        create index event_pass_code on event (json_extract(body, '$.data.badgeCode')) where type = 'pass.issued';
        create index event_pass_issued on event (json_extract(body, '$.data.passId')) where type = 'pass.issued';
        create index event_pass_ended on event (json_extract(body, '$.data.passId')) where type = 'pass.ended';
        create index event_pass_printed on event (json_extract(body, '$.data.passId')) where type = 'pass.printed';
      `);
    },
  },
  {
    version: 130,
    says: 'a roll call is read without reading every act',
    up(db) {
      db.exec(`
        create index event_muster on event (seq) where type in ('muster.started', 'muster.marked', 'muster.ended')`);
    },
  },
  {
    version: 140,
    says: 'what was asked of central is found without reading every act',
    up(db) {
      db.exec(`
        create index event_wish on event (seq) where type in ('connection.added', 'connection.deleted', 'order.submitted',
          'booking.created', 'booking.changed', 'document.added', 'contact.changed', 'timesheet.approved',
          'timesheet.disputed')`);
    },
  },
  {
    version: 150,
    says: 'who waits at the gate for a look is still waiting after a restart of the program',
    up(db) {
      // What nobody has decided yet is no act: it is kept beside the journal, and gone when it is answered or over.
      db.exec('create table hold (id text primary key, body text not null) strict');
    },
  },
  {
    version: 160,
    says: 'what the other gates of the place told themselves while central was away, and how far each of their journals is known',
    up(db) {
      db.exec(`
        -- Ids and codes of acts in other journals; at_ms by central's clock. A row goes when central's word takes its place.
        create table heard_act (
          id text primary key,
          device_id text not null,
          gate_id text not null,
          seq integer not null,
          type text not null,
          worker_id text,
          at_ms integer not null,
          inside integer,
          undoes text,
          code text,
          mode text,
          user_id text
        ) strict, without rowid;
        create index heard_act_by_worker on heard_act (worker_id, at_ms) where worker_id is not null;
        create index heard_act_undoing on heard_act (undoes) where undoes is not null;
        create index heard_act_by_device on heard_act (device_id, seq);
        -- The latest act of each person that stands, ties by id, as central has it. SQLite takes the other columns from that row.
        create view heard_presence as
          select worker_id, gate_id, inside, at_ms, id as event_id, max(at_ms || ' ' || id) as newest from heard_act a
          where worker_id is not null and inside is not null
            and not exists (select 1 from heard_act u where u.undoes = a.id and u.gate_id = a.gate_id)
          group by worker_id;
        create table peer_line (
          device_id text primary key,
          seq integer not null,
          hash text not null,
          taken integer not null,
          heard_at_ms integer not null,
          address text not null
        ) strict, without rowid;
      `);
    },
  },
  {
    version: 170,
    says: 'every act is found by its time, whoever did it and in whichever way, without reading the acts themselves',
    up(db) {
      // What damage made of a body is written as it is: the indexes must take it too.
      db.exec(`
        create index event_act on event (at_ms, seq, type, worker_id, iif(json_valid(body), body ->> '$.data.mode', null),
            iif(json_valid(body), body ->> '$.data.atLocationId', null))
          where type in ('presence.checked_in', 'presence.checked_out', 'access.refused', 'presence.break_started',
            'presence.break_ended', 'override.given', 'act.undone');
        create index event_refused_code on event (at_ms, iif(json_valid(body), body ->> '$.data.code', null))
          where type = 'access.refused'`);
    },
  },
  {
    version: 180,
    says: 'passes and grants of the place’s other gates are known here while central is away',
    up(db) {
      db.exec(`
        -- kind: granted, issued, ended. about: the grant's person and badge, or the pass. Times by central's clock.
        create table heard_permit (
          id text primary key,
          device_id text not null,
          seq integer not null,
          kind text not null,
          about text not null,
          worker_id text,
          badge_code text,
          at_ms integer not null,
          data text not null
        ) strict, without rowid;
        create index heard_permit_about on heard_permit (about, kind, at_ms);
        create index heard_permit_worker on heard_permit (worker_id, kind, at_ms) where worker_id is not null;
        create index heard_permit_code on heard_permit (badge_code) where badge_code is not null;
        create index heard_permit_device on heard_permit (device_id, seq);
      `);
    },
  },
  KEEPING,
  {
    version: 200,
    says: 'whether somebody whom central does not know has a pass is known without reading all their acts',
    up(db) {
      db.exec(`create index event_pass_person on event (worker_id, seq) where type = 'pass.issued'`);
    },
  },
];

export const JOURNAL_VERSION = MIGRATIONS.at(-1)?.version ?? 0;

export class DatabaseNewerError extends Error {
  override readonly name = 'DatabaseNewerError';
}

/** Brings the schema up to `target`, all pending steps in one transaction. */
export function migrate(
  db: Sqlite,
  steps: readonly Migration[] = MIGRATIONS,
  target = steps.at(-1)?.version ?? 0,
): void {
  const current = Number(db.pragma('user_version', { simple: true }));
  if (current > target)
    throw new DatabaseNewerError(`written by a newer Gatehouse (schema ${current}, this one knows ${target})`);
  const pending = steps.filter((step) => step.version > current && step.version <= target);
  if (pending.length === 0) return;
  db.transaction(() => {
    for (const step of pending) {
      step.up(db);
      db.pragma(`user_version = ${step.version}`);
    }
  }).immediate();
}
