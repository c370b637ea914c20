import type { EventEnvelope } from '../event/event.ts';
import { undoneBy } from '../event/undone.ts';
import type { WorkAct } from '../site/portal.ts';
import { inOrder, passageOf, type Passage } from '../time-on-site/passages.ts';

/** An act that somebody's hours are made of, and whose they are, at which place. */
export interface PlacedAct {
  readonly workerId: string;
  readonly locationId: string;
  readonly act: WorkAct;
}

/** Undefined: the event says nothing of anybody's hours. What was done from elsewhere counts where the person was (B2). */
export function placedActOf(event: EventEnvelope): PlacedAct | undefined {
  const { workerId, atLocationId, workOrderIds } = event.data;
  if (typeof workerId !== 'string') return undefined;
  const locationId = typeof atLocationId === 'string' ? atLocationId : event.locationId;
  const undone = undoneBy(event);
  if (undone) {
    const atMs = Date.parse(event.occurredAt) + (event.clockOffsetMs ?? 0);
    const act = { eventId: event.id, at: isoOf(atMs), kind: 'undo' as const, undoes: undone.eventId };
    return { workerId, locationId, act };
  }
  const passage = passageOf(event);
  if (!passage) return undefined;
  const { kind, atMs, eventId, ending } = passage;
  const orders = kind === 'in' && Array.isArray(workOrderIds) && workOrderIds.length > 0;
  return {
    workerId,
    locationId,
    act: {
      eventId,
      at: isoOf(atMs),
      kind,
      ...(ending === undefined ? {} : { ending }),
      ...(orders ? { workOrderIds: workOrderIds as string[] } : {}),
    },
  };
}

/** In the order in which they happened, without those that were taken back. */
export function passagesOfActs(acts: readonly WorkAct[]): Passage[] {
  const undone = new Set(acts.flatMap(({ undoes }) => undoes ?? []));
  return acts
    .flatMap(({ kind, eventId, at, ending }): Passage[] =>
      kind === 'undo' || undone.has(eventId)
        ? []
        : [{ kind, eventId, atMs: Date.parse(at), ...(ending === undefined ? {} : { ending }) }],
    )
    .toSorted(inOrder);
}

export const isoOf = (ms: number): string => new Date(ms).toISOString();
