import { describe, expect, test } from 'vitest';
import type { Fact } from '../../core/event/event.ts';
import { createCache } from '../../main/cache/cache.ts';
import { compareProjections } from '../../main/journal/verify.ts';
import { createMuster } from '../../main/muster/muster.ts';
import { checkIn, checkOut, newHome, openTestStore, presenceOn, START_MS, IDENTITY } from './fixtures.ts';
import { put, SITE } from './site.ts';

const MORE = [
  put('gate', 'gate-2', { name: 'South gate', locationId: 'location-1' }),
  put('user', 'moira', { name: 'Moira Tennant', role: 'gate_staff', status: 'active', locationIds: ['location-1'] }),
  put('worker', 'jan', { firstName: 'Jan', lastName: 'Nowak', contractorId: 'contractor-1', photo: 'a'.repeat(64) }),
  put('worker', 'omar', { firstName: 'Omar', lastName: 'Haddad', contractorId: 'contractor-1' }),
];
/** Central says that another gate of the place saw this person. */
const elsewhere = (workerId: string, inside: boolean, minutes: number, rev = 1) => {
  const since = new Date(START_MS + minutes * MINUTE).toISOString();
  return put('presence', `p-${workerId}`, { workerId, locationId: 'location-1', gateId: 'gate-2', inside, since }, rev);
};
const MINUTE = 60_000;

function gate(home = newHome()) {
  const store = openTestStore(home);
  const { db, journal, clock } = store;
  const cache = createCache(db);
  cache.apply([...SITE, ...MORE], 'c1', true, START_MS);
  const presence = presenceOn(store, cache);
  const actor = () => ({ kind: 'user', userId: 'moira' }) as const;
  const identity = IDENTITY;
  const muster = createMuster({ db, cache, journal, clock, presence, identity, append: journal.append, actor });
  const hear = (...changes: ReturnType<typeof put>[]) => cache.apply(changes, 'c2', true, clock.nowMs());
  const roll = () => muster.page(undefined).roll!;
  const states = () => roll().rows.map(({ name, state }) => `${name}: ${state}`);
  let count = 0;
  const mark = (workerId: string, said: 'safe' | 'missing' | 'found_unlisted', by?: string) =>
    muster.mark({ musterId: roll().musterId, person: { workerId }, mark: said, markId: `m${(count += 1)}` }, by);
  return { home, db, journal, clock, muster, hear, roll, states, mark };
}

/** Anna came in here, Jan at the other gate; a minute later the roll call starts. */
function started(kind: 'drill' | 'live' = 'drill') {
  const at = gate();
  at.journal.append([checkIn('anna')]);
  at.hear(elsewhere('jan', true, -30));
  at.clock.advance(MINUTE);
  expect(at.muster.start(kind)).toBeNull();
  at.clock.advance(MINUTE);
  return at;
}

