import { afterEach, describe, expect, test } from 'vitest';
import type { Fact } from '../../core/event/event.ts';
import { lastOf } from '../../main/journal/journal.ts';
import { journalState } from '../../main/self-check/journal-state.ts';
import {
  centralFound,
  clockFound,
  dataFound,
  deviceFound,
  diskFound,
  doorFound,
  journalFound,
} from '../../main/self-check/looks.ts';
import { createSelfCheck, type Look } from '../../main/self-check/self-check.ts';
import type { DoorView, SelfCheck } from '../../preload/device-views.ts';
import type { DeskStatus } from '../../preload/views.ts';
import { checkIn, newHome, openTestStore, sha256, START_MS, type TestStore } from './fixtures.ts';

const stores: TestStore[] = [];
const openStore = (): TestStore => {
  const store = openTestStore(newHome());
  stores.push(store);
  return store;
};
afterEach(() => stores.splice(0).forEach(({ db }) => db.close()));

const settle = async (): Promise<void> => {
  for (let i = 0; i < 20; i += 1) await Promise.resolve();
};

function running(looks: readonly Look[]) {
  const told: SelfCheck[] = [];
  const facts: Fact[] = [];
  const check = createSelfCheck({
    nowMs: () => START_MS,
    looks: () => looks,
    actor: () => ({ kind: 'user', userId: 'moira' }),
    tell: (news) => void told.push(news),
    record: (fact) => void facts.push(fact),
  });
  return { check, told, facts };
}

describe('a run', () => {
  test('looks at one part after the other, tells of each, and ends as a fact without names', async () => {
    const { check, told, facts } = running([
      { part: 'clock', look: () => ({ result: 'good', value: 0.7 }) },
      {
        part: 'door',
        deviceId: 'door-1',
        name: 'Main door',
        look: async () => ({ result: 'bad', code: 'board_silent' }),
      },
    ]);
    check.start();
    await settle();
    expect(told.map(({ state, results }) => `${state} ${results.length}`)).toEqual([
      'running 0',
      'running 1',
      'running 2',
      'done 2',
    ]);
    expect(told.at(-1)).toMatchObject({ total: 2, startedAtMs: START_MS, endedAtMs: START_MS });
    expect(facts.map(({ actor }) => actor)).toEqual([{ kind: 'user', userId: 'moira' }]);
    expect(facts.map(({ data }) => data)).toEqual([
      {
        ended: 'done',
        results: [
          { part: 'clock', result: 'good', value: 1 },
          { part: 'door', deviceId: 'door-1', result: 'bad', code: 'board_silent' },
        ],
      },
    ]);
  });

  test('that is stopped leaves out the rest and says so', async () => {
    let answer = (_: { result: 'good' }): void => {};
    const { check, facts } = running([
      { part: 'door', look: () => new Promise((resolve) => (answer = resolve)) },
      { part: 'sound', look: () => ({ result: 'good' }) },
    ]);
    check.start();
    check.stop();
    answer({ result: 'good' });
    await settle();
    expect(check.get()).toMatchObject({ state: 'stopped', results: [{ part: 'door' }], total: 2 });
    expect(facts).toMatchObject([{ data: { ended: 'stopped' } }]);
  });

  test('that is under way is not begun again', async () => {
    const { check, told } = running([{ part: 'sound', look: () => new Promise(() => undefined) }]);
    check.start();
    check.start();
    await settle();
    expect(told).toHaveLength(1);
  });

  test('is known after a restart from the journal', async () => {
    const { journal, db } = openStore();
    const { check, facts } = running([{ part: 'door', deviceId: 'door-1', look: () => ({ result: 'good' }) }]);
    check.start();
    await settle();
    journal.append(facts);
    const next = running([]).check;
    const kept = lastOf(db, 'device.self_check');
    if (kept) next.restore(kept, () => 'Main door');
    expect(next.get()).toEqual({
      state: 'done',
      endedAtMs: START_MS,
      results: [{ part: 'door', deviceId: 'door-1', name: 'Main door', result: 'good' }],
      total: 1,
    });
  });
});

const doorWith = (contact?: DoorView['contact']): DoorView => ({
  id: 'door-1',
  name: 'Door',
  state: 'up',
  mode: 'normal',
  fire: false,
  ...(contact ? { contact } : {}),
});
const line = (state: DeskStatus['connection']['state']): DeskStatus['connection'] => ({
  state,
  sinceMs: START_MS,
  waiting: 0,
  setAside: 0,
  flagged: 0,
});

