import { describe, expect, test } from 'vitest';
import { knownEvent } from '../../../core/event/event.ts';
import { policySchema, type Policy } from '../../../core/site/policy.ts';
import { createCache } from '../../../main/cache/cache.ts';
import { closeForgotten } from '../../../main/forgotten/close-forgotten.ts';
import type { EnrolledAs } from '../../../main/identity.ts';
import { compareProjections } from '../../../main/journal/verify.ts';
import { checkIn, checkOut, handClock, IDENTITY, newHome, openTestStore, presenceOn, START_MS } from '../fixtures.ts';
import { put, SITE } from '../site.ts';
import { virtualTime } from '../virtual-time.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const AFTER_8_HOURS: Policy['forgottenCheckout'] = { rule: 'after', hours: 8 };
const iso = (hours: number): string => new Date(START_MS + hours * HOUR_MS).toISOString();

/** A gate whose clock the test moves; each `hours` lets the rule look as often as it would. */
function gate(forgottenCheckout = AFTER_8_HOURS, home = newHome(), clock = handClock()) {
  const store = openTestStore(home, clock);
  const cache = createCache(store.db);
  cache.apply(SITE, 'c1', true, START_MS);
  const timers = virtualTime();
  let told = 0;
  const start = () =>
    closeForgotten(
      {
        ...store,
        cache,
        identity: IDENTITY as EnrolledAs,
        presence: presenceOn(store, cache),
        policy: () => policySchema.parse({ id: 'policy-1', locationId: 'location-1', forgottenCheckout }),
        append: (facts) => store.journal.append(facts),
      },
      timers.setTimer,
      () => (told += 1),
    );
  const pass = async (hours: number) => {
    for (let minute = 0; minute < hours * 60; minute += 1) {
      clock.advance(MINUTE_MS);
      await timers.pass(MINUTE_MS);
    }
  };
  const closed = () =>
    [...store.journal.all()].flatMap((event) => {
      const known = knownEvent(event);
      if (known?.type !== 'presence.checked_out' || known.data.mode !== 'auto') return [];
      const { workerId, assumedAt, insideMs } = known.data;
      return [`${workerId} left ${assumedAt} after ${(insideMs ?? 0) / HOUR_MS} h, written ${known.occurredAt}`];
    });
  const hear = (workerId: string, inside: boolean, hours: number, gateId = 'gate-2') => {
    const data = { workerId, locationId: 'location-1', gateId, inside, since: iso(hours) };
    cache.apply([put('presence', `p-${workerId}`, data, 5)], 'c2', true, clock.nowMs());
  };
  return { ...store, cache, timers, start, pass, closed, hear, home, told: () => told };
}

describe('G7: a forgotten checkout', () => {
  test('is written when the rule says so, once, as an estimate that nobody gave', async () => {
    const { start, pass, closed, journal, db, told } = gate();
    journal.append([checkIn('anna')]);
    start();
    await pass(7.9);
    expect(closed()).toEqual([]);
    await pass(10);
    expect(closed()).toEqual([`anna left ${iso(8)} after 8 h, written ${iso(8)}`]);
    const [event] = journal.read(journal.lastSeq() - 1, 1);
    expect(event).toMatchObject({
      actor: { kind: 'system' },
      data: { mode: 'auto', code: 'closed_by_rule', estimated: true },
    });
    expect(told()).toBe(1);
    expect(journal.projections.presenceOf('anna')?.inside).toBe(false);
    expect(compareProjections(db, journal.all())).toEqual([]);
  });

  test.each<[string, Policy['forgottenCheckout'], string[]]>([
    ['never', { rule: 'never' }, []],
    [
      'at 20:00 of the place',
      { rule: 'at', time: '20:00', minimumHours: 6 },
      [`anna left ${iso(13)} after 13 h, written ${iso(13)}`],
    ],
  ])('%s', async (_what, rule, expected) => {
    const { start, pass, closed, journal } = gate(rule);
    journal.append([checkIn('anna')]);
    start();
    await pass(24);
    expect(closed()).toEqual(expected);
  });

  test('is not closed for somebody who did check out, here or at another gate', async () => {
    const { start, pass, closed, journal, hear } = gate();
    journal.append([checkIn('anna'), checkIn('ben'), checkOut('anna')]);
    hear('ben', false, 5);
    start();
    await pass(20);
    expect(closed()).toEqual([]);
  });

  test('is closed by the gate that saw the person come in, and by no other', async () => {
    const { start, pass, closed, hear } = gate();
    hear('ben', true, 0);
    start();
    await pass(20);
    expect(closed()).toEqual([]);
  });

  test('is closed also for whom the PC before this one saw come in at this gate', async () => {
    const { start, pass, closed, hear } = gate();
    hear('ben', true, -1, 'gate-1');
    start();
    await pass(8);
    expect(closed()).toEqual([`ben left ${iso(7)} after 8 h, written ${iso(7)}`]);
  });

  test('that came due while the gate was off is closed at the start, with the time that the rule means', async () => {
    const before = gate();
    before.journal.append([checkIn('anna')]);
    before.clock.advance(20 * HOUR_MS);
    const { start, pass, closed } = before;
    start();
    await pass(1 / 60);
    expect(closed()).toEqual([`anna left ${iso(8)} after 8 h, written ${iso(20 + 1 / 60)}`]);
  });

  test('is not closed again after a restart', async () => {
    const { start, pass, closed, journal } = gate();
    journal.append([checkIn('anna')]);
    const stop = start();
    await pass(9);
    stop();
    start();
    await pass(9);
    expect(closed()).toHaveLength(1);
  });

  test('goes by central’s time when this clock is off', async () => {
    const { start, pass, closed, journal, clock } = gate();
    clock.learnOffset(iso(2), START_MS, START_MS);
    journal.append([checkIn('anna')]);
    clock.learnOffset(iso(2), START_MS, START_MS);
    start();
    await pass(8);
    expect(closed()).toEqual([`anna left ${iso(8)} after 8 h, written ${iso(8)}`]);
  });

  test('a clock that leaps ahead closes nobody until central was heard', async () => {
    const { start, pass, closed, journal, clock, cache } = gate();
    journal.append([checkIn('anna')]);
    start();
    await pass(1);
    clock.jump(30 * HOUR_MS);
    await pass(1);
    expect(closed()).toEqual([]);
    cache.apply([], 'c3', true, clock.nowMs());
    await pass(1 / 60);
    expect(closed()).toHaveLength(1);
  });

  test('a start days after the last event closes nobody until central was heard', async () => {
    const { start, pass, closed, journal, clock, cache } = gate();
    journal.append([checkIn('anna')]);
    clock.advance(72 * HOUR_MS);
    start();
    await pass(1);
    expect(closed()).toEqual([]);
    cache.apply([], 'c3', true, clock.nowMs());
    await pass(1 / 60);
    expect(closed()).toHaveLength(1);
  });

  test('a whole shift that forgot is closed, a part at a time', async () => {
    const { start, pass, closed, journal } = gate();
    journal.append(Array.from({ length: 450 }, (_, n) => checkIn(`worker-${n}`)));
    start();
    await pass(8);
    expect(closed()).toHaveLength(200);
    await pass(2 / 60);
    expect(closed()).toHaveLength(450);
  });
});
