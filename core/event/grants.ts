import { knownEvent, type EventEnvelope } from './event.ts';

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

export function foldGrants(events: Iterable<EventEnvelope>): ReadonlyMap<string, Grant> {
  const grants = new Map<string, Grant>();
  for (const event of events) {
    const grant = grantAfter(event);
    if (grant) grants.set(grantKey(grant.workerId, grant.badgeId), grant);
  }
  return grants;
}