test.each([
  ['a device that is up', deviceFound({ state: 'up' }), { result: 'good' }],
  ['a device that is down', deviceFound({ state: 'down', code: 'port_lost' }), { result: 'bad', code: 'port_lost' }],
  ['a device that was not heard of yet', deviceFound({ state: 'starting' }), { result: 'look' }],
  [
    'a door that answers',
    doorFound(doorWith(), { ok: true, confirmation: 'verified' }),
    { result: 'good', confirmation: 'verified' },
  ],
  [
    'a door that answers, with its contact',
    doorFound(doorWith('closed'), { ok: true, confirmation: 'echoed' }),
    { result: 'good', confirmation: 'echoed' },
  ],
  [
    'a door whose contact is not read',
    doorFound(doorWith('unknown'), { ok: true, confirmation: 'verified' }),
    { result: 'look', confirmation: 'verified' },
  ],
  [
    'a door whose board says nothing',
    doorFound(doorWith(), { ok: true, confirmation: 'blind' }),
    { result: 'look', confirmation: 'blind' },
  ],
  [
    'a door that does not move',
    doorFound(doorWith(), { ok: false, code: 'relay_stuck', detail: '' }),
    { result: 'bad', code: 'relay_stuck' },
  ],
  [
    'a door that must stay shut',
    doorFound(doorWith(), { ok: false, code: 'door_kept_shut', detail: '' }),
    { result: 'skipped', code: 'door_kept_shut' },
  ],
  ['a clock that was never compared', clockFound(null), { result: 'look' }],
  ['a clock that is right', clockFound(-2000), { result: 'good', value: -2000 }],
  ['a clock that is off', clockFound(2001), { result: 'look', value: 2001 }],
  ['a clock that is far off', clockFound(-60_001), { result: 'bad', value: -60_001 }],
  ['fresh data', dataFound({ level: 'fresh', ageMs: 5 }), { result: 'good', value: 5 }],
  ['stale data', dataFound({ level: 'warn', ageMs: 6 }), { result: 'look', code: 'data_stale', value: 6 }],
  [
    'data that ask for a person',
    dataFound({ level: 'ask', ageMs: 7 }),
    { result: 'look', code: 'data_old_ask', value: 7 },
  ],
  [
    'data that are too old',
    dataFound({ level: 'refuse', ageMs: 8 }),
    { result: 'bad', code: 'data_too_old', value: 8 },
  ],
  ['no data at all', dataFound({ level: 'never' }), { result: 'bad' }],
  ['central at the other end', centralFound(line('online')), { result: 'good' }],
  ['nobody at the other end', centralFound(line('offline')), { result: 'look', code: 'central_unreachable' }],
  ['a gate that was struck off', centralFound(line('revoked')), { result: 'bad', code: 'device_revoked' }],
  ['a gate that is not enrolled', centralFound(line('not_enrolled')), { result: 'bad', code: 'not_enrolled' }],
  ['a good journal', journalFound({ events: 12, whole: true, durable: true }), { result: 'good', value: 12 }],
  [
    'a broken chain',
    journalFound({ events: 12, whole: false, durable: true }),
    { result: 'bad', code: 'database_broken', value: 12 },
  ],
  [
    'a journal that is not safe from a power cut',
    journalFound({ events: 1, whole: true, durable: false }),
    { result: 'bad', code: 'database_broken', value: 1 },
  ],
  ['room on the disk', diskFound(1e9), { result: 'good', value: 1e9 }],
  ['little room on the disk', diskFound(1e9 - 1), { result: 'look', value: 1e9 - 1 }],
  ['no room on the disk', diskFound(1e8 - 1), { result: 'bad', code: 'disk_full', value: 1e8 - 1 }],
])('%s', (_name, found, expected) => {
  expect(found).toEqual(expected);
});

describe('the newest of the journal', () => {
  test('is whole and durable, however long it is', () => {
    const { db, journal } = openStore();
    expect(journalState(db, sha256)).toEqual({ events: 0, whole: true, durable: true });
    journal.append(Array.from({ length: 1100 }, () => checkIn('anna')));
    expect(journalState(db, sha256)).toEqual({ events: 1000, whole: true, durable: true });
  });

  test('is not whole when an event was edited', () => {
    const { db, journal } = openStore();
    journal.append([checkIn('anna'), checkIn('bo'), checkIn('cy')]);
    db.exec(`drop trigger event_is_not_edited; update event set body = replace(body, 'bo', 'ho') where seq = 2`);
    expect(journalState(db, sha256).whole).toBe(false);
  });

  test('is not durable when the disk is not waited for', () => {
    const { db } = openStore();
    db.pragma('synchronous = NORMAL');
    expect(journalState(db, sha256).durable).toBe(false);
  });
});
