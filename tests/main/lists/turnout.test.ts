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

test('who came stays known when everything comes in anew, and who comes meanwhile is not missed', () => {
  const changes = crowd().slice(0, 200);
  const { db, journal, cache, ...store } = crowdDesk(changes);
  const presence = presenceOn({ db, journal, ...store }, cache);
  const bring = createTurnout({ db, presence, lastSeq: journal.lastSeq });
  const inside = () =>
    db
      .prepare<[], string>(
        'select distinct worker_id from cache.shift s join cache.person on n = s.person where turnout > 0 order by 1',
      )
      .pluck()
      .all();
  journal.append([checkIn('w-12')]);
  while (!bring(0));
  cache.restart();
  cache.apply(changes, 'half', false, 0);
  journal.append([checkIn('w-13')]);
  while (!bring(0));
  cache.apply([], 'new', true, 0);
  expect(inside()).toEqual(['w-12', 'w-13']);
  journal.append([checkIn('w-14')]);
  while (!bring(0));
  expect(inside()).toEqual(['w-12', 'w-13', 'w-14']);
});
