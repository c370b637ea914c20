/**
 * Tells what follows from backlogs (whose presence changed, whose hours, what the other gates hear of) after their gates were answered.
 * What is owed is in the store: a restart, or another central on the same store, goes on with it.
 */
import type { EventEnvelope } from '../../core/event/event.ts';
import type { Central } from '../central.ts';
import type { Device, Owed, Rows } from '../store/store.ts';
import { tellOf } from './news.ts';
import { passageOf } from './presence.ts';
import { turnOf } from './turn.ts';

/** Nobody hands over anything any more. */
const QUIET_MS = 300;
/** However long a gate goes on. */
const LATEST_MS = 10_000;
/** What another central that is no more has left behind is looked for. */
const LOOK_AGAIN_MS = 60_000;
/** A transaction's worth: that many batches at once tell of each person once. */
const BATCHES_AT_ONCE = 4;
/** Who asks what there is waits so long for what is owed, and hears of the rest by a nudge. */
const PATIENCE_MS = 1000;

export interface Debts {
  /** Something is owed: it will be told when it is quiet. */
  readonly later: () => void;
  /** Reads for a device once what its neighbours handed over is told, as far as patience goes: of its own acts it knows. */
  readonly read: <T>(device: Pick<Device, 'id' | 'locationId'>, work: (rows: Rows) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
}

type Parts = Pick<Central, 'store' | 'sha256' | 'now'> & { readonly onTrouble: (error: unknown) => void };

export function createDebts(parts: Parts): Debts {
  const { store, onTrouble } = parts;
  let timer: NodeJS.Timeout | undefined;
  let sinceMs: number | undefined;
  let running: Promise<void> = Promise.resolve();
  let closed = false;

  const inTurn = (work: () => Promise<void>): Promise<void> => (running = running.then(work).catch(onTrouble));
  const tellAll = async (): Promise<void> => {
    sinceMs = undefined;
    for (const locationId of await store.read((rows) => rows.owed.locations())) {
      // A place that can't be told stands in no other's way.
      await tellWhile(locationId, () => !closed).catch(onTrouble);
    }
  };
  const tellWhile = async (locationId: string, more: () => boolean): Promise<void> => {
    while (more() && (await tellSome(parts, locationId))) await nextTurn();
  };
  const again = setInterval(() => void inTurn(tellAll), LOOK_AGAIN_MS).unref();
  void inTurn(tellAll);

  return {
    later() {
      sinceMs ??= Date.now();
      clearTimeout(timer);
      timer = setTimeout(
        () => void inTurn(tellAll),
        Math.min(QUIET_MS, Math.max(0, sinceMs + LATEST_MS - Date.now())),
      ).unref();
    },
    async read({ id, locationId }, work) {
      const settled = await store.read(async (rows) =>
        (await rows.owed.ofOthers(locationId, id)) ? undefined : { value: await work(rows) },
      );
      if (settled) return settled.value;
      const untilMs = Date.now() + PATIENCE_MS;
      await tellWhile(locationId, () => !closed && Date.now() < untilMs).catch(onTrouble);
      return store.read(work);
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      clearInterval(again);
      await running;
    },
  };
}

/** False: nothing is owed there. */
async function tellSome({ store, sha256, now }: Parts, locationId: string): Promise<boolean> {
  const found = await store.read(async (rows) => {
    const owed = await rows.owed.of(locationId, BATCHES_AT_ONCE);
    const batches: { readonly owed: Owed; readonly events: readonly EventEnvelope[] }[] = [];
    for (const one of owed) batches.push({ owed: one, events: await eventsOf(rows, one) });
    return batches;
  });
  if (found.length === 0) return false;
  const turn = turnOf(
    { locationId },
    found.flatMap(({ events }) => events),
  );
  await store.write(async (rows) => {
    const events: EventEnvelope[] = [];
    for (const batch of found) if (await rows.owed.take(batch.owed)) events.push(...batch.events);
    await readAhead(rows, events);
    await tellOf(rows, events, locationId, { sha256, nowMs: now() });
  }, turn);
  return true;
}

async function eventsOf(rows: Rows, { deviceId, fromSeq, toSeq }: Owed): Promise<EventEnvelope[]> {
  const stored = await rows.events.ofDevice(deviceId, fromSeq - 1, toSeq - fromSeq + 1);
  return stored.map(({ body }) => JSON.parse(body) as EventEnvelope);
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
