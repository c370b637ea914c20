import { describe, expect, test } from 'vitest';
import { createCache } from '../../main/cache/cache.ts';
import { createHandOver } from '../../main/handover/handover.ts';
import { checkIn, checkOut, newHome, openTestStore, refusal, START_MS } from './fixtures.ts';
import { SITE } from './site.ts';

const HOUR_MS = 3_600_000;

function desk() {
  const { db, journal, clock } = openTestStore(newHome());
  const cache = createCache(db);
  cache.apply(SITE, 'c1', true, START_MS);
  const inside = [{ workerId: 'anna', sinceMs: START_MS, correctedMs: START_MS }];
  const presence = { inside: () => inside, insideCount: () => 1 };
  const actor = () => ({ kind: 'user', userId: 'moira' }) as const;
  const handOver = createHandOver({ db, cache, clock, append: journal.append, actor, presence, toLookAt: () => 2 });
  return { journal, clock, handOver };
}

describe('issue 4, the hand-over sheet', () => {
  test('counts since the last hand-over, and says who is still inside', () => {
    const { journal, clock, handOver } = desk();
    journal.append([checkIn('ben'), refusal()]);
    clock.advance(HOUR_MS);
    expect(handOver.record(START_MS, 'Lamp at the goods gate is out')).toBeNull();
    clock.advance(HOUR_MS);
    journal.append([checkOut('ben'), refusal('too_early')]);
    expect(handOver.sheet('last')).toMatchObject({
      fromMs: START_MS + HOUR_MS,
      toMs: START_MS + 2 * HOUR_MS,
      cameIn: 0,
      wentOut: 1,
      refused: [{ code: 'too_early', count: 1 }],
      notes: [{ text: 'Lamp at the goods gate is out' }],
      toLookAt: 2,
      inside: [{ name: 'Anna Kowalska', sinceMs: START_MS }],
    });
  });

  test('counts so many hours back where that is wanted', () => {
    const { journal, clock, handOver } = desk();
    journal.append([checkIn('ben')]);
    clock.advance(9 * HOUR_MS);
    journal.append([checkOut('ben')]);
    expect([handOver.sheet('8').cameIn, handOver.sheet('12').cameIn, handOver.sheet('last').cameIn]).toEqual([0, 1, 1]);
  });

  test('is an act by whoever hands over', () => {
    const { journal, handOver } = desk();
    handOver.record(START_MS, '');
    expect([...journal.all()]).toMatchObject([
      { type: 'shift.handed_over', actor: { userId: 'moira' }, data: { insideCount: 1, toLookAt: 2, words: '' } },
    ]);
  });
});