describe('G8: a roll call at the gate', () => {
  test('lists everybody inside the place, whichever gate saw them, by name', () => {
    const at = started();
    expect(at.roll()).toMatchObject({
      kind: 'drill',
      startedAtMs: START_MS + MINUTE,
      startedBy: 'Moira Tennant',
      counts: { total: 2, accounted: 0, missing: 0, unmarked: 2 },
      rows: [
        { workerId: 'anna', name: 'Anna Kowalska', contractorName: 'Steelfix', state: 'unmarked', sinceMs: START_MS },
        { workerId: 'jan', name: 'Jan Nowak', photo: 'a'.repeat(64), sinceMs: START_MS - 30 * MINUTE },
      ],
    });
  });

  test('runs once at a time', () => {
    const at = started();
    expect(at.muster.start('live')).toBe('running');
    expect(at.roll().kind).toBe('drill');
  });

  test('takes marks of the desk and of phones, and says whose they are', () => {
    const at = started();
    expect([at.mark('anna', 'safe'), at.mark('jan', 'missing', 'Ali at the east gate')]).toEqual([null, null]);
    expect(at.roll().rows).toMatchObject([
      { state: 'safe', markedBy: 'Moira Tennant', markedAtMs: START_MS + 2 * MINUTE },
      { state: 'missing', markedBy: 'Ali at the east gate' },
    ]);
    expect(at.muster.status()?.counts).toEqual({ total: 2, accounted: 1, missing: 1, unmarked: 0 });
  });

  test('counts a mark that comes twice once', () => {
    const at = started();
    const ask = { musterId: at.roll().musterId, person: { workerId: 'anna' }, mark: 'safe', markId: 'same' } as const;
    const before = at.journal.lastSeq();
    expect([at.muster.mark(ask, 'Phone'), at.muster.mark(ask, 'Phone')]).toEqual([null, null]);
    expect(at.journal.lastSeq()).toBe(before + 1);
  });

  test('sees who goes out through any gate, and who comes in meanwhile', () => {
    const at = started();
    at.journal.append([checkOut('anna'), checkIn('omar')]);
    at.hear(elsewhere('jan', false, 2, 2));
    expect(at.states()).toEqual(['Anna Kowalska: out', 'Jan Nowak: out', 'Omar Haddad: unmarked']);
  });

  test('does not take a checkout that nobody saw for somebody who is safe', () => {
    const at = started();
    const unseen = checkOut('anna');
    at.journal.append([{ ...unseen, data: { ...unseen.data, estimated: true } } as Fact]);
    expect(at.states()).toEqual(['Anna Kowalska: unmarked', 'Jan Nowak: unmarked']);
  });

  test('holds people who were found and are not on the list, known or not', () => {
    const at = started();
    at.mark('omar', 'found_unlisted');
    const { musterId } = at.roll();
    at.muster.mark({ musterId, person: { name: 'Man with a red van' }, mark: 'found_unlisted', markId: 'n1' });
    expect(at.states()).toEqual([
      'Anna Kowalska: unmarked',
      'Jan Nowak: unmarked',
      'Man with a red van: found_unlisted',
      'Omar Haddad: found_unlisted',
    ]);
  });

  test('ends with what the gates saw written into it, and is the same when read again later', () => {
    const at = started();
    at.mark('anna', 'safe');
    at.journal.append([checkIn('omar')]);
    at.hear(elsewhere('jan', false, 2, 2));
    const { musterId } = at.roll();
    at.clock.advance(3 * MINUTE);
    expect(at.muster.end(musterId)).toBeNull();
    expect(at.muster.status()).toBeUndefined();
    at.journal.append([checkOut('omar')]);
    at.hear(elsewhere('jan', true, 30, 3));
    const { past } = at.muster.page(undefined);
    expect(past).toEqual([
      {
        musterId,
        kind: 'drill',
        startedAtMs: START_MS + MINUTE,
        tookMs: 4 * MINUTE,
        counts: { total: 3, accounted: 2, missing: 0, unmarked: 1 },
        endedBy: 'Moira Tennant',
      },
    ]);
    const again = at.muster.page(musterId).roll!;
    expect(again.rows.map(({ name, state }) => `${name}: ${state}`)).toEqual([
      'Anna Kowalska: safe',
      'Jan Nowak: out',
      'Omar Haddad: unmarked',
    ]);
    expect(again.counts).toEqual(past[0]?.counts);
    expect(at.muster.mark({ musterId, person: { workerId: 'omar' }, mark: 'safe', markId: 'late' })).toBe('over');
  });

  test('goes on where it was after the program was started again', () => {
    const before = started('live');
    before.mark('anna', 'safe');
    const seen = before.muster.page(undefined);
    before.db.close();
    const after = gate(before.home);
    after.hear(elsewhere('jan', true, -30));
    expect(after.muster.page(undefined)).toEqual(seen);
    expect(after.muster.start('drill')).toBe('running');
    expect(compareProjections(after.db, after.journal.all())).toEqual([]);
  });

  test('is read by its index, however long the journal', () => {
    const { db } = gate();
    const plan = db
      .prepare<[], { detail: string }>(
        `explain query plan select seq, body, hash from event
         where type in ('muster.started', 'muster.marked', 'muster.ended') and seq >= 1 and seq < 9 order by seq`,
      )
      .all();
    expect(plan.map(({ detail }) => detail).join()).toContain('event_muster');
  });
});
