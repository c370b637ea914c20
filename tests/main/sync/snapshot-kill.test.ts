import { cpSync, readdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { createCache } from '../../../main/cache/cache.ts';
import { applyInSlices } from '../../../main/cache/slices.ts';
import type { Change } from '../../../core/sync/wire.ts';
import type { Sqlite } from '../../../main/sqlite.ts';
import { newHome, openTestStore, START_MS } from '../fixtures.ts';
import { put, SITE } from '../site.ts';

const PEOPLE = 60;
const PAGE = 40;
const GONE = people(1).slice(0, 2);

/** Everybody of a revision: with rev 2 they have other names, and `gone` is not among them. */
function people(rev: number): Change[] {
  return Array.from({ length: PEOPLE }, (_, index) => [
    put(
      'worker',
      `person-${index}`,
      { firstName: `Ada${rev}`, lastName: `B${index}`, contractorId: 'contractor-1' },
      rev,
    ),
    put('badge', `badge-of-${index}`, { kind: 'opaque', workerId: `person-${index}`, code: `C-${index}-${rev}` }, rev),
    put('assignment', `assigned-${index}`, { workOrderId: 'order-1', workerId: `person-${index}` }, rev),
  ]).flat();
}
const OLD = [...SITE, ...GONE.map((change) => ({ ...change, id: `gone-${change.id}` })), ...people(1)];
const ANEW = [...SITE, ...people(2)];

const slicesOf = (cache: ReturnType<typeof createCache>, breathe: () => Promise<void>) => ({
  cache,
  breathe,
  stopped: () => false,
});
async function pull(cache: ReturnType<typeof createCache>, breathe: () => Promise<void> = () => Promise.resolve()) {
  let from = Number(cache.cursor() ?? 0);
  do {
    const next = from + PAGE;
    const page = ANEW.slice(from, next);
    await applyInSlices(slicesOf(cache, breathe), page, String(next), next >= ANEW.length, START_MS + 1);
    from = next;
  } while (from < ANEW.length);
}

/** Which copy is in use, every record and line of it: a mixture is none. */
function copyIn(db: Sqlite): 'old' | 'new' | 'mixture' {
  const all = <T>(sql: string): T[] => db.prepare<[], T>(sql).all();
  const names = all<{ name: string }>(
    `select json_extract(data, '$.firstName') as name from cache.entity where entity = 'worker' and id like 'person-%'`,
  );
  const listed = all<{ name: string }>(`select name from cache.person where worker_id like 'person-%'`);
  const badges = all<{ ref: string }>(`select ref from cache.entity where entity = 'badge' and id like 'badge-of-%'`);
  const shifts = all<{ id: string }>(`select id from cache.shift where id like 'assigned-%'`);
  const hasGone = all(`select 1 from cache.entity where id like 'gone-%'`).length > 0;
  const is = (rev: number): boolean =>
    [names, listed, badges, shifts].every(({ length }) => length === PEOPLE) &&
    names.every(({ name }) => name === `Ada${rev}`) &&
    listed.every(({ name }) => name.startsWith(`ada${rev}`)) &&
    badges.every(({ ref }) => ref.endsWith(`-${rev}`)) &&
    hasGone === (rev === 1);
  return is(1) ? 'old' : is(2) ? 'new' : 'mixture';
}

/** The gate's folder as a kill would leave it, at each turn that the snapshot gives to others. */
const cuts: string[] = [];
beforeAll(async () => {
  const home = newHome();
  const { db } = openTestStore(home);
  const cache = createCache(db);
  cache.apply(OLD, 'old', true, START_MS);
  cache.restart();
  await pull(cache, () => {
    const at = newHome();
    for (const name of readdirSync(home)) cpSync(path.join(home, name), path.join(at, name), { recursive: true });
    cuts.push(at);
    return Promise.resolve();
  });
  cuts.push(home);
});

describe('a kill while everything comes in anew', () => {
  test('leaves the old copy whole or the new one, at any of its turns, and goes on to the new one', async () => {
    const found: string[] = [];
    for (const home of cuts) {
      const { db } = openTestStore(home);
      const before = copyIn(db);
      const cache = createCache(db);
      if (before === 'old') await pull(cache);
      found.push(`${before}, then ${copyIn(db)}`);
      db.close();
      expect(readdirSync(home).filter((name) => name.includes('next'))).toEqual([]);
    }
    expect(found).toContain('old, then new');
    expect(new Set(found)).toEqual(new Set(['old, then new', 'new, then new']));
  });

  test('between the two renames of the swap the next start finishes it', async () => {
    const home = newHome();
    const { db } = openTestStore(home);
    const cache = createCache(db);
    cache.apply(OLD, 'old', true, START_MS);
    cache.restart();
    let isWhole = false;
    const stopWhenWhole = {
      ...cache,
      takePlace: (cursor: string, nowMs: number) => {
        const left = isWhole ? 'done' : cache.takePlace(cursor, nowMs);
        isWhole ||= left === 'tidy';
        return left;
      },
      apply: () => ({ applied: 0, refused: [] }),
    };
    cache.apply(ANEW.slice(0, PAGE), '40', false, START_MS);
    await applyInSlices(
      slicesOf(stopWhenWhole, () => Promise.resolve()),
      ANEW.slice(PAGE),
      'new',
      true,
      START_MS + 1,
    );
    db.close();
    renameSync(path.join(home, 'cache.db'), path.join(home, 'cache-old.db'));
    const again = openTestStore(home);
    expect([copyIn(again.db), createCache(again.db).cursor()]).toEqual(['new', 'new']);
  });
});

describe('the swap', () => {
  test('leaves every number as it was, for lists hold them, and gives nobody the number of somebody else', async () => {
    const { db } = openTestStore(newHome());
    const cache = createCache(db);
    cache.apply(OLD, 'old', true, START_MS);
    const numbers = () =>
      new Map(
        db
          .prepare<[], { key: string; n: number }>(
            `select 'p ' || worker_id as key, n from cache.person union all select 'w ' || order_id, n from cache.work
             union all select 's ' || id, rowid from cache.shift union all select entity || ' ' || id, rowid from cache.entity`,
          )
          .all()
          .map(({ key, n }) => [key, n]),
      );
    const before = numbers();
    cache.restart();
    ANEW.push(put('worker', 'nina', { firstName: 'Nina', lastName: 'New', contractorId: 'contractor-1' }, 3));
    await pull(cache);
    ANEW.pop();
    const after = numbers();
    const kept = [...after].filter(([key]) => before.has(key));
    expect(kept.length).toBeGreaterThan(PEOPLE * 4);
    expect(kept.filter(([key, n]) => before.get(key) !== n)).toEqual([]);
    expect([...before.values()]).not.toContain(after.get('p nina'));
  });

  test('keeps an index that a part of the program has made for itself, and statements that were prepared before', async () => {
    const { db } = openTestStore(newHome());
    const cache = createCache(db);
    cache.apply(OLD, 'old', true, START_MS);
    db.exec(`create index if not exists cache.own on entity (id) where entity = 'worker'`);
    const asked = db.prepare<[], string>(
      `select id from cache.entity indexed by own where entity = 'worker' and id = 'person-1'`,
    );
    cache.restart();
    await pull(cache);
    expect([copyIn(db), asked.pluck().all()]).toEqual(['new', ['person-1']]);
  });

  test('readers keep what they made while the rest comes in: the revision grows with the swap', async () => {
    const { db } = openTestStore(newHome());
    const cache = createCache(db);
    cache.apply(OLD, 'old', true, START_MS);
    cache.restart();
    const before = cache.revision();
    cache.apply(ANEW.slice(0, PAGE), '40', false, START_MS);
    const during = cache.revision();
    await pull(cache);
    expect([during - before, cache.revision() > during]).toEqual([0, true]);
  });
});
