import { statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { keepLogShort, QUIET_MS, WORTH_ROWS } from '../../main/journal/checkpoint.ts';
import { checkIn, newHome, openTestStore } from './fixtures.ts';
import { virtualTime } from './virtual-time.ts';

/** How large the database itself is: it grows when the log is moved into it. */
function gate() {
  const home = newHome();
  const { db, journal } = openTestStore(home);
  const time = virtualTime();
  const end = keepLogShort(db, time.setTimer);
  const acts = (count: number): void => {
    for (let n = 0; n < count; n += 1) journal.append([checkIn(`worker-${n}`)]);
  };
  return { time, acts, end, bytes: () => statSync(path.join(home, 'journal.db')).size };
}

test('the log is moved in a quiet second, not while people come', async () => {
  const { time, acts, bytes } = gate();
  const before = bytes();
  for (let seconds = 0; seconds < 5; seconds += 1) {
    acts(WORTH_ROWS / 4);
    await time.pass(QUIET_MS);
  }
  expect(bytes()).toBe(before);
  await time.pass(QUIET_MS);
  expect(bytes()).toBeGreaterThan(before);
});

test('a few acts are not worth it', async () => {
  const { time, acts, bytes } = gate();
  const before = bytes();
  acts(5);
  await time.pass(10 * QUIET_MS);
  expect(bytes()).toBe(before);
});

test('nothing is touched once it has ended', async () => {
  const { time, acts, end, bytes } = gate();
  const before = bytes();
  acts(WORTH_ROWS);
  end();
  await time.pass(10 * QUIET_MS);
  expect(bytes()).toBe(before);
});
