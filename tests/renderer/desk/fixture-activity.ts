/** All acts and the dashboard of the made-up gate. */
import type { Ask, CallName } from '../../../preload/contract.ts';
import type { activityCalls } from '../../../preload/activity-views.ts';
import type { FeedRow } from '../../../preload/views.ts';

type ActivityCall = keyof typeof activityCalls & CallName<'desk'>;
type ActivityAnswers = { readonly [N in ActivityCall]: (ask: Ask<'desk', N>) => unknown };

const HOUR = 3_600_000;
const MIDNIGHT = Date.parse('2026-11-24T00:00:00.000Z');

const PLACES = [
  { id: 'location-1', name: 'Leeds cold store' },
  { id: 'location-2', name: 'Bradford depot' },
];
const GATES = [
  { id: 'gate-1', name: 'North gate', locationId: 'location-1' },
  { id: 'gate-2', name: 'South gate', locationId: 'location-1' },
];

export const activityAnswers = (feed: readonly FeedRow[]): ActivityAnswers => ({
  listActs({ offset, limit, status, query }) {
    const rows = feed
      .filter(
        (row) => status === undefined || row.type === (status === 'refused' ? 'access.refused' : `presence.${status}`),
      )
      .filter(({ name = '' }) => name.toLowerCase().includes(query.toLowerCase()))
      .map((row) => ({
        ...row,
        gateName: 'North gate',
        locationId: 'location-1',
        locationName: 'Leeds cold store',
        mode: 'scan',
        estimated: false,
        canCheckOut: row.type === 'presence.checked_in',
      }));
    return {
      rows: rows.slice(offset, offset + limit),
      total: rows.length,
      more: false,
      locations: PLACES,
      gates: GATES,
    };
  },
  getActStory({ eventId }) {
    const row = feed.find((each) => each.eventId === eventId);
    if (!row) return null;
    const act = {
      ...row,
      gateName: 'North gate',
      locationId: 'location-1',
      locationName: 'Leeds cold store',
      mode: 'scan',
    };
    return {
      act: { ...act, estimated: false, canCheckOut: false },
      centralAtMs: row.atMs + 1200,
      chain: { seq: row.seq, hash: 'a'.repeat(64), prevHash: 'b'.repeat(64), holds: true },
      central: { state: 'taken' },
      orders: ['WO-2231 Scaffold, hall 3'],
      later: [{ seq: row.seq + 1, type: 'door.opened', atMs: row.atMs + 400 }],
    };
  },
  exportActs: () => ({ came: 'saved' }),
  getCompliance: () => ({ ok: 402, ending: 31, bad: 9 }),
  getDashboard: () => ({
    checkedIn: 148,
    places: [
      { id: 'location-1', name: 'Leeds cold store', checkedIn: 131 },
      { id: 'location-2', name: 'Bradford depot', checkedIn: 17 },
    ],
    arrivals: [0, 0, 0, 0, 2, 18, 64, 41, 9, 4, 2, 1].map((count, hour) => ({ atMs: MIDNIGHT + hour * HOUR, count })),
    refusals: [
      { code: 'induction_missing', count: 7 },
      { code: 'unknown_badge', count: 4 },
      { code: 'too_early', count: 2 },
    ],
    overstaying: 6,
  }),
});
