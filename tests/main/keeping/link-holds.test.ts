import { expect, test } from 'vitest';
import { createEmptying } from '../../../main/keeping/empty.ts';
import { prepareLinkHolds } from '../../../main/journal/link-holds.ts';
import { checkIn, newHome, openTestStore, sha256, START_MS } from '../fixtures.ts';
import { KEY, trimTo } from './history.ts';

function journalThatLost() {
  const store = openTestStore(newHome());
  const { db, journal } = store;
  for (let i = 0; i < 5; i += 1) journal.append([checkIn('anna')]);
  const data = { eventId: 'e', workerId: 'anna', what: 'checked_in', reason: 'It was Ben' } as const;
  journal.append([{ type: 'act.undone', actor: { kind: 'user' }, data }, checkIn('anna')]);
  trimTo(store, 3, [2]);
  createEmptying({ db, key: KEY, sha256, nowMs: () => START_MS }).empty([6]);
  return { db, holds: prepareLinkHolds(db, sha256) };
}

test.each([
  [2, 'one that stayed behind', true],
  [3, 'one that has left', false],
  [4, 'the first that is here', true],
  [5, 'one before an emptied one', true],
  [6, 'an emptied one', true],
  [7, 'the last', true],
])('event %i, %s: whether its place in the chain holds is %j', (seq, _, holds) => {
  expect(journalThatLost().holds(seq)).toBe(holds);
});

test.each([2, 4, 6, 7])('event %i does not hold once it was changed', (seq) => {
  const { db, holds } = journalThatLost();
  db.exec(
    `drop trigger event_is_not_edited; update event set body = replace(body, 'boot-1', 'boot-2') where seq = ${seq}`,
  );
  expect(holds(seq)).toBe(false);
});
