import { expect, test } from 'vitest';
import type { Fact } from '../../../core/event/event.ts';
import { createWordsRead } from '../../../main/keeping/words-read.ts';
import { newHome, openTestStore, refusal, START_MS } from '../fixtures.ts';

const DESK = { kind: 'user', userId: 'user-1' } as const;
const pass = (passId: string, validUntil = '2026-03-04T06:00:00.000Z'): Fact => ({
  type: 'pass.issued',
  actor: DESK,
  data: {
    passId,
    workerId: `worker-${passId}`,
    badgeCode: 'A'.repeat(26),
    person: { firstName: 'Vera', lastName: 'Lindt' },
    fields: [],
    validFrom: '2026-03-02T06:00:00.000Z',
    validUntil,
  },
});

test('words are read of a pass that is good, but not once it is over or central took it back', () => {
  const { db, journal } = openTestStore(newHome());
  journal.append([pass('good'), pass('over', '2026-03-02T05:00:00.000Z'), pass('withdrawn'), refusal()]);
  const told = db.prepare(`insert into cache.entity (entity, id, rev, generation, data) values ('badge', ?, 1, 0, ?)`);
  told.run('good', '{"id":"good"}');
  told.run('withdrawn', '{"id":"withdrawn","revokedAt":"2026-03-02T06:30:00.000Z"}');
  expect([...createWordsRead(db)(START_MS)]).toEqual([1]);
});

test('words are read of what central would not take until staff have looked at it, however new it is', () => {
  const { db, journal } = openTestStore(newHome());
  const written = journal.append([refusal(), refusal()]);
  db.prepare(`insert into delivery values (2, 'rejected', 'malformed', null, 1)`).run();
  const read = createWordsRead(db);
  expect([...read(START_MS)]).toEqual([2]);
  const eventId = written.ok ? written.value[1]!.id : '';
  journal.append([{ type: 'tray.cleared', actor: DESK, data: { eventId, seq: 2, outcome: 'seen', reason: '' } }]);
  expect([...read(START_MS)]).toEqual([]);
});
