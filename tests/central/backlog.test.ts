import { describe, expect, test } from 'vitest';
import { presenceIdOf } from '../../central/sync/presence.ts';
import { takeEvents } from '../../central/sync/intake.ts';
import { createDebts } from '../../central/sync/owed.ts';
import type { EventEnvelope } from '../../core/event/event.ts';
import { sheetId } from '../../core/timesheet/sheet-id.ts';
import { enrolled, sha256, START_MS, startCentral, type RunningCentral, type TestDevice } from './running-central.ts';

const PEOPLE = Array.from({ length: 30 }, (_, index) => `worker-${index}`);
const DAYS = ['2026-03-06', '2026-03-07'];

/** Everybody comes at seven and leaves at three, on both days. */
function twoDays(gate: TestDevice): EventEnvelope[] {
  return DAYS.flatMap((day) => [
    ...PEOPLE.map((id) => gate.checkIn(id, { occurredAt: `${day}T07:00:00.000Z` })),
    ...PEOPLE.map((id) => gate.checkOut(id, { occurredAt: `${day}T15:00:00.000Z` })),
  ]);
}

/** Takes them as a push does, with nobody there who would tell what is owed. */
const taken = ({ central }: RunningCentral, { deviceId }: TestDevice, events: readonly EventEnvelope[]) =>
  central.store.write(async (rows) => {
    const device = await rows.devices.device(deviceId);
    if (!device) throw new Error('the device is not enrolled');
    await takeEvents(rows, device, events, { sha256, nowMs: START_MS, mayOwe: true });
    return rows.owed.locations();
  });

/** So many begin to work on the store, and end once nothing is owed any more. */
async function startedAgain({ central }: RunningCentral, count: number): Promise<void> {
  const troubles: unknown[] = [];
  const all = Array.from({ length: count }, () => createDebts({ ...central, onTrouble: (one) => troubles.push(one) }));
  await expect.poll(() => central.store.read((rows) => rows.owed.locations())).toEqual([]);
  for (const debts of all) await debts.close();
  expect(troubles).toEqual([]);
}

/** What a gate of the place knows about the people of the backlog. */
async function known(gate: TestDevice) {
  const { cache } = await gate.copy();
  const { locationId } = gate;
  const data = (entity: string, id: string) => cache.get(`${entity} ${id}`)?.data;
  return {
    acts: [...cache.values()].filter(({ entity, data: act }) => entity === 'activity' && act?.['type'] !== undefined)
      .length,
    outside: PEOPLE.filter((id) => data('presence', presenceIdOf(sha256, locationId, id))?.['inside'] === false).length,
    minutes: PEOPLE.flatMap((id) =>
      DAYS.map((day) => Number(data('timesheet', sheetId(sha256, locationId, id, day))?.['workedMinutes'])),
    ).reduce((sum, minutes) => sum + minutes, 0),
  };
}
const ALL = { acts: 4 * PEOPLE.length, outside: PEOPLE.length, minutes: 2 * 480 * PEOPLE.length };

describe('what follows from a backlog', () => {
  test('is known to a neighbour who asks right after it was taken', async () => {
    const running = await startCentral();
    const [main, goods] = [await enrolled(running), await enrolled(running, 1)];
    const before = await known(goods);
    await main.push(...twoDays(main));
    expect(await known(goods)).toEqual({ ...ALL, acts: before.acts + ALL.acts });
  });

  test('is told after a restart', async () => {
    const running = await startCentral();
    const [main, goods] = [await enrolled(running), await enrolled(running, 1)];
    const before = await known(goods);
    expect(await taken(running, main, twoDays(main))).toEqual([main.locationId]);
    await startedAgain(running, 1);
    expect(await known(goods)).toEqual({ ...ALL, acts: before.acts + ALL.acts });
  });

  test('is told once, however many centrals find it', async () => {
    const running = await startCentral();
    const main = await enrolled(running);
    await taken(running, main, twoDays(main));
    const head = () => running.central.store.read((rows) => rows.feed.headRev(main.locationId));
    const before = await head();
    await startedAgain(running, 2);
    // An act each, a presence and two days of each person.
    expect((await head()) - before).toBe(4 * PEOPLE.length + PEOPLE.length + 2 * PEOPLE.length);
  });

  test.each<[string, (events: EventEnvelope[], gate: TestDevice) => EventEnvelope[]]>([
    ['of a handful', (events) => events.slice(0, 20)],
    ['with a gap', (events) => events.toSpliced(60, 1)],
    ['with the same one twice', (events) => [...events, ...events.slice(-1)]],
    [
      'with something taken back',
      (events, gate) => {
        const undo = { eventId: events[0]?.id, what: 'checked_in', workerId: PEOPLE[0], reason: 'Not her' };
        return [...events, gate.event('act.undone', undo)];
      },
    ],
  ])('is told at once: %s', async (_, but) => {
    const running = await startCentral();
    const main = await enrolled(running);
    expect(await taken(running, main, but(twoDays(main), main))).toEqual([]);
  });
});
