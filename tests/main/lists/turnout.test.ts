import { expect, test } from 'vitest';
import { createTurnout } from '../../../main/lists/turnout.ts';
import { checkIn, presenceOn } from '../fixtures.ts';
import { crowd, crowdDesk } from './crowd.ts';

test('where nothing can be written the turnout stays as it was, and it catches up when it can', () => {
  const { db, journal, cache, ...store } = crowdDesk(crowd().slice(0, 200));
  const presence = presenceOn({ db, journal, ...store }, cache);
  const bring = createTurnout({ db, presence, lastSeq: journal.lastSeq });
  const inside = () => db.prepare('select distinct turnout from cache.shift where turnout > 0').pluck().all();
  while (!bring(0));
  journal.append([checkIn('w-12')]);
  db.pragma('query_only = on');
  expect(bring(0)).toBe(true);
  expect(inside()).toEqual([]);
  db.pragma('query_only = off');
  while (!bring(0));
  expect(inside()).toEqual([1]);
});
