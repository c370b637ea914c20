import { describe, expect, test } from 'vitest';
import { readModes } from '../../../main/door/modes.ts';
import { readAnchor } from '../../../main/journal/anchor.ts';
import { closeJournalFile } from '../../../main/journal/open.ts';
import { compareProjections, verifyChain } from '../../../main/journal/verify.ts';
import { createTrim } from '../../../main/keeping/trim.ts';
import { checkIn, checkOut, grant, newHome, openTestStore, sha256 } from '../fixtures.ts';
import { anyFact, KEY, seeded, throughSeq, trimTo } from './history.ts';

const tables = (db: ReturnType<typeof openTestStore>['db']) =>
  ['presence', 'access_grant', 'person_override'].map((table) => db.prepare(`select * from ${table}`).all());
const seqs = (db: ReturnType<typeof openTestStore>['db']) =>
  db.prepare('select seq from event order by seq').pluck().all();

describe('events that leave', () => {
  test('go from the front, and the chain verifies from the anchor on', () => {
    const store = openTestStore(newHome());
    store.journal.append([
      grant('anna', 'badge-a'),
      checkIn('anna'),
      checkIn('ben'),
      checkOut('anna'),
      checkOut('ben'),
    ]);
    const third = store.journal.read(2, 1)[0]!;
    trimTo(store, 3);
    expect(seqs(store.db)).toEqual([4, 5]);
    const chain = verifyChain(store.db, sha256);
    expect(chain).toMatchObject({
      events: 2,
      headSeq: 5,
      faults: [],
      anchor: { throughSeq: 3, hash: third.hash, count: 3 },
    });
    store.journal.append([checkIn('anna')]);
    expect(verifyChain(store.db, sha256)).toMatchObject({ headSeq: 6, faults: [] });
  });

  test('take nothing with them that the lists hold, nor that the start reads', () => {
    const store = openTestStore(newHome());
    const random = seeded(3);
    for (let i = 0; i < 80; i += 1) store.journal.append([anyFact(random, store)]);
    const [before, modes] = [tables(store.db), readModes(store.db)];
    trimTo(store, 79);
    expect(tables(store.db)).toEqual(before);
    expect(readModes(store.db)).toEqual(modes);
    expect(readAnchor(store.db)?.kept.map(({ newestOf }) => newestOf)).toEqual(
      expect.arrayContaining(['door.mode_changed door-1', 'door.mode_changed door-2']),
    );
  });

  test('leave behind those that are needed, as long as they are', () => {
    const store = openTestStore(newHome());
    for (let i = 0; i < 10; i += 1) store.journal.append([checkIn('anna')]);
    trimTo(store, 6, [2, 5]);
    expect(seqs(store.db)).toEqual([2, 5, 7, 8, 9, 10]);
    expect(verifyChain(store.db, sha256).faults).toEqual([]);
    expect(readAnchor(store.db)).toMatchObject({ count: 4, throughSeq: 6 });
    trimTo(store, 6, [5]);
    expect(seqs(store.db)).toEqual([5, 7, 8, 9, 10]);
    expect(readAnchor(store.db)).toMatchObject({ count: 5, throughSeq: 6 });
    trimTo(store, 8);
    expect(seqs(store.db)).toEqual([9, 10]);
    expect(readAnchor(store.db)).toMatchObject({ count: 8, throughSeq: 8, kept: [] });
  });

  test('stop before one that was changed: it is evidence', () => {
    const store = openTestStore(newHome());
    for (let i = 0; i < 9; i += 1) store.journal.append([checkIn('anna')]);
    store.db.exec(
      `drop trigger event_is_not_edited; update event set body = replace(body, 'anna', 'bert'), worker_id = 'bert' where seq = 5`,
    );
    const trim = createTrim({ db: store.db, deviceId: 'device-1', key: KEY, sha256, nowMs: store.clock.nowMs });
    expect(trim(8, new Set())).toBe('broken');
    expect(seqs(store.db)).toEqual([5, 6, 7, 8, 9]);
    expect(verifyChain(store.db, sha256).faults.map(({ seq }) => seq)).toEqual([5]);
  });

  test('go by that one way alone: the table refuses every other', () => {
    const store = openTestStore(newHome());
    for (let i = 0; i < 5; i += 1) store.journal.append([checkIn('anna')]);
    trimTo(store, 3);
    expect(() => store.db.exec('delete from event where seq = 4')).toThrow('append-only');
    expect(() => store.db.exec(`update event set body = '' where seq = 4`)).toThrow('append-only');
  });
});

describe('somebody who tampers with what is left', () => {
  test.each<[string, string]>([
    ['moves the anchor', `update meta set value = json_set(value, '$.throughSeq', 5) where key = 'anchor'`],
    ['counts fewer', `update meta set value = json_set(value, '$.count', 1) where key = 'anchor'`],
    ['takes one that stayed out', `update meta set value = json_set(value, '$.kept', json('[]')) where key = 'anchor'`],
    ['deletes one that stayed', `drop trigger event_is_not_deleted; delete from event where seq = 2`],
    ['deletes the first of the chain', `drop trigger event_is_not_deleted; delete from event where seq = 5`],
    ['takes the anchor away', `delete from meta where key = 'anchor'`],
  ])('is found out: %s', (_, sql) => {
    const store = openTestStore(newHome());
    for (let i = 0; i < 8; i += 1) store.journal.append([checkIn('anna')]);
    trimTo(store, 4, [2]);
    expect(verifyChain(store.db, sha256).faults).toEqual([]);
    store.db.exec(sql);
    expect(verifyChain(store.db, sha256).faults).not.toEqual([]);
  });
});

test.each(Array.from({ length: 12 }, (_, seed) => seed))(
  'I7: whatever happened and left when, made anew is what was kept all along (history %i)',
  (seed) => {
    const home = newHome();
    let store = openTestStore(home);
    const untouched = openTestStore(newHome());
    // What is on trial here is what is written, not whether it outlives a power cut.
    for (const { db } of [store, untouched]) db.pragma('synchronous = OFF');
    const random = seeded(seed);
    for (let i = 0; i < 60; i += 1) {
      const fact = anyFact(random, store);
      store.journal.append([fact]);
      untouched.journal.append([fact]);
      if (random() < 0.1) {
        const upTo = throughSeq(store) + Math.floor(random() * (store.journal.lastSeq() - throughSeq(store)));
        const needed = Array.from({ length: upTo }, (_, at) => at + 1).filter(() => random() < 0.1);
        if (upTo > 0) trimTo(store, upTo, needed, random() < 0.5 ? 0 : 1000);
      }
      expect(compareProjections(store.db, store.journal.all())).toEqual([]);
    }
    store.journal.projections.rebuild(store.journal.all());
    expect(tables(store.db)).toEqual(tables(untouched.db));
    expect(verifyChain(store.db, sha256)).toMatchObject({
      faults: [],
      headHash: verifyChain(untouched.db, sha256).headHash,
    });
    closeJournalFile(store.db);
    store = openTestStore(home);
    expect(compareProjections(store.db, store.journal.all())).toEqual([]);
  },
);
