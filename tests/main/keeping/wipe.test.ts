import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createCache } from '../../../main/cache/cache.ts';
import { createEmptying } from '../../../main/keeping/empty.ts';
import { wipeLogs } from '../../../main/keeping/wipe.ts';
import { newHome, openTestStore, sha256, START_MS } from '../fixtures.ts';
import { put, SITE } from '../site.ts';
import { KEY } from './history.ts';

const NAME = 'Zyxwvutsrq';

/** The record, the line of the directory: the text index may hold a name's single words, without whose they were, until it is merged. */
const TRACES = [`"lastName":"${NAME}`, `ada ${NAME}`];

test('no record of somebody who was removed is left in the gate’s files, and everybody else’s is', async () => {
  const home = newHome();
  const filesWith = (text: string): string[] =>
    readdirSync(home).filter((name) =>
      readFileSync(path.join(home, name)).toString('latin1').toLowerCase().includes(text.toLowerCase()),
    );
  const { db, journal } = openTestStore(home);
  const cache = createCache(db);
  const others = Array.from({ length: 200 }, (_, at) =>
    put('worker', `other-${at}`, { firstName: 'Stays', lastName: `Here${at}`, contractorId: 'contractor-1' }),
  );
  const gone = put('worker', 'gone', { firstName: 'Ada', lastName: NAME, contractorId: 'contractor-1' });
  cache.apply([...SITE, ...others, gone], 'c1', true, START_MS);
  const newWorker = { firstName: 'Ada', lastName: NAME };
  const data = { connectionId: 'c', workerId: 'gone', clientId: 'client-1', newWorker };
  journal.append([{ type: 'connection.added', actor: { kind: 'user' }, data }]);
  await wipeLogs(db, () => Promise.resolve());
  expect(TRACES.map(filesWith)).toEqual([['cache.db', 'journal.db'], ['cache.db']]);

  cache.apply([{ entity: 'worker', op: 'delete', id: 'gone', rev: 2 }], 'c2', true, START_MS);
  const { wordy, empty } = createEmptying({ db, key: KEY, sha256, nowMs: () => START_MS });
  expect(empty(wordy(0, 1, 'strangers'))).toBe(1);
  await wipeLogs(db, () => Promise.resolve());
  expect(TRACES.flatMap(filesWith)).toEqual([]);
  expect(filesWith('Here199')).toEqual(['cache.db']);
});
