import { describe, expect, test } from 'vitest';
import { createCache } from '../../../main/cache/cache.ts';
import { INSIDE_SQL } from '../../../main/presence/inside-now.ts';
import { createSitePresence } from '../../../main/presence/site-presence.ts';
import { checkIn, checkOut, handClock, IDENTITY, newHome, openTestStore, START_MS } from '../fixtures.ts';
import { put, SITE } from '../site.ts';

const MINUTE_MS = 60_000;
const GOODS = put('gate', 'gate-2', { name: 'Goods gate', locationId: 'location-1' });

function site(offsetMs = 0) {
  const clock = handClock();
  clock.learnOffset(new Date(START_MS + offsetMs).toISOString(), START_MS, START_MS);
  const store = openTestStore(newHome(), clock);
  const cache = createCache(store.db);
  cache.apply([...SITE, GOODS], 'c0', true, START_MS);
  const presences = createSitePresence({ ...store, cache, identity: IDENTITY });
  let rev = 1;
  /** Central tells where somebody is; the minutes count from the start by central's clock. */
  const hear = (workerId: string, inside: boolean, minutes: number, more: Record<string, unknown> = {}): void => {
    const since = new Date(START_MS + minutes * MINUTE_MS).toISOString();
    const where = { workerId, locationId: 'location-1', gateId: 'gate-2', inside, since, ...more };
    const id = `${String(where.locationId)}/${workerId}`;
    cache.apply([put('presence', id, where, (rev += 1))], `c${rev}`, true, START_MS);
  };
  const act = (fact: ReturnType<typeof checkIn>): string => {
    const written = store.journal.append([fact]);
    if (!written.ok) throw new Error(written.fault);
    return written.value[0]!.id;
  };
  const told = () =>
    presences.inside().map(({ workerId, sinceMs, gateId }) => {
      const at = gateId === undefined ? '' : ` at ${presences.gateName(gateId)}`;
      return `${workerId} ${(sinceMs - START_MS) / MINUTE_MS}${at}`;
    });
  return { ...store, clock, cache, presences, hear, act, told };
}

