import { knownEvent, type EventEnvelope } from './event.ts';
import { undoneBy } from './undone.ts';

/** D6: a first scan's permission to come and go with the same badge. Times are Unix milliseconds. */
export interface Grant {
  readonly workerId: string;
  readonly badgeId?: string;
  readonly workOrderIds: readonly string[];
  readonly grantedAtMs: number;
  readonly untilMs: number;
  readonly eventId: string;
}

/** A grant is kept per person and badge: a new badge starts anew. */
export const grantKey = (workerId: string, badgeId: string | undefined): string => `${workerId} ${badgeId ?? ''}`;

export function grantAfter(event: EventEnvelope): Grant | undefined {
  if (event.type !== 'access.granted') return undefined;
  const known = knownEvent(event);
  if (known?.type !== 'access.granted') return undefined;
  const { workerId, badgeId, workOrderIds, until } = known.data;
  return {
    workerId,
    ...(badgeId === undefined ? {} : { badgeId }),
    workOrderIds,
    grantedAtMs: Date.parse(known.occurredAt),
    untilMs: Date.parse(until),
    eventId: known.id,
  };
}

/**
 * Brings the grants up to date with one more event. One is only made where none of the same badge holds or held, so one that is taken
 * back leaves nothing behind.
 */
export function keepGrants(grants: Map<string, Grant>, event: EventEnvelope): void {
  const grant = grantAfter(event);
  if (grant) grants.set(grantKey(grant.workerId, grant.badgeId), grant);
  const takenBack = undoneBy(event)?.grantId;
  if (takenBack === undefined) return;
  for (const [key, { eventId }] of grants) if (eventId === takenBack) grants.delete(key);
}

export function foldGrants(events: Iterable<EventEnvelope>): ReadonlyMap<string, Grant> {
  const grants = new Map<string, Grant>();
  for (const event of events) keepGrants(grants, event);
  return grants;
}
