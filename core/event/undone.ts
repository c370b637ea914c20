import { knownEvent, type EventEnvelope } from './event.ts';

/** What an undoing takes back besides where the person was: the grant and the overrides that came with the act (G6). */
export interface Undone {
  readonly eventId: string;
  readonly grantId?: string;
  readonly overrideIds: readonly string[];
}

/** Undefined: the event takes nothing back. */
export function undoneBy(event: EventEnvelope): Undone | undefined {
  if (event.type !== 'act.undone') return undefined;
  const known = knownEvent(event);
  if (known?.type !== 'act.undone') return undefined;
  const { eventId, grantId, overrideIds = [] } = known.data;
  return { eventId, overrideIds, ...(grantId === undefined ? {} : { grantId }) };
}