describe('G5: who is inside, over the gates of the place', () => {
  test('who came in at another gate is inside here too, by that gate’s name', () => {
    const { hear, act, told, presences } = site();
    act(checkIn('anna'));
    hear('ben', true, 5);
    expect(told()).toEqual(['ben 5 at Goods gate', 'anna 0']);
    expect(presences.insideCount()).toBe(2);
    expect(presences.of('ben')).toMatchObject({ inside: true, gateId: 'gate-2' });
  });

  test('in here and out there: gone; and in again here: back', () => {
    const { hear, act, told, clock } = site();
    act(checkIn('anna'));
    hear('anna', false, 10);
    expect(told()).toEqual([]);
    clock.advance(20 * MINUTE_MS);
    act(checkIn('anna'));
    expect(told()).toEqual(['anna 20']);
  });

  test('in at both gates counts once, where it was last', () => {
    const { hear, act, told } = site();
    act(checkIn('anna'));
    hear('anna', true, 10);
    expect(told()).toEqual(['anna 10 at Goods gate']);
  });

  test('the echo of an own act says nothing new', () => {
    const { hear, act, told } = site();
    const eventId = act(checkIn('anna'));
    hear('anna', true, 0, { gateId: 'gate-1', eventId });
    expect(told()).toEqual(['anna 0']);
  });

  test('an own entry that was undone stays undone, though central has not heard of it yet', () => {
    const { hear, act, told, presences } = site();
    const eventId = act(checkIn('anna'));
    hear('anna', true, 0, { gateId: 'gate-1', eventId });
    act({
      type: 'act.undone',
      actor: { kind: 'user' },
      data: { eventId, what: 'checked_in', workerId: 'anna', reason: 'The other Anna' },
    } as never);
    expect(told()).toEqual([]);
    expect(presences.of('anna')).toBeUndefined();
  });

  test('what the PC before this one saw at this gate counts as seen here', () => {
    const { hear, told } = site();
    hear('anna', true, -30, { gateId: 'gate-1', eventId: 'of-the-old-pc' });
    expect(told()).toEqual(['anna -30']);
  });

  test('times of other gates are shown by this device’s clock', () => {
    const { hear, told } = site(10 * MINUTE_MS);
    hear('ben', true, 15);
    expect(told()).toEqual(['ben 5 at Goods gate']);
  });

  test('a clock that is slow does not make the own act the older one', () => {
    const { hear, act, told } = site(10 * MINUTE_MS);
    hear('anna', false, 5);
    act(checkIn('anna'));
    expect(told()).toEqual(['anna 0']);
  });

  test('who is inside at another place is not inside here', () => {
    const { hear, told, presences } = site();
    hear('anna', true, 5, { locationId: 'location-2' });
    expect(told()).toEqual([]);
    expect(presences.of('anna')).toBeUndefined();
    expect(presences.insideElsewhere()).toMatchObject([{ workerId: 'anna', locationId: 'location-2' }]);
  });

  test('everybody at once and each alone say the same, whatever came when', () => {
    const { hear, act, presences, clock, cache, journal } = site();
    const people = Array.from({ length: 200 }, (_, n) => `worker-${n}`);
    people.forEach((workerId, n) => {
      if (n % 3 !== 0) act(checkIn(workerId));
      clock.advance(1000);
      if (n % 7 === 0) act(checkOut(workerId));
      if (n % 2 === 0) hear(workerId, n % 4 === 0, (n % 9) - 2, n % 5 === 0 ? { gateId: 'gate-1', eventId: 'x' } : {});
    });
    const alone = people.filter((workerId) => presences.of(workerId)?.inside);
    expect(
      presences
        .inside()
        .map(({ workerId }) => workerId)
        .sort(),
    ).toEqual(alone.sort());
    expect(alone.length).toBeGreaterThan(20);
    expect([cache.revision(), journal.lastSeq()].every((n) => n > 50)).toBe(true);
  });

  test('are found without looking at everybody who ever came', () => {
    const { db } = site();
    const plan = db
      .prepare<[object], { detail: string }>(`explain query plan ${INSIDE_SQL}`)
      .all({ gateId: 'gate-1', locationId: 'location-1', offsetMs: 0 })
      .map(({ detail }) => detail);
    expect(plan.filter((step) => /entity_by_ref|SCAN [ce]\b/.test(step))).toEqual([]);
    expect(plan.join('\n')).toMatch(/entity_by_start/);
  });
});

test('after every act those inside are whom a look at everybody finds', () => {
  const store = openTestStore(newHome());
  const cache = createCache(store.db);
  const place = createSitePresence({ ...store, cache, identity: IDENTITY });
  const told = (workerId: string, rev: number) =>
    put(
      'presence',
      `p-${workerId}`,
      {
        workerId,
        locationId: IDENTITY.locationId,
        gateId: 'gate-2',
        inside: rev % 2 === 0,
        since: new Date(store.clock.nowMs()).toISOString(),
      },
      rev,
    );
  const acts = [checkIn, checkOut, checkIn];
  for (let n = 0; n < 300; n += 1) {
    const workerId = `w-${(n * 7) % 11}`;
    store.clock.advance(1000);
    if (n % 13 === 0) cache.apply([told(workerId, n)], 'c', true, 0);
    else
      store.journal.append(
        Array.from({ length: (n % 3) + 1 }, (_, k) => acts[(n + k) % 3]?.(`w-${(n * 7 + k) % 11}`)) as never,
      );
    if (n % 50 === 0) store.journal.append(Array.from({ length: 120 }, (_, k) => checkOut(`w-${k % 5}`)));
    const anew = createSitePresence({ ...store, cache, identity: IDENTITY }).inside();
    const byName = (a: { workerId: string }, b: { workerId: string }) => (a.workerId < b.workerId ? -1 : 1);
    expect(place.inside().toSorted(byName)).toEqual(anew.toSorted(byName));
    expect(place.inside().map(({ sinceMs }) => sinceMs)).toEqual(anew.map(({ sinceMs }) => sinceMs));
  }
});
