import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { decide } from '../../core/decide/decide.ts';
import { ok } from '../../core/result.ts';
import { createCache } from '../../main/cache/cache.ts';
import { createGather } from '../../main/cache/dossier.ts';
import { tellRenewed } from '../../main/cache/tell-renewed.ts';
import { CACHE_VERSION } from '../../main/cache/schema.ts';
import { closeJournalFile } from '../../main/journal/open.ts';
import { openStore } from '../../main/journal/recover.ts';
import { createLists } from '../../main/view/lists.ts';
import { openSqlite, type Sqlite } from '../../main/sqlite.ts';
import { IDENTITY, newHome, openTestStore, presenceOn, START_MS } from './fixtures.ts';
import { put, SITE } from './site.ts';

const PASS = put('badge', 'pass-1', {
  kind: 'opaque',
  workerId: 'vera',
  code: 'B'.repeat(26),
  validFrom: new Date(START_MS).toISOString(),
  pass: { locationId: 'location-1' },
});

/** A gate that central has told of its site, as the program of the version before left it; `aged` changes the file further. */
function homeOfTheVersionBefore(aged: (cache: Sqlite) => void = () => undefined): string {
  const home = newHome();
  const { db } = openTestStore(home);
  createCache(db).apply([...SITE, PASS], 'cursor-1', true, START_MS);
  db.prepare(`insert into cache.state values ('settled_to', '7')`).run();
  closeJournalFile(db);
  const cache = openSqlite(path.join(home, 'cache.db'));
  cache.exec(`update entity set starts_ms = null where entity = 'badge'`);
  aged(cache);
  cache.pragma(`user_version = ${CACHE_VERSION - 1}`);
  cache.close();
  return home;
}

function upgraded(home: string) {
  const opened = openStore(home, START_MS);
  if (!opened.ok) throw new Error(opened.fault.detail);
  const store = { ...openTestStore(home), renewed: opened.value.cache };
  closeJournalFile(opened.value.db);
  const cache = createCache(store.db);
  const parts = { cache, projections: store.journal.projections, presence: presenceOn(store, cache) };
  const gather = createGather({ ...parts, locationId: IDENTITY.locationId });
  return {
    ...store,
    cache,
    lists: createLists({ ...parts, db: store.db, locationId: IDENTITY.locationId, isDelivered: () => true }),
    show(code: string) {
      const dossier = gather({ credential: ok({ kind: 'opaque', code }), laneDirection: 'in', nowMs: START_MS });
      return dossier && decide(dossier).code;
    },
  };
}

describe('an upgrade of the cache, offline', () => {
  test('knows everybody who was known, lets them in, and goes on pulling where it was', () => {
    const { cache, renewed, show, lists, db } = upgraded(homeOfTheVersionBefore());
    expect(show('CARD-1')).toBe('welcome');
    expect([cache.cursor(), cache.completeAtMs()]).toEqual(['cursor-1', START_MS]);
    expect(renewed).toEqual({ renewed: { kept: SITE.length + 1, dropped: [] }, asksAnew: false });
    const page = lists.page({ list: 'scheduled', query: 'anna', offset: 0, limit: 10 }, START_MS);
    expect(page.scheduled?.rows.map(({ name }) => name)).toEqual(['Anna Kowalska']);
    expect(db.prepare(`select value from cache.state where key = 'settled_to'`).pluck().get()).toBe('7');
  });

  test('writes anew what records are looked up by', () => {
    const { db } = upgraded(homeOfTheVersionBefore());
    const found = db.prepare(`select id from cache.entity where entity = 'badge' and starts_ms is not null`).pluck();
    expect(found.all()).toEqual(['pass-1']);
  });

  test('takes over a file that lacks a column', () => {
    const { show } = upgraded(homeOfTheVersionBefore((cache) => cache.exec('alter table entity drop column search')));
    expect(show('CARD-1')).toBe('welcome');
  });

  test('leaves out what no longer fits, and the log says which and why, without names', () => {
    const home = homeOfTheVersionBefore((cache) => {
      const insert = cache.prepare(`insert into entity (entity, id, rev, generation, data) values (?, ?, 1, 0, ?)`);
      insert.run('worker', 'old', JSON.stringify({ id: 'old', firstName: 7, lastName: 'Oldham' }));
      insert.run('worker', 'torn', '{"id":');
      insert.run('hologram', 'h', '{}');
    });
    const { cache, renewed, show } = upgraded(home);
    const said: unknown[] = [];
    const log = { info: (...line: unknown[]) => said.push(line), error: (...line: unknown[]) => said.push(line) };
    tellRenewed(log as never, renewed);
    expect(show('CARD-1')).toBe('welcome');
    expect(cache.get('worker', 'old')).toBeUndefined();
    expect(renewed.renewed?.dropped.map(({ id }) => id).toSorted()).toEqual(['h', 'old', 'torn']);
    expect(said[0]).toEqual([{ kept: SITE.length + 1, dropped: 3 }, 'the cache of another version was taken over']);
    expect(JSON.stringify(said)).not.toContain('Oldham');
  });

  test('asks for everything anew beside the copy in use when the program before understood other things', () => {
    const home = homeOfTheVersionBefore((cache) => cache.exec(`delete from state where key = 'understanding'`));
    const { cache, renewed, show } = upgraded(home);
    expect(renewed.asksAnew).toBe(true);
    expect(cache.cursor()).toBeUndefined();
    expect(show('CARD-1')).toBe('welcome');
    cache.apply(SITE, 'cursor-2', true, START_MS + 1);
    expect([cache.get('badge', 'pass-1'), show('CARD-1')]).toEqual([undefined, 'welcome']);
  });
});

test('a file of which nothing can be made begins anew', () => {
  const home = homeOfTheVersionBefore((cache) => cache.exec('drop table entity; create table entity (x text)'));
  const { cache } = upgraded(home);
  expect([cache.cursor(), cache.all('worker')]).toEqual([undefined, []]);
});
