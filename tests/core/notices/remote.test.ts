import { expect, test } from 'vitest';
import { remoteNotices, type NoticeGrounds } from '../../../core/notices/remote.ts';

const NOW_MS = Date.parse('2026-03-02T12:00:00.000Z');
const HOUR_MS = 3_600_000;
const checkIn = (id: string, hoursAgo: number, more: object = {}) => ({
  id,
  type: 'presence.checked_in',
  workerId: 'anna',
  locationId: 'location-1',
  gateId: 'remote',
  occurredAt: new Date(NOW_MS - hoursAgo * HOUR_MS).toISOString(),
  mode: 'remote',
  workOrderId: 'order-1',
  ...more,
});
const nobodySeen: NoticeGrounds = {
  activities: [],
  presenceOf: () => undefined,
  isDismissed: () => false,
  nowMs: NOW_MS,
};

test.each<readonly [string, Partial<NoticeGrounds>, readonly string[]]>([
  ['a check-in from elsewhere', { activities: [checkIn('a', 1)] }, ['a']],
  ['a check-in at a gate', { activities: [checkIn('a', 1, { gateId: 'gate-2' })] }, []],
  ['another act', { activities: [checkIn('a', 1, { type: 'presence.checked_out' })] }, []],
  ['one of half a day ago', { activities: [checkIn('a', 12.1)] }, []],
  ['two of the same person: the newer', { activities: [checkIn('a', 2), checkIn('b', 1)] }, ['b']],
  ['two people, newest first', { activities: [checkIn('a', 2), checkIn('b', 1, { workerId: 'ben' })] }, ['b', 'a']],
  ['scanned since', { activities: [checkIn('a', 1)], presenceOf: () => ({ sinceMs: NOW_MS }) }, []],
  [
    'scanned before alone',
    { activities: [checkIn('a', 1)], presenceOf: () => ({ sinceMs: NOW_MS - 5 * HOUR_MS }) },
    ['a'],
  ],
  ['put away by staff', { activities: [checkIn('a', 1)], isDismissed: (id) => id === 'a' }, []],
])('D8: %s', (_what, grounds, expected) => {
  expect(remoteNotices({ ...nobodySeen, ...grounds }).map(({ noticeId }) => noticeId)).toEqual(expected);
});
