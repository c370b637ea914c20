import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { HOLD_MS } from '../../core/hold/hold.ts';
import { MIGRATIONS, migrate } from '../../main/journal/migrations.ts';
import { openSqlite } from '../../main/sqlite.ts';
import { desk } from './acts-desk.ts';
import { newHome, START_MS } from './fixtures.ts';
import { put } from './site.ts';

const QUESTIONS = [
  { id: 'fit', text: 'Fit for work?', at: 'in', wanted: 'yes' },
  { id: 'tools', text: 'Tools handed back?', at: 'out', wanted: 'yes' },
];
const photo = () => desk({ photoCheck: 'always' });

describe('a person who waits for a look', () => {
  test('waits: nothing is written and no door moves until staff confirm', () => {
    const { acts, scan, released, types, shown } = photo();
    scan();
    expect([released, types(), shown]).toEqual([[], [], ['photo_check']]);
    expect(acts.getHolds(undefined)).toMatchObject([{ name: 'Anna Kowalska', asks: ['photo_check'], direction: 'in' }]);
  });

  test('comes in once confirmed: their own scan, with who looked on record', () => {
    const { acts, scan, released, last, wait } = photo();
    scan();
    wait(5000);
    const [hold] = acts.getHolds(undefined);
    expect(acts.confirmHold({ holdId: hold?.id ?? '', answers: {} })).toMatchObject({
      result: 'done',
      code: 'welcome',
    });
    expect(released).toEqual(['door-1 for presence.checked_in']);
    expect(last()).toMatchObject({
      actor: { kind: 'worker' },
      data: { mode: 'scan', confirmed: { codes: ['photo_check'], answers: [], userId: 'user-1' } },
    });
    expect(acts.getHolds(undefined)).toEqual([]);
  });

  test.each<[string, (all: ReturnType<typeof photo>, holdId: string) => void, string, string]>([
    ['declined', ({ acts }, holdId) => acts.declineHold({ holdId }), 'staff_declined', 'user'],
    ['forgotten', ({ wait }) => wait(HOLD_MS), 'staff_silent', 'system'],
  ])('who is %s stays out, on record', (_what, happens, code, by) => {
    const all = photo();
    all.scan();
    const holdId = all.acts.getHolds(undefined)[0]?.id ?? '';
    happens(all, holdId);
    expect(all.last()).toMatchObject({ type: 'access.refused', actor: { kind: by }, data: { code, workerId: 'anna' } });
    expect(all.acts.confirmHold({ holdId, answers: {} }).result).toBe('refused');
    expect([all.released, all.acts.getHolds(undefined)]).toEqual([[], []]);
  });

  test('who scans again waits once, with the new scan', () => {
    const { acts, scan, wait } = photo();
    scan();
    const first = acts.getHolds(undefined)[0]?.id ?? '';
    wait(10_000);
    scan();
    expect(acts.getHolds(undefined)).toHaveLength(1);
    expect(acts.confirmHold({ holdId: first, answers: {} }).result).toBe('refused');
  });

  test('whose badge is withdrawn meanwhile does not come in by a confirmation', () => {
    const { acts, scan, cache, released } = photo();
    scan();
    const revokedAt = '2026-03-02T05:00:00.000Z';
    cache.apply(
      [put('badge', 'badge-a', { kind: 'opaque', workerId: 'anna', code: 'CARD-1', revokedAt }, 2)],
      'c2',
      true,
      START_MS,
    );
    const holdId = acts.getHolds(undefined)[0]?.id ?? '';
    expect(acts.confirmHold({ holdId, answers: {} })).toMatchObject({ result: 'refused', code: 'badge_revoked' });
    expect(released).toEqual([]);
  });

  test('on old data comes in with a note', () => {
    const { acts, scan, last } = desk({ staleAskHours: 0 });
    scan();
    const holdId = acts.getHolds(undefined)[0]?.id ?? '';
    expect(acts.confirmHold({ holdId, answers: {} }).result).toBe('done');
    expect(last()?.data).toMatchObject({ notes: ['data_stale'], confirmed: { codes: ['data_old_ask'] } });
  });
});

