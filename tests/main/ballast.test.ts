import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { BALLAST_BYTES, createBallast } from '../../main/journal/ballast.ts';
import { keepBallast } from '../../main/journal/keep-ballast.ts';
import { newHome, journalOn, openTestStore, checkIn } from './fixtures.ts';
import { virtualTime } from './virtual-time.ts';

const PLENTY = 1e12;
const fileIn = (home: string): string => path.join(home, 'ballast');

describe('space kept back for the day the disk is full', () => {
  test('is really taken from the disk', () => {
    const file = fileIn(newHome());
    expect(createBallast(file, BALLAST_BYTES, () => PLENTY).keep()).toBe(true);
    const { size, blocks } = statSync(file);
    expect(size).toBe(BALLAST_BYTES);
    expect(blocks * 512).toBeGreaterThanOrEqual(BALLAST_BYTES);
  });

  test('is given once, and put back when there is room for far more than itself', () => {
    const file = fileIn(newHome());
    let free = PLENTY;
    const ballast = createBallast(file, 1024, () => free);
    ballast.keep();
    expect([ballast.free(), ballast.free()]).toEqual([true, false]);
    free = 15 * 1024;
    expect([ballast.keep(), existsSync(file)]).toEqual([false, false]);
    free = 16 * 1024;
    expect([ballast.keep(), existsSync(file)]).toEqual([true, true]);
  });

  test('that could not be made whole is no ballast, and leaves nothing behind', () => {
    const file = path.join(newHome(), 'not-there', 'ballast');
    const ballast = createBallast(file, 1024, () => PLENTY);
    expect([ballast.keep(), ballast.free()]).toEqual([false, false]);
  });
});

test('a full disk gets the ballast, the act is written, and staff are told until there is room again', async () => {
  const home = newHome();
  const time = virtualTime();
  const told: string[] = [];
  const ballast = keepBallast({
    home,
    setTimer: time.setTimer,
    raise: (code, part) => told.push(`${code} ${part}`),
    clear: (part) => told.push(`over ${part}`),
  });
  await time.pass(5000);
  const { db } = openTestStore(home);
  db.pragma(`max_page_count = ${String(db.pragma('page_count', { simple: true }))}`);
  const journal = journalOn(db, () => {
    db.pragma('max_page_count = 1000000');
    return ballast.free();
  });
  const written = Array.from({ length: 100 }, (_, i) => journal.append([checkIn(`worker-${i}`)]).ok);
  expect(written).not.toContain(false);
  expect(existsSync(fileIn(home))).toBe(false);
  await time.pass(60_000);
  expect(told).toEqual(['over disk', 'disk_nearly_full disk', 'over disk']);
  ballast.stop();
  db.close();
});
