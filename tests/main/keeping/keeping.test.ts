import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../core/event/event.ts';
import { NEWEST_STAY } from '../../../core/keeping/leaving.ts';
import { verifyChain } from '../../../main/journal/verify.ts';
import { createKeeping } from '../../../main/keeping/keeping.ts';
import { checkIn, IDENTITY, newHome, openTestStore, refusal, sha256, START_MS } from '../fixtures.ts';
import { KEY, throughSeq } from './history.ts';

const DAY_MS = 86_400_000;
const DESK = { kind: 'user', userId: 'user-1' } as const;
const log = { info: () => undefined, error: () => undefined };

/** A journal whose first events are old and known to central, and as many young ones that nothing is looked at beyond. */
function oldJournal(old: readonly Fact[], { isKnown = true } = {}) {
  const store = openTestStore(newHome());
  const { db, journal, clock } = store;
  db.pragma('synchronous = OFF');
  clock.learnOffset(new Date(START_MS).toISOString(), START_MS, START_MS);
  journal.append(old);
  clock.advance(91 * DAY_MS);
  journal.append(Array.from({ length: NEWEST_STAY }, () => refusal()));
  const remembered = { settledTo: isKnown ? journal.lastSeq() : 0, setAside: [] as number[] };
  const settings = { journalDays: 90, wordsDays: 30 } as { journalDays: number; wordsDays: number; saveTo?: string };
  const keeping = createKeeping({
    ...store,
    identity: { ...IDENTITY, centralUrl: 'https://central', deviceToken: '' },
    delivery: { remembered: () => remembered } as never,
    wishes: { toldTo: () => remembered.settledTo },
    append: (facts) => journal.append(facts),
    key: KEY,
    sha256,
    settings: () => settings,
    log,
    breathe: () => Promise.resolve(),
  });
  return { ...store, keeping, settings, remembered };
}
const tenActs = Array.from({ length: 10 }, (_, at) => checkIn(`worker-${at}`));

describe('what is older than the days that are set', () => {
  test('leaves, and the journal tells of it first', async () => {
    const { db, journal, keeping, ...store } = oldJournal(tenActs.map(() => refusal()));
    expect(await keeping.clean()).toBe('left');
    expect(throughSeq({ db, journal, ...store })).toBe(10);
    const [told] = journal.read(journal.lastSeq() - 1, 1);
    expect(told).toMatchObject({ type: 'device.journal_trimmed', data: { throughSeq: 10, anchorKey: KEY.publicKey } });
    expect(verifyChain(db, sha256)).toMatchObject({ faults: [], events: NEWEST_STAY + 1 });
    expect(await keeping.clean()).toBe('nothing');
  });

  test('stays while central does not have it', async () => {
    const { keeping, db } = oldJournal(tenActs, { isKnown: false });
    expect(await keeping.clean()).toBe('nothing');
    expect(verifyChain(db, sha256).events).toBe(NEWEST_STAY + 10);
  });

  test('stays while the days are more', async () => {
    const { keeping, settings } = oldJournal(tenActs);
    settings.journalDays = 92;
    expect(await keeping.clean()).toBe('nothing');
  });

  test('stays while central’s time was never heard: the own clock may be years ahead', async () => {
    const { keeping, clock } = oldJournal(tenActs);
    Object.assign(clock, { offsetMs: () => null });
    expect(await keeping.clean()).toBe('clock');
  });

  test('leaves the act behind by which somebody is still inside', async () => {
    const { keeping, db } = oldJournal([checkIn('anna'), refusal(), refusal()]);
    expect(await keeping.clean()).toBe('left');
    expect(db.prepare('select seq from event order by seq limit 2').pluck().all()).toEqual([1, 4]);
  });

  test.each<[string, readonly Fact[], number]>([
    [
      'a roll call that nobody has ended',
      [
        refusal(),
        { type: 'muster.started', actor: { kind: 'user' }, data: { kind: 'drill', insideCount: 0 } },
        refusal(),
      ],
      1,
    ],
  ])('stops before %s', async (_, old, through) => {
    const store = oldJournal(old);
    expect(await store.keeping.clean()).toBe('left');
    expect(throughSeq(store)).toBe(through);
  });

  test('leaves a pass behind that is still good, with what was done with it', async () => {
    const pass = (passId: string, validUntil: string): Fact => ({
      type: 'pass.issued',
      actor: DESK,
      data: {
        passId,
        workerId: passId,
        badgeCode: 'A'.repeat(26),
        fields: [],
        validFrom: '2026-03-02T06:00:00.000Z',
        validUntil,
      },
    });
    const printed = (passId: string): Fact => ({
      type: 'pass.printed',
      actor: DESK,
      data: { passId, workerId: passId, size: 'label' },
    });
    const [good, over] = [pass('good', '2026-12-31T18:00:00.000Z'), pass('over', '2026-03-02T18:00:00.000Z')];
    const { keeping, db } = oldJournal([over, printed('over'), good, printed('good'), refusal()]);
    await keeping.clean();
    expect(db.prepare('select seq from event where seq <= 5').pluck().all()).toEqual([3, 4]);
  });

  test('leaves behind what staff have not looked at, and takes it once they have', async () => {
    const { keeping, db, journal } = oldJournal(tenActs.map(() => refusal()));
    db.prepare(`insert into delivery values (4, 'flagged', 'double_entry', null, 1)`).run();
    await keeping.clean();
    const left = () => db.prepare('select seq from event where seq <= 10').pluck().all();
    expect(left()).toEqual([4]);
    const eventId = journal.read(3, 1)[0]!.id;
    journal.append([
      { type: 'tray.cleared', actor: { kind: 'user' }, data: { eventId, seq: 4, outcome: 'seen', reason: '' } },
    ]);
    await keeping.clean();
    expect([left(), db.prepare('select count(*) from delivery').pluck().get()]).toEqual([[], 0]);
  });
});

describe('where a folder is set', () => {
  test('all that leaves is in a file there first, line by line as it was', async () => {
    const { keeping, settings, journal } = oldJournal(tenActs.map(() => refusal()));
    const events = journal.read(0, 10);
    settings.saveTo = path.join(newHome(), 'saved');
    expect(await keeping.clean()).toBe('left');
    expect(readdirSync(settings.saveTo)).toEqual(['journal-device-1-1-10.jsonl']);
    const text = readFileSync(path.join(settings.saveTo, 'journal-device-1-1-10.jsonl'), 'utf8');
    expect(
      text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual(events);
  });

  test('nothing leaves when it can’t be written', async () => {
    const { keeping, settings, db } = oldJournal(tenActs);
    const file = path.join(newHome(), 'in-the-way');
    writeFileSync(file, '');
    settings.saveTo = file;
    expect(await keeping.clean()).toBe('not_saved');
    expect(verifyChain(db, sha256).events).toBe(NEWEST_STAY + 10);
  });
});
