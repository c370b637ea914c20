import { canonicalText } from '../event/chain.ts';
import type { EventEnvelope } from '../event/event.ts';

/**
 * What stands for the words of one event that are gone. The event's hash stays, so the events around it still hold on to each other; the
 * device's signature says that it was the gate that emptied it, and of what is left that it is just so.
 */
export interface Emptied {
  readonly seq: number;
  /** Of the event as it was written. */
  readonly hash: string;
  readonly bodyHash: string;
  readonly atMs: number;
  readonly publicKey: string;
  readonly signature: string;
}

/** What the signature covers. */
export const emptiedText = ({ seq, hash, bodyHash, atMs, publicKey }: Omit<Emptied, 'signature'>): string =>
  `gatehouse.emptied.1 ${seq} ${hash} ${bodyHash} ${atMs} ${publicKey}`;

/**
 * Where events carry names or what somebody typed, everything else being ids, codes and times; a dot goes a level down. What a fold reads
 * is not among it, so who is inside, granted or let in is the same before and after.
 */
export const WORDS_IN: Readonly<Record<string, readonly string[]>> = {
  'pass.issued': ['person', 'fields'],
  'connection.added': ['newWorker'],
  'contact.changed': ['name', 'email', 'phone'],
  'document.added': ['document'],
  'booking.created': ['booking'],
  'booking.changed': ['booking'],
  'order.submitted': ['order'],
  'timesheet.disputed': ['reason'],
  'message.sent': ['text'],
  'muster.marked': ['name', 'by'],
  'shift.handed_over': ['words'],
  'presence.checked_in': ['reason', 'confirmed'],
  'presence.checked_out': ['reason'],
  'access.refused': ['confirmed'],
  'act.answered': ['confirmed'],
  'act.undone': ['reason'],
  'tray.cleared': ['reason'],
  'override.given': ['reason'],
};
export const TYPES_WITH_WORDS = Object.keys(WORDS_IN);

/** Of these everything but ids goes: what was asked for is central's record by now. */
const ONLY_IDS = new Set(['document', 'booking', 'order']);

/** The event without its words; undefined: it has none, or none any more. A text is left empty and a list too, for a reader asks for them. */
export function withoutWords(event: EventEnvelope): Omit<EventEnvelope, 'hash'> | undefined {
  const fields = WORDS_IN[event.type]?.filter((field) => field in event.data) ?? [];
  if (event.data['emptied'] === true || !fields.some((field) => saysSomething(event.data[field]))) return undefined;
  const data: Record<string, unknown> = { ...event.data, emptied: true };
  for (const field of fields) {
    const value = data[field];
    if (ONLY_IDS.has(field)) data[field] = idsOf(value);
    else if (typeof value === 'string') data[field] = '';
    else if (Array.isArray(value)) data[field] = [];
    else delete data[field];
  }
  const { hash: _, ...rest } = event;
  return { ...rest, data };
}

/** The bytes that are kept in the event's place. */
export const emptiedBody = (event: Omit<EventEnvelope, 'hash'>): string => canonicalText(event);

const saysSomething = (value: unknown): boolean =>
  typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : value !== undefined && value !== '';

function idsOf(value: unknown): Record<string, unknown> {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return Object.fromEntries(entries.filter(([key, each]) => /^id$|Id$/.test(key) && typeof each === 'string'));
}
