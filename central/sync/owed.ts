/**
 * When what follows from backlogs (whose presence changed, whose hours, what the other gates hear of) is told: after their gates were
 * answered. What is owed is in the store: a restart, or another central on the same store, goes on with it.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Central } from '../central.ts';
import type { Device, Rows } from '../store/store.ts';
import { tellSome } from './owed-telling.ts';

/** Nobody hands over anything any more. */
const QUIET_MS = 300;
/** However long gates go on. */
const LATEST_MS = 60_000;
/** What another central that is no more has left behind is looked for. */
const LOOK_AGAIN_MS = 60_000;
/** Who asks what there is waits so long for what is owed, and hears of the rest by a nudge. */
const PATIENCE_MS = 1000;

export interface Debts {
  /** Takes a backlog; what is owed is told when it is quiet. */
  readonly taking: <T>(work: () => Promise<T>) => Promise<T>;
  /** Reads for a device once what its neighbours handed over is told, as far as patience goes: of its own acts it knows. */
  readonly read: <T>(device: Pick<Device, 'id' | 'locationId'>, work: (rows: Rows) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
}

type Parts = Pick<Central, 'store' | 'sha256' | 'now'> & { readonly onTrouble: (error: unknown) => void };

export function createDebts(parts: Parts): Debts {
  const { store, onTrouble } = parts;
  let timer: NodeJS.Timeout | undefined;
  let sinceMs: number | undefined;
  let takingNow = 0;
  let running: Promise<void> = Promise.resolve();
  let closed = false;

  const isLate = (): boolean => sinceMs !== undefined && Date.now() - sinceMs >= LATEST_MS;
  const mayTell = (): boolean => !closed && (takingNow === 0 || isLate());
  const inTurn = (work: () => Promise<void>): Promise<void> => (running = running.then(work).catch(onTrouble));
  const tellAll = async (): Promise<void> => {
    for (const locationId of await store.read((rows) => rows.owed.locations())) {
      // A place that can't be told stands in no other's way.
      await tellWhile(locationId, mayTell).catch(onTrouble);
    }
    if (mayTell()) sinceMs = undefined;
  };
  const tellWhile = async (locationId: string, more: () => boolean): Promise<void> => {
    while (more() && (await tellSome(parts, locationId, more)));
  };
  const soon = (): void => {
    sinceMs ??= Date.now();
    clearTimeout(timer);
    timer = setTimeout(() => void inTurn(tellAll), isLate() ? 0 : QUIET_MS).unref();
  };
  const again = setInterval(() => void inTurn(tellAll), LOOK_AGAIN_MS).unref();
  void inTurn(tellAll);

  return {
    async taking(work) {
      takingNow += 1;
      clearTimeout(timer);
      try {
        return await work();
      } finally {
        takingNow -= 1;
        soon();
      }
    },
    async read({ id, locationId }, work) {
      const settled = await store.read(async (rows) =>
        (await rows.owed.ofOthers(locationId, id)) ? undefined : { value: await work(rows) },
      );
      if (settled) return settled.value;
      const untilMs = Date.now() + PATIENCE_MS;
      const told = inTurn(() => tellWhile(locationId, () => !closed && Date.now() < untilMs));
      await Promise.race([told, pause(PATIENCE_MS, undefined, { ref: false })]);
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
