import { CODES, type Code } from '../../core/codes.ts';
import { knownEvent, type EventEnvelope, type GateEvent } from '../../core/event/event.ts';
import type { Facts, FeedRow } from '../../preload/views.ts';
import type { Cache } from '../cache/cache.ts';

/** Types that the live feed shows; grants and door openings belong to the act that they came from. */
export const FEED_TYPES = [
  'access.refused',
  'presence.checked_in',
  'presence.checked_out',
  'device.fault',
  'device.recovered',
  'device.started',
  'device.self_check',
  'device.setup_changed',
  'user.locked_out',
  'door.forced',
  'door.held',
  'door.mode_changed',
  'door.unused',
  'override.given',
  'presence.break_started',
  'presence.break_ended',
  'act.undone',
  'act.answered',
  'clock.jumped',
  'muster.started',
  'muster.ended',
] as const;

export interface PersonName {
  readonly name: string;
  readonly contractorName?: string;
}

/** Names by worker id; undefined for somebody whom the cache does not know. */
export function personName(cache: Cache, workerId: string): PersonName | undefined {
  const worker = cache.get('worker', workerId);
  if (!worker) return undefined;
  const contractor = worker.contractorId === undefined ? undefined : cache.get('contractor', worker.contractorId);
  return { name: `${worker.firstName} ${worker.lastName}`, ...(contractor ? { contractorName: contractor.name } : {}) };
}

/** One line of the feed. */
export function feedRow(event: EventEnvelope, cache: Cache, isDelivered: (seq: number) => boolean): FeedRow {
  const known = knownEvent(event);
  const code = known ? codeOf(known) : undefined;
  const workerId = known && 'workerId' in known.data ? known.data.workerId : undefined;
  const person = workerId === undefined ? accountName(known, cache) : personName(cache, workerId);
  const part = known && partOf(known);
  return {
    eventId: event.id,
    seq: event.seq,
    atMs: Date.parse(event.occurredAt),
    type: known ? namedType(known) : event.type,
    kind: kindOf(event.type, code),
    ...(code === undefined ? {} : { code }),
    ...(workerId === undefined ? {} : { workerId }),
    ...person,
    notes: known && 'notes' in known.data ? known.data.notes : [],
    delivered: isDelivered(event.seq),
    ...(part === undefined ? {} : { part }),
    facts: known ? factsOfEvent(known) : {},
    ...(known?.type === 'act.undone' ? { undoes: known.data.eventId } : {}),
  };
}

/** Somebody who tried to sign in. */
function accountName(event: GateEvent | undefined, cache: Cache): PersonName | undefined {
  const name = event?.type === 'user.locked_out' ? cache.get('user', event.data.userId)?.name : undefined;
  return name === undefined ? undefined : { name };
}

/** A device by its name, a door by its id. */
const partOf = (event: GateEvent): string | undefined => {
  if ('part' in event.data) return event.data.part;
  return 'doorId' in event.data ? event.data.doorId : undefined;
};

/** What staff read a line by: a change of mode is told by the mode that it led to, a release by what it was for, a door by what did not happen. */
const namedType = (event: GateEvent): string => {
  if (event.type === 'door.mode_changed') return `${event.type}.${event.data.to}`;
  if (event.type === 'muster.started') return `${event.type}.${event.data.kind}`;
  if (event.type === 'door.unused') return `${event.type}.${event.data.what}`;
  if (event.type === 'act.undone') return `${event.type}.${event.data.what}`;
  return event.type === 'override.given' ? `${event.type}.${event.data.purpose}` : event.type;
};

const codeOf = (event: GateEvent): Code | undefined => {
  // What an override is against was said by the refusal.
  if (event.type === 'override.given') return undefined;
  if ('code' in event.data) return event.data.code;
  return event.type === 'clock.jumped' ? 'clock_jumped' : undefined;
};

function kindOf(type: string, code: Code | undefined): FeedRow['kind'] {
  if (type === 'door.forced' || type === 'door.held') return 'fault';
  if (type === 'device.recovered' || type === 'device.started') return 'note';
  return code === undefined ? 'note' : CODES[code];
}

function factsOfEvent(event: GateEvent): Facts {
  if ('facts' in event.data && event.data.facts) return event.data.facts as Facts;
  if (event.type === 'door.mode_changed') return { reason: event.data.why };
  if (event.type === 'override.given') return { reason: event.data.reason };
  if (event.type !== 'presence.checked_out' || event.data.insideMs === undefined) return {};
  const { insideMs, estimated, mode } = event.data;
  // The rule's way out is a time that was assumed.
  return { insideMs, ...(estimated || mode === 'auto' ? { estimated: true } : {}) };
}
