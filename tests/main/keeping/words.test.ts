import { expect, test } from 'vitest';
import type { Fact } from '../../../core/event/event.ts';
import { compareProjections, verifyChain } from '../../../main/journal/verify.ts';
import { createWordKeeping } from '../../../main/keeping/words.ts';
import { checkIn, newHome, openTestStore, sha256, START_MS } from '../fixtures.ts';
import { anyFact, KEY, seeded, trimTo } from './history.ts';

const DAY_MS = 86_400_000;
const DESK = { kind: 'user', userId: 'user-1' } as const;
const asked = (workerId: string, lastName: string): Fact => ({
  type: 'connection.added',
  actor: DESK,
  data: { connectionId: `c-${workerId}`, workerId, clientId: 'client', newWorker: { firstName: 'Anna', lastName } },
});

function journalWithWords(needed: readonly number[] = [], isWhole = true) {
  const store = openTestStore(newHome());
  const { db, journal, clock } = store;
  clock.learnOffset(new Date(START_MS).toISOString(), START_MS, START_MS);
  const remembered = { settledTo: Number.MAX_SAFE_INTEGER, setAside: [] as number[] };
  const stillRead = [...needed];
  const words = createWordKeeping({
    db,
    clock,
    key: KEY,
    sha256,
    nowMs: clock.nowMs,
    delivery: { remembered: () => ({ ...remembered, settledTo: Math.min(remembered.settledTo, journal.lastSeq()) }) },
    wishes: { toldTo: () => journal.lastSeq() },
    needed: () => new Set(stillRead),
    wordsDays: () => 30,
    knowsEverybody: () => isWhole,
    breathe: () => Promise.resolve(),
  });
  const holds = (text: string) =>
    db.prepare<[string], number>(`select count(*) from event where body like '%' || ? || '%'`).pluck().get(text);
  return { ...store, words, holds, remembered, stillRead };
}

test('names leave after their days, and the chain verifies over the gap they leave', async () => {
  const { db, journal, clock, words, holds } = journalWithWords();
  journal.append([checkIn('ben'), asked('anna', 'Oldname'), checkIn('anna')]);
  clock.advance(31 * DAY_MS);
  journal.append([asked('eve', 'Newname')]);
  expect(await words.emptyOld()).toBe(1);
  expect([holds('Oldname'), holds('Newname')]).toEqual([0, 1]);
  expect(verifyChain(db, sha256)).toMatchObject({ events: 4, emptied: 1, faults: [] });
  expect(await words.emptyOld()).toBe(0);
});

test('names of somebody whom central no longer tells of leave at once', async () => {
  const { db, journal, words, holds } = journalWithWords();
  db.prepare(
    `insert into cache.entity (entity, id, rev, generation, data) values ('worker', 'eve', 1, 0, '{"id":"eve"}')`,
  ).run();
  journal.append([asked('anna', 'Gonename'), asked('eve', 'Herename')]);
  expect(await words.emptyStrangers()).toBe(1);
  expect([holds('Gonename'), holds('Herename')]).toEqual([0, 1]);
  expect(verifyChain(db, sha256)).toMatchObject({ emptied: 1, faults: [] });
});

test('nobody counts as removed while people come in for the first time', async () => {
  const { journal, words, holds } = journalWithWords([], false);
  journal.append([asked('anna', 'Notyethere')]);
  expect(await words.emptyStrangers()).toBe(0);
  expect(holds('Notyethere')).toBe(1);
});

test('what was read for long loses its words once it is read no more', async () => {
  const { journal, clock, words, holds, stillRead } = journalWithWords([2]);
  journal.append([asked('ben', 'Nowak'), asked('anna', 'Needed'), asked('cem', 'Quist')]);
  clock.advance(31 * DAY_MS);
  expect(await words.emptyOld()).toBe(2);
  expect([holds('Nowak'), holds('Needed'), holds('Quist')]).toEqual([0, 1, 0]);
  stillRead.length = 0;
  expect(await words.emptyOld()).toBe(1);
  expect(holds('Needed')).toBe(0);
});

test('what central does not have yet keeps its words, and so does what is still read', async () => {
  const { journal, clock, words, holds, remembered } = journalWithWords([1]);
  journal.append([asked('anna', 'Needed'), asked('ben', 'Unsent')]);
  clock.advance(31 * DAY_MS);
  remembered.settledTo = 1;
  expect(await words.emptyOld()).toBe(0);
  expect([holds('Needed'), holds('Unsent')]).toEqual([1, 1]);
});

test.each<[string, string]>([
  [
    'writes other words in',
    `update event set body = replace(body, '"workerId":"anna"', '"workerId":"bert"') where seq = 2`,
  ],
  ['takes the mark away', 'delete from emptied'],
  ['makes a mark of their own', `update emptied set body_hash = hash`],
])('somebody who %s is found out', async (_, sql) => {
  const { db, journal, clock, words } = journalWithWords();
  journal.append([checkIn('ben'), asked('anna', 'Oldname'), checkIn('anna')]);
  clock.advance(31 * DAY_MS);
  await words.emptyOld();
  db.exec(`drop trigger event_is_not_edited; ${sql}`);
  expect(verifyChain(db, sha256).faults.map(({ seq }) => seq)).toContain(2);
});

test.each(Array.from({ length: 6 }, (_, seed) => seed + 100))(
  'I7: the lists are the same with and without words, and after the acts have left too (history %i)',
  async (seed) => {
    const store = journalWithWords();
    const { db, journal, clock, words } = store;
    db.pragma('synchronous = OFF');
    const random = seeded(seed);
    for (let i = 0; i < 60; i += 1) journal.append([anyFact(random, store)]);
    clock.advance(31 * DAY_MS);
    expect(await words.emptyOld()).toBeGreaterThan(0);
    expect(compareProjections(db, journal.all())).toEqual([]);
    trimTo(store, 40);
    expect(compareProjections(db, journal.all())).toEqual([]);
    expect(verifyChain(db, sha256).faults).toEqual([]);
    expect(db.prepare('select count(*) from emptied where seq <= 40').pluck().get()).toBeLessThan(5);
  },
);
