import { expect, test } from 'vitest';
import { mayLeaveTo, MOST_KEPT, newestOf, type LeavingKnown } from '../../../core/keeping/leaving.ts';

const known: LeavingKnown = { lastSeq: 100_000, settledTo: 90_000, setAside: [], toldTo: 80_000, needed: [] };
const many = Array.from({ length: MOST_KEPT + 1 }, (_, at) => 70_000 - at);

test.each<[string, Partial<LeavingKnown>, number]>([
  ['what central has and has told back', {}, 80_000],
  ['what central has taken', { settledTo: 50_000 }, 50_000],
  ['nothing before central has any of it', { settledTo: 0 }, 0],
  ['what comes before an event that central stumbled over', { setAside: [61_000, 60_000] }, 59_999],
  ['all but the newest events', { lastSeq: 70_000 }, 68_000],
  ['nothing of a young journal', { lastSeq: 1500, settledTo: 1500, toldTo: 1500 }, 0],
  ['what comes before an open roll call', { openMusterSeq: 40_001 }, 40_000],
  ['events around the few that are needed', { needed: [3, 70_000] }, 80_000],
  ['what comes before the first that an anchor has no room for', { needed: many }, 69_999],
])('%s may leave', (_, differently, seq) => {
  expect(mayLeaveTo({ ...known, ...differently })).toBe(seq);
});

test.each([
  ['door.mode_changed', { doorId: 'd' }, 'door.mode_changed d'],
  ['shift.handed_over', {}, 'shift.handed_over'],
  ['device.self_check', {}, 'device.self_check'],
  ['presence.checked_in', { workerId: 'anna' }, undefined],
])('of %s the newest stays, by what it is about', (type, data, about) => {
  expect(newestOf({ type, data })).toBe(about);
});
