/** Tells what is owed at a place, a bounded transaction after the other: first of each person once, then the acts themselves. */
import type { EventEnvelope } from '../../core/event/event.ts';
import type { Central } from '../central.ts';
import type { Owed, Rows } from '../store/store.ts';
import { ACTIVITY_MOST } from './activity.ts';
import { correctedMs } from './corrected-time.ts';
import { tellActs, tellPeople } from './news.ts';
import { passageOf } from './presence.ts';
import { turnOf } from './turn.ts';

/** Looked at together, 20,000 events: the more, the fewer times a person is told of. */
const BATCHES_AT_ONCE = 40;
/** A transaction's worth, each. */
const PEOPLE_AT_ONCE = 50;
const BATCHES_TOLD_AT_ONCE = 2;

interface Batch {
  readonly owed: Owed;
  readonly events: readonly EventEnvelope[];
}
type Parts = Pick<Central, 'store' | 'sha256' | 'now'>;

/**
 * False: nothing is owed there. What was told of people is told again if it ends half-way (`more` is false), which changes nothing; a
 * batch's acts are told in the transaction that says that it is no longer owed.
 */
export async function tellSome(
  { store, sha256, now }: Parts,
  locationId: string,
  more: () => boolean,
): Promise<boolean> {
  const batches = await store.read(async (rows) => {
    const found: Batch[] = [];
    for (const owed of await rows.owed.of(locationId, BATCHES_AT_ONCE))
      found.push({ owed, events: await eventsOf(rows, owed) });
    return found;
  });
  if (batches.length === 0) return false;
  const all = batches.flatMap(({ events }) => events);
  for (const events of byPeople(all)) {
    if (!more()) return true;
    await store.write(
      async (rows) => {
        await readAhead(rows, events);
        await tellPeople(rows, events, { sha256, nowMs: now() });
      },
      turnOf({ locationId }, events),
    );
    await nextTurn();
  }
  const sinceMs = newestMs(all);
  for (let from = 0; from < batches.length && more(); from += BATCHES_TOLD_AT_ONCE) {
    const some = batches.slice(from, from + BATCHES_TOLD_AT_ONCE);
    await store.write(
      async (rows) => {
        const events: EventEnvelope[] = [];
        for (const batch of some) if (await rows.owed.take(batch.owed)) events.push(...batch.events);
        const recent = events.filter((event) => correctedMs(event) >= sinceMs);
        await tellActs(rows, recent, locationId, { sha256, nowMs: now() });
      },
      turnOf({ locationId }, []),
    );
    await nextTurn();
  }
  return true;
}

async function eventsOf(rows: Rows, { deviceId, fromSeq, toSeq }: Owed): Promise<EventEnvelope[]> {
  return (await rows.events.bodies(deviceId, fromSeq, toSeq)).map((body) => JSON.parse(body) as EventEnvelope);
}

/** The events of some people at a time; what is about nobody has nothing to tell of people. */
function byPeople(events: readonly EventEnvelope[]): EventEnvelope[][] {
  const byPerson = new Map<string, EventEnvelope[]>();
  for (const event of events) {
    const { workerId } = event.data;
    if (typeof workerId !== 'string') continue;
    const theirs = byPerson.get(workerId) ?? [];
    theirs.push(event);
    byPerson.set(workerId, theirs);
  }
  const people = [...byPerson.values()];
  const slices: EventEnvelope[][] = [];
  for (let from = 0; from < people.length; from += PEOPLE_AT_ONCE)
    slices.push(people.slice(from, from + PEOPLE_AT_ONCE).flat());
  return slices;
}

/** Older ones would be taken back as soon as they were told. */
function newestMs(events: readonly EventEnvelope[]): number {
  const newest = events.map(correctedMs).toSorted((a, b) => b - a);
  return newest[ACTIVITY_MOST - 1] ?? 0;
}

/** Where everybody is after the last of what they did. */
async function readAhead(rows: Rows, events: readonly EventEnvelope[]): Promise<void> {
  const last = new Map(
    events.flatMap((event) => {
      const passage = passageOf(event);
      return passage ? [[passage.workerId, { ...passage, atMs: passage.atMs + 1 }] as const] : [];
    }),
  );
  await rows.events.readActsAhead([...last.values()], []);
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
