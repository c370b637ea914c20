import { closeSync, ftruncateSync, openSync, readdirSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { detailOf } from '../../core/event/detail.ts';
import { openSqlite } from '../../main/sqlite.ts';
import { assertDurable, closeJournalFile, openJournalFile } from '../../main/journal/open.ts';
import { JOURNAL_VERSION, MIGRATIONS, migrate } from '../../main/journal/migrations.ts';
import { openStore } from '../../main/journal/recover.ts';
import { compareProjections, verifyChain } from '../../main/journal/verify.ts';
import { checkIn, checkOut, grant, journalOn, newHome, openTestStore, refusal, sha256, START_MS } from './fixtures.ts';

const someActs = [grant('anna', 'badge-a'), checkIn('anna'), refusal(), checkIn('ben'), checkOut('anna')];

describe('writing', () => {
  test('events get gapless numbers and a chain that holds', () => {
    const { db, journal } = openTestStore(newHome());
    journal.append(someActs.slice(0, 2));
    journal.append(someActs.slice(2));
    expect(journal.read(0, 10).map(({ seq, type }) => [seq, type])).toEqual([
      [1, 'access.granted'],
      [2, 'presence.checked_in'],
      [3, 'access.refused'],
      [4, 'presence.checked_in'],
      [5, 'presence.checked_out'],
    ]);
    expect(verifyChain(db, sha256)).toMatchObject({ events: 5, headSeq: 5, faults: [] });
  });

  test('the chain goes on where it was after a restart', () => {
    const home = newHome();
    const first = openTestStore(home);
    first.journal.append([checkIn('anna')]);
    closeJournalFile(first.db);
    const second = openTestStore(home);
    second.journal.append([checkOut('anna')]);
    expect(verifyChain(second.db, sha256)).toMatchObject({ events: 2, faults: [] });
  });

  test('a wrong clock stops nothing and changes no order', () => {
    const { db, journal, clock } = openTestStore(newHome());
    for (const jump of [0, -86_400_000, 3_600_000, -1e12]) {
      clock.jump(jump);
      expect(journal.append([refusal()]).ok).toBe(true);
    }
    expect(verifyChain(db, sha256)).toMatchObject({ events: 4, faults: [] });
  });

  test('facts of one act are written together or not at all', () => {
    const { db, journal } = openTestStore(newHome());
    db.exec(
      `create trigger trip before insert on event when new.worker_id = 'ben' begin select raise(abort, 'tripped'); end`,
    );
    expect(() => journal.append([checkIn('anna'), checkIn('ben')])).toThrow('tripped');
    expect(journal.read(0, 10)).toEqual([]);
    expect(journal.projections.insideCount()).toBe(0);
    db.exec('drop trigger trip');
    expect(journal.append([checkIn('anna')])).toMatchObject({ ok: true, value: [{ seq: 1 }] });
  });

  test('a full disk is a fault with a code, and frees what was kept back first', () => {
    const home = newHome();
    const { db } = openTestStore(home);
    const pages = Number(db.pragma('page_count', { simple: true }));
    db.pragma(`max_page_count = ${pages}`);
    const journal = journalOn(db, () => false);
    let code: string | undefined;
    for (let i = 0; i < 200 && code === undefined; i += 1) {
      const written = journal.append([checkIn(`worker-${i}`)]);
      if (!written.ok) code = written.fault;
    }
    expect(code).toBe('disk_full');
    const freeing = journalOn(db, () => {
      db.pragma('max_page_count = 1000000');
      return true;
    });
    expect(freeing.append([checkIn('last')]).ok).toBe(true);
    expect(verifyChain(db, sha256).faults).toEqual([]);
  });
});

describe('nobody can change what is written', () => {
  test.each(['update event set type = type', 'delete from event', `update event set body = '{}' where seq = 1`])(
    '%s',
    (sql) => {
      const { db, journal } = openTestStore(newHome());
      journal.append(someActs);
      expect(() => db.exec(sql)).toThrow('the journal is append-only');
    },
  );

  test.each([
    ['an edited body', `update event set body = replace(body, 'anna', 'carl') where seq = 2`, 2, 'edited'],
    ['an edited column', `update event set at_ms = at_ms + 1 where seq = 2`, 2, 'column_differs'],
    ['a removed row', `delete from event where seq = 3`, 4, 'gap'],
    ['a body that is no JSON', `update event set body = 'x' where seq = 5`, 5, 'unreadable'],
  ])('%s is found though the triggers were dropped', (_what, sql, seq, fault) => {
    const { db, journal } = openTestStore(newHome());
    journal.append(someActs);
    db.exec('drop trigger event_is_not_edited; drop trigger event_is_not_deleted');
    db.exec(sql);
    expect(verifyChain(db, sha256).faults[0]).toEqual({ seq, fault });
  });
});

describe('durability', () => {
  test('every open is WAL with synchronous FULL, also after the first write and at a reopen', () => {
    const home = newHome();
    for (let i = 0; i < 3; i += 1) {
      const { db, journal } = openTestStore(home);
      journal.append([refusal()]);
      assertDurable(db);
      expect(db.pragma('synchronous', { simple: true })).toBe(2);
      closeJournalFile(db);
    }
  });

  test('the assertion bites when a commit would not be synced', () => {
    const { db } = openTestStore(newHome());
    db.pragma('synchronous = NORMAL');
    expect(() => assertDurable(db)).toThrow('not durable');
  });
});

describe('projections', () => {
  test('kept ones equal those rebuilt from the events alone', () => {
    const { db, journal } = openTestStore(newHome());
    journal.append([...someActs, grant('ben', 'badge-b'), grant('anna', 'badge-a', '2026-03-04T06:00:00.000Z')]);
    const events = [...journal.all()];
    expect(compareProjections(db, events)).toEqual([]);
    const kept = db.prepare('select * from presence order by worker_id').all();
    journal.projections.rebuild(events);
    expect(db.prepare('select * from presence order by worker_id').all()).toEqual(kept);
    expect(compareProjections(db, events)).toEqual([]);
  });

  test('a difference is found', () => {
    const { db, journal } = openTestStore(newHome());
    journal.append(someActs);
    db.exec(`update presence set inside = 1 where worker_id = 'anna'`);
    expect(compareProjections(db, [...journal.all()])).toHaveLength(2);
  });

  test('answer who is inside and which grant holds', () => {
    const { journal } = openTestStore(newHome());
    journal.append(someActs);
    expect(journal.projections.insideCount()).toBe(1);
    expect(journal.projections.presenceOf('anna')).toMatchObject({ inside: false, sinceMs: START_MS });
    expect(journal.projections.presenceOf('nobody')).toBeUndefined();
    expect(journal.projections.grantOf('anna', 'badge-a')).toMatchObject({
      untilMs: Date.parse('2026-03-03T06:00:00.000Z'),
    });
    expect(journal.projections.grantOf('anna', 'another')).toBeUndefined();
    expect(journal.projections.grantOf('anna', undefined)).toMatchObject({ badgeId: 'badge-a' });
  });
});

describe('migrations', () => {
  test('rise, and end at the version that the program knows', () => {
    const versions = MIGRATIONS.map(({ version }) => version);
    expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
    expect(versions.at(-1)).toBe(JOURNAL_VERSION);
  });

  test('10 to 20 keeps every row and adds the book of deliveries', () => {
    const file = path.join(newHome(), 'journal.db');
    const db = openSqlite(file);
    migrate(db, MIGRATIONS, 10);
    db.prepare('insert into event values (1, ?, 5, null, ?, ?)').run('access.refused', '{}', 'h');
    db.prepare('insert into presence values (?, 1, 5, ?)').run('anna', 'event-1');
    migrate(db, MIGRATIONS, 20);
    expect(db.prepare('select seq, body from event').all()).toEqual([{ seq: 1, body: '{}' }]);
    expect(db.prepare('select worker_id from presence').pluck().all()).toEqual(['anna']);
    expect(db.prepare('select count(*) from delivery').pluck().get()).toBe(0);
  });

  test('20 to 30 keeps every row, and refusals are found by their index', () => {
    const db = openSqlite(path.join(newHome(), 'journal.db'));
    migrate(db, MIGRATIONS, 20);
    const insert = db.prepare('insert into event values (?, ?, ?, null, ?, ?)');
    insert.run(1, 'access.refused', 5, '{}', 'h');
    insert.run(2, 'access.granted', 6, '{}', 'h');
    migrate(db, MIGRATIONS, 30);
    expect(db.prepare('select seq, body from event').all()).toEqual([
      { seq: 1, body: '{}' },
      { seq: 2, body: '{}' },
    ]);
    const refused = `select seq from event where type = 'access.refused' and at_ms >= 5 order by at_ms desc`;
    expect(db.prepare(refused).pluck().all()).toEqual([1]);
    expect(JSON.stringify(db.prepare(`explain query plan ${refused}`).all())).toContain('event_refused');
  });

  test('30 to 40 keeps who is inside and finds them by when they moved', () => {
    const db = openSqlite(path.join(newHome(), 'journal.db'));
    migrate(db, MIGRATIONS, 30);
    db.prepare('insert into presence values (?, 1, 5, ?)').run('anna', 'event-1');
    migrate(db, MIGRATIONS, 40);
    expect(
      db.prepare('select worker_id from presence indexed by presence_by_since where since_ms >= 5').pluck().all(),
    ).toEqual(['anna']);
  });

  test('a file of a newer program is left alone', () => {
    const file = path.join(newHome(), 'journal.db');
    const db = openSqlite(file);
    db.pragma(`user_version = ${JOURNAL_VERSION + 10}`);
    db.close();
    expect(openJournalFile(file)).toMatchObject({ ok: false, fault: { code: 'database_newer' } });
    expect(readdirSync(path.dirname(file)).filter((name) => name.includes('broken'))).toEqual([]);
  });
});

describe('a damaged file', () => {
  const damaged = (harm: (file: string) => void): string => {
    const home = newHome();
    const { db, journal } = openTestStore(home);
    for (let i = 0; i < 300; i += 1) journal.append([checkIn(`worker-${i}`)]);
    db.prepare(`insert into cache.state values ('settled_to', '290')`).run();
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.prepare(`update meta set value = 'no' where key = 'closed'`).run();
    db.close();
    harm(path.join(home, 'journal.db'));
    return home;
  };
  const overwrite = (file: string, at: number, bytes: number): void => {
    const descriptor = openSync(file, 'r+');
    writeSync(descriptor, Buffer.alloc(bytes, 0x5a), 0, bytes, at);
    closeSync(descriptor);
  };

  test('is kept as it is, what can be read goes on, and no number that central knows is given out again', () => {
    const home = damaged((file) => {
      const descriptor = openSync(file, 'r+');
      ftruncateSync(descriptor, Math.floor(statSync(file).size / 8192) * 4096);
      closeSync(descriptor);
    });
    const { db, journal } = openTestStore(home);
    expect(readdirSync(home).some((name) => name.startsWith('journal.db.broken-'))).toBe(true);
    const written = journal.append([checkIn('next')]);
    expect(written.ok && (written.value[0]?.seq ?? 0) > 290).toBe(true);
    expect(compareProjections(db, [...journal.all()])).toEqual([]);
  });

  test.each([
    ['a header of rubbish', (file: string) => overwrite(file, 0, 100)],
    ['an empty file', (file: string) => closeSync(openSync(file, 'w'))],
    ['no database at all', (file: string) => overwrite(file, 0, 8192)],
  ])('%s does not stop the gate', (_what, harm) => {
    const home = damaged(harm);
    const opened = openStore(home, START_MS);
    expect(opened.ok).toBe(true);
  });

  test('a broken cache is thrown away, the journal stays', () => {
    const home = newHome();
    const first = openTestStore(home);
    first.journal.append(someActs);
    closeJournalFile(first.db);
    overwrite(path.join(home, 'cache.db'), 0, 4096);
    const opened = openStore(home, START_MS);
    expect(opened).toMatchObject({ ok: true, value: { troubles: [{ code: 'database_broken', part: 'cache' }] } });
    if (!opened.ok) throw new Error('not opened');
    expect(opened.value.db.prepare('select count(*) from event').pluck().get()).toBe(5);
  });
});

test('a file that another program holds is left where it is', () => {
  const home = newHome();
  const { db } = openTestStore(home);
  closeJournalFile(db);
  const holder = openSqlite(path.join(home, 'journal.db'));
  holder.pragma('locking_mode = EXCLUSIVE');
  holder.exec('begin exclusive');
  expect(openStore(home, START_MS)).toMatchObject({ ok: false, fault: { code: 'database_broken' } });
  expect(readdirSync(home).filter((name) => name.includes('broken'))).toEqual([]);
  holder.close();
});

test('after a repair the chain holds over the numbers that only central has', () => {
  const home = newHome();
  const first = openTestStore(home);
  first.journal.append(someActs);
  first.db.prepare(`insert into meta values ('continues_after', '9')`).run();
  closeJournalFile(first.db);
  const { db, journal } = openTestStore(home);
  journal.append([checkIn('carl')]);
  expect(verifyChain(db, sha256)).toMatchObject({ events: 6, headSeq: 10, faults: [], goesOnAtSeq: 10 });
});

test('half a character in a device’s words stops no recording', () => {
  const { db, journal } = openTestStore(newHome());
  const detail = detailOf(`${'x'.repeat(499)}😀 \uD800`);
  journal.append([
    { type: 'device.fault', actor: { kind: 'system' }, data: { code: 'port_lost', part: 'door-1', detail } },
  ]);
  expect(detail).toHaveLength(500);
  expect(verifyChain(db, sha256)).toMatchObject({ events: 1, faults: [] });
});