describe('a restart of the program', () => {
  /** The desk as it is some time after a person began to wait and the program was killed. */
  function killed(laterMs: number, policy: Record<string, unknown>) {
    const home = newHome();
    const before = desk(policy, [], { home });
    before.scan();
    before.db.close();
    return desk(policy, [], { home, startMs: START_MS + laterMs });
  }

  test('leaves who waits waiting, and nobody comes in before staff confirm', () => {
    const { acts, released, types, last } = killed(60_000, { questions: QUESTIONS });
    const [hold] = acts.getHolds(undefined);
    expect(hold).toMatchObject({ name: 'Anna Kowalska', questions: [{ id: 'fit' }], untilMs: START_MS + HOLD_MS });
    expect([released, types()]).toEqual([[], []]);
    expect(acts.confirmHold({ holdId: hold?.id ?? '', answers: { fit: 'yes' } }).result).toBe('done');
    expect(last()).toMatchObject({ type: 'presence.checked_in', data: { mode: 'scan', badgeId: 'badge-a' } });
    expect(released).toEqual(['door-1 for presence.checked_in']);
  });

  test('does not make the wait longer: its time ends it, on record', () => {
    const { acts, wait, last } = killed(HOLD_MS - 1000, { photoCheck: 'always' });
    wait(1000);
    expect(last()).toMatchObject({ type: 'access.refused', data: { code: 'staff_silent', badgeId: 'badge-a' } });
    expect(acts.getHolds(undefined)).toEqual([]);
  });

  test.each([
    ['whose time is over', HOLD_MS],
    ['that began later than now, for the clock was set back', -1],
  ])('forgets a wait %s', (_what, laterMs) => {
    const { acts, types, db } = killed(laterMs, { photoCheck: 'always' });
    expect([acts.getHolds(undefined), types()]).toEqual([[], []]);
    expect(db.prepare('select count(*) from hold').pluck().get()).toBe(0);
  });

  test('keeps nothing of a wait that was answered', () => {
    const { acts, db } = killed(0, { photoCheck: 'always' });
    acts.declineHold({ holdId: acts.getHolds(undefined)[0]?.id ?? '' });
    expect(db.prepare('select count(*) from hold').pluck().get()).toBe(0);
  });
});

test('the journal of the program before keeps every act, and has room for who waits', () => {
  const db = openSqlite(path.join(newHome(), 'journal.db'));
  migrate(db, MIGRATIONS, 140);
  db.prepare('insert into event values (1, ?, 5, null, ?, ?)').run('access.refused', '{}', 'h');
  migrate(db, MIGRATIONS, 150);
  expect(db.prepare('select seq, body from event').all()).toEqual([{ seq: 1, body: '{}' }]);
  expect(db.prepare('select count(*) from hold').pluck().get()).toBe(0);
});

describe('questions', () => {
  test('are each answered before the door, and kept as asked', () => {
    const { acts, scan, last } = desk({ questions: QUESTIONS });
    scan();
    const [hold] = acts.getHolds(undefined);
    const holdId = hold?.id ?? '';
    expect(hold?.questions).toEqual([{ id: 'fit', text: 'Fit for work?', wanted: 'yes' }]);
    expect(acts.confirmHold({ holdId, answers: {} }).result).toBe('refused');
    expect(acts.confirmHold({ holdId, answers: { fit: 'yes' } }).result).toBe('done');
    expect(last()?.data['confirmed']).toMatchObject({
      answers: [{ questionId: 'fit', text: 'Fit for work?', answer: 'yes' }],
    });
  });

  test('with another answer than wanted keep out', () => {
    const { acts, scan, released, last } = desk({ questions: QUESTIONS });
    scan();
    const holdId = acts.getHolds(undefined)[0]?.id ?? '';
    expect(acts.confirmHold({ holdId, answers: { fit: 'no' } })).toMatchObject({ code: 'answer_unwanted' });
    expect([released, last()?.type]).toEqual([[], 'access.refused']);
  });

  test('on the way out come after the door: nobody is kept in', () => {
    const { acts, scan, released, last, wait } = desk({ questions: QUESTIONS });
    scan();
    acts.confirmHold({ holdId: acts.getHolds(undefined)[0]?.id ?? '', answers: { fit: 'yes' } });
    wait(60_000);
    released.length = 0;
    const left = scan()?.events.at(-1);
    expect(released).toEqual(['door-1 for presence.checked_out']);
    const [hold] = acts.getHolds(undefined);
    expect(hold).toMatchObject({ direction: 'out', questions: [{ id: 'tools' }] });
    expect(acts.confirmHold({ holdId: hold?.id ?? '', answers: { tools: 'no' } })).toEqual({ result: 'done' });
    expect(last()).toMatchObject({ type: 'act.answered', data: { eventId: left?.id, workerId: 'anna' } });
  });
});
