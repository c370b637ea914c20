import { describe, expect, test } from 'vitest';
import { createScan } from '../../../main/lists/scan.ts';
import { createWalk } from '../../../main/lists/walk.ts';
import { openSqlite } from '../../../main/sqlite.ts';

const LINES = 5000;

function numbers() {
  const db = openSqlite(':memory:');
  db.exec('create table line (n integer primary key, half integer not null); create index by_half on line (half)');
  const put = db.prepare('insert into line values (?, ?)');
  for (let n = 0; n < LINES; n += 1) put.run(n, Math.floor(((n * 7919) % LINES) / 2));
  const looked: number[] = [];
  const run = <T>(sql: string, params: Record<string, unknown>): T[] => {
    const rows = db.prepare<[Record<string, unknown>], T>(sql).all(params);
    if (!sql.includes('offset')) looked.push(rows.length);
    return rows;
  };
  const all = (order: string) => db.prepare<[], number>(`select n from line order by ${order}`).pluck().all();
  return { run, looked, all };
}
const parts = { source: 'line s indexed by by_half', where: 's.half >= 0', columns: ['s.half', 's.n'], params: {} };

describe('a walk through a long index', () => {
  test.each([
    [false, 'half, n'],
    [true, 'half desc, n desc'],
  ])('down %s: finds every line once, in order, by many short looks', (down, order) => {
    const { run, looked, all } = numbers();
    const walk = createWalk({ run, ...parts, down, row: 's.n', joins: '', wanted: '1' });
    let looks = 0;
    for (; !walk.done; looks += 1) walk.look(0);
    expect(walk.rows).toEqual(all(order));
    expect(looks).toBe(looked.length);
    expect(Math.max(...looked)).toBeLessThan(LINES);
  });

  test('goes on with nothing when there is no more', () => {
    const walk = createWalk({ run: numbers().run, ...parts, down: false, row: 's.n', joins: '', wanted: 's.n < 3' });
    walk.look(Number.POSITIVE_INFINITY);
    walk.look(Number.POSITIVE_INFINITY);
    expect(new Set(walk.rows)).toEqual(new Set([0, 1, 2]));
  });
});

test('lines that are alike in all columns stay in one stretch', () => {
  const { run } = numbers();
  const scan = createScan({ run, ...parts, columns: ['s.half'], down: false });
  const seen = new Map<number, number>();
  for (let stretch = 0; !scan.done; stretch += 1)
    scan.step(({ condition, params }) => {
      for (const { half } of run<{ half: number }>(`select half from ${parts.source} where ${condition}`, params)) {
        expect(seen.get(half) ?? stretch).toBe(stretch);
        seen.set(half, stretch);
      }
    });
  expect(seen.size).toBe(LINES / 2);
});
