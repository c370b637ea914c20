import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { HeardAct } from '../../../core/peers/heard-acts.ts';
import { createCache } from '../../../main/cache/cache.ts';
import { migrate, MIGRATIONS } from '../../../main/journal/migrations.ts';
import { createHeardStore, MOST_HEARD } from '../../../main/peers/heard-store.ts';
import { createSitePresence } from '../../../main/presence/site-presence.ts';
import { openSqlite } from '../../../main/sqlite.ts';
import { checkIn, checkOut, handClock, IDENTITY, newHome, openTestStore, START_MS } from '../fixtures.ts';
import { put, SITE } from '../site.ts';

const MINUTE_MS = 60_000;
const GOODS = put('gate', 'gate-2', { name: 'Goods gate', locationId: 'location-1' });

/** A gate that hears central, and the goods gate itself. Minutes count from the start, by central's clock. */
function site(offsetMs = 0) {
  const clock = handClock();
  clock.learnOffset(new Date(START_MS + offsetMs).toISOString(), START_MS, START_MS);
  const store = openTestStore(newHome(), clock);
  const cache = createCache(store.db);
  cache.apply([...SITE, GOODS], 'c0', true, START_MS);
  const heard = createHeardStore(store.db);
  const presences = createSitePresence({ ...store, cache, identity: IDENTITY, heard });
  let rev = 1;
  let seq = 0;
  const central = (workerId: string, inside: boolean, minutes: number, more: Record<string, unknown> = {}): void => {
    const since = new Date(START_MS + minutes * MINUTE_MS).toISOString();
    const where = { workerId, locationId: 'location-1', gateId: 'gate-2', inside, since, ...more };
    cache.apply([put('presence', `location-1/${workerId}`, where, (rev += 1))], `c${rev}`, true, START_MS);
  };
  const goods = (...acts: readonly Partial<HeardAct>[]): void => {
    const whole = acts.map((act): HeardAct => {
      seq += 1;
      const type = act.inside === false ? 'presence.checked_out' : 'presence.checked_in';
      return { id: `goods-${seq}`, deviceId: 'device-2', gateId: 'gate-2', seq, type, atMs: START_MS, ...act };
    });
    heard.take('device-2', whole, { seq, hash: 'f'.repeat(64), heardAtMs: START_MS, address: '10.0.0.2:7420' });
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
  return { ...store, clock, cache, heard, presences, central, goods, act, told };
}
const at = (minutes: number): number => START_MS + minutes * MINUTE_MS;

describe('G5: what the other gate tells itself, central being away', () => {
  test('who came in there is inside here, by that gate’s name', () => {
    const { act, goods, told, presences } = site();
    act(checkIn('anna'));
    goods({ workerId: 'ben', inside: true, atMs: at(5) });
    expect(told()).toEqual(['ben 5 at Goods gate', 'anna 0']);
    expect(presences.of('ben')).toMatchObject({ inside: true, gateId: 'gate-2' });
  });

  test('in here, out there, in here again', () => {
    const { act, goods, told, clock } = site();
    act(checkIn('anna'));
    goods({ workerId: 'anna', inside: false, atMs: at(10) });
    expect(told()).toEqual([]);
    clock.advance(20 * MINUTE_MS);
    act(checkIn('anna'));
    expect(told()).toEqual(['anna 20']);
  });

  test('what central tells as well is one act; central’s later word stands', () => {
    const { goods, central, told } = site();
    goods({ id: 'x', workerId: 'ben', inside: true, atMs: at(5) });
    central('ben', true, 5, { eventId: 'x' });
    expect(told()).toEqual(['ben 5 at Goods gate']);
    central('ben', false, 9, { eventId: 'y', gateId: 'gate-3' });
    expect(told()).toEqual([]);
  });

  test('central’s older word does not hide what the gate told since', () => {
    const { goods, central, told } = site();
    central('ben', false, 1, { eventId: 'w' });
    goods({ workerId: 'ben', inside: true, atMs: at(5) });
    expect(told()).toEqual(['ben 5 at Goods gate']);
  });

  test('a coming in that was taken back there is none here, whether central has heard of it or not', () => {
    const { goods, central, told, presences } = site();
    goods(
      { id: 'x', workerId: 'ben', inside: true, atMs: at(5) },
      { type: 'act.undone', workerId: 'ben', undoes: 'x' },
    );
    expect(told()).toEqual([]);
    central('ben', true, 5, { eventId: 'x' });
    expect(told()).toEqual([]);
    central('cleo', true, 5, { eventId: 'z' });
    goods({ type: 'act.undone', workerId: 'cleo', undoes: 'z' });
    expect(told()).toEqual([]);
    expect(presences.of('cleo')).toBeUndefined();
  });

  test('a going out that was taken back there leaves the person inside: nobody is lost to a roll call', () => {
    const { goods, central, told } = site();
    central('ben', false, 9, { eventId: 'out' });
    goods(
      { type: 'act.undone', workerId: 'ben', undoes: 'out' },
      { id: 'u:before', type: 'restored', workerId: 'ben', inside: true, atMs: at(2) },
    );
    expect(told()).toEqual(['ben 2 at Goods gate']);
  });

  test('times of the other gate are shown by this device’s clock', () => {
    const { goods, told } = site(10 * MINUTE_MS);
    goods({ workerId: 'ben', inside: true, atMs: at(15) });
    expect(told()).toEqual(['ben 5 at Goods gate']);
  });

  test('what central has stays out of the way once central was heard', () => {
    const { goods, heard, told } = site();
    goods({ workerId: 'ben', inside: true, atMs: at(5) }, { workerId: 'cleo', inside: true, atMs: at(6) });
    heard.dropTo('device-2', 1);
    expect(told()).toEqual(['cleo 6 at Goods gate']);
  });

  test('what is told twice is taken once', () => {
    const { goods, heard, told } = site();
    goods({ id: 'x', workerId: 'ben', inside: true, atMs: at(5) });
    goods({ id: 'x', workerId: 'ben', inside: true, atMs: at(7) }, { id: 'y', workerId: 'cleo', inside: true });
    expect(told()).toEqual(['ben 5 at Goods gate', 'cleo 0 at Goods gate']);
    expect(heard.lineOf('device-2')).toMatchObject({ taken: 2, seq: 3, address: '10.0.0.2:7420' });
  });

  test('weeks without central: the newest acts are kept, and where everybody is, however long ago it was told', () => {
    const { goods, heard, presences, db } = site();
    goods({ workerId: 'early', inside: true, atMs: at(0) });
    const come = (n: number) => ({ workerId: `worker-${n % 10}`, inside: n % 2 === 0, atMs: at(1) + n });
    goods(...Array.from({ length: MOST_HEARD + 700 }, (_, n) => come(n)));
    expect(db.prepare('select count(*) from heard_act').pluck().get()).toBe(MOST_HEARD + 1);
    expect(presences.inside().map(({ workerId }) => workerId)).toContain('early');
    expect(presences.insideCount()).toBe(6);
    expect(heard.lineOf('device-2')?.taken).toBe(MOST_HEARD + 701);
  });

  test('everybody at once and each alone say the same, whoever told what when', () => {
    const { goods, central, act, presences, clock } = site(3000);
    const people = Array.from({ length: 210 }, (_, n) => `worker-${n}`);
    people.forEach((workerId, n) => {
      const own = n % 3 !== 0 ? act(checkIn(workerId)) : undefined;
      clock.advance(1000);
      if (n % 7 === 0) act(checkOut(workerId));
      if (n % 2 === 0) central(workerId, n % 4 === 0, (n % 9) - 2, { eventId: n % 6 === 0 ? (own ?? 'e') : `c-${n}` });
      if (n % 5 < 3) goods({ id: `g-${n}`, workerId, inside: n % 5 !== 1, atMs: at((n % 8) - 1) });
      if (n % 10 === 0) goods({ type: 'act.undone', workerId, undoes: n % 20 === 0 ? `g-${n}` : `c-${n}` });
    });
    const alone = people.flatMap((workerId) => {
      const one = presences.of(workerId);
      return one?.inside ? [`${workerId} ${one.sinceMs} ${one.gateId}`] : [];
    });
    const together = presences.inside().map(({ workerId, sinceMs, gateId }) => `${workerId} ${sinceMs} ${gateId}`);
    expect(new Set(together)).toEqual(new Set(alone));
    expect(together).toHaveLength(alone.length);
    expect(alone.length).toBeGreaterThan(40);
  });
});

test('the migration to 160 keeps who is inside, and has room for what other gates tell', () => {
  const db = openSqlite(path.join(newHome(), 'journal.db'));
  migrate(db, MIGRATIONS, 150);
  db.prepare('insert into presence (worker_id, inside, since_ms, event_id) values (?, 1, 5, ?)').run('anna', 'e-1');
  migrate(db, MIGRATIONS, 160);
  expect(db.prepare('select worker_id from presence').pluck().all()).toEqual(['anna']);
  expect(db.prepare('select worker_id from heard_presence').pluck().all()).toEqual([]);
});
