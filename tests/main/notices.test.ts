import { describe, expect, test } from 'vitest';
import { createCache } from '../../main/cache/cache.ts';
import { createSitePresence } from '../../main/presence/site-presence.ts';
import { createNotices } from '../../main/notices/notices.ts';
import { checkIn, checkOut, IDENTITY, newHome, openTestStore, START_MS } from './fixtures.ts';
import { put, SITE } from './site.ts';

const REMOTE = put('activity', 'remote-1', {
  type: 'presence.checked_in',
  workerId: 'anna',
  locationId: 'location-1',
  gateId: 'remote',
  mode: 'remote',
  workOrderId: 'order-1',
  occurredAt: new Date(START_MS + 60_000).toISOString(),
});

function desk() {
  const { db, journal, clock } = openTestStore(newHome());
  const cache = createCache(db);
  cache.apply([...SITE, REMOTE], 'c1', true, START_MS);
  const presence = createSitePresence({ db, cache, journal, clock, identity: IDENTITY });
  const actor = () => ({ kind: 'user', userId: 'moira' }) as const;
  const notices = createNotices({ db, cache, clock, append: journal.append, actor, presence });
  return { cache, journal, clock, notices };
}

describe('D8: the notice that somebody checked in from a phone', () => {
  test('names the person, the order and the time', () => {
    expect(desk().notices.list()).toEqual([
      {
        noticeId: 'remote-1',
        workerId: 'anna',
        name: 'Anna Kowalska',
        contractorName: 'Steelfix',
        orderNumber: 'WO-1',
        orderTitle: 'Steel on level 3',
        atMs: START_MS + 60_000,
      },
    ]);
  });

  test('stays for somebody who went in and out before it, and ends with a scan after it', () => {
    const { journal, clock, notices } = desk();
    journal.append([checkIn('anna'), checkOut('anna')]);
    expect(notices.list()).toHaveLength(1);
    clock.advance(120_000);
    journal.append([checkIn('anna')]);
    expect(notices.list()).toEqual([]);
  });

  test('ends with a scan at another gate of the place', () => {
    const { cache, notices } = desk();
    const since = new Date(START_MS + 120_000).toISOString();
    const there = { workerId: 'anna', locationId: 'location-1', gateId: 'gate-2', inside: true, since };
    cache.apply([put('presence', 'presence-1', there)], 'c2', true, START_MS);
    expect(notices.list()).toEqual([]);
  });

  test('a scan before it does not end it, though this gate’s clock runs ahead of central’s', () => {
    const { journal, clock, notices } = desk();
    clock.learnOffset(new Date(START_MS - 300_000).toISOString(), 0, 0);
    clock.advance(200_000);
    journal.append([checkIn('anna'), checkOut('anna')]);
    expect(notices.list()).toMatchObject([{ atMs: START_MS + 360_000 }]);
    clock.advance(200_000);
    journal.append([checkIn('anna')]);
    expect(notices.list()).toEqual([]);
  });

  test('is put away by staff, once, on record', () => {
    const { journal, notices } = desk();
    expect([notices.dismiss('remote-1'), notices.dismiss('remote-1')]).toEqual([null, null]);
    expect(notices.list()).toEqual([]);
    expect([...journal.all()].map(({ type, actor, data }) => [type, actor, data])).toEqual([
      ['notice.dismissed', { kind: 'user', userId: 'moira' }, { noticeId: 'remote-1', workerId: 'anna' }],
    ]);
  });
});
