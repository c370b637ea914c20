import canonicalize from 'canonicalize';
import type { Sha256Hex } from '../ports.ts';
import type { EventEnvelope } from './event.ts';

/** What the first event of a device names as its predecessor. */
export const GENESIS_HASH = '0'.repeat(64);

/** What the hash covers: the event without its hash, as canonical JSON (RFC 8785). */
export function canonicalText(event: Omit<EventEnvelope, 'hash'>): string {
  const { hash: _, ...unhashed } = event as EventEnvelope;
  const ordered = inOrder(unhashed) ? unhashed : putInOrder(unhashed);
  const text = ordered === unhashed || inOrder(ordered) ? JSON.stringify(ordered) : undefined;
  if (text !== undefined && !LONE_SURROGATE.test(text)) return text;
  const canonical = canonicalize(unhashed);
  if (canonical === undefined) throw new Error('an event has no canonical form');
  return canonical;
}

/** How JSON writes half a character, which has no canonical form. */
const LONE_SURROGATE = /\\ud[89a-f]/;

/** What gates send has its fields in canonical order already; then it is the canonical text just as JSON writes it. */
function inOrder(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(inOrder);
  let last = '';
  for (const key of Object.keys(value)) {
    if (key < last || !inOrder((value as Readonly<Record<string, unknown>>)[key])) return false;
    last = key;
  }
  return true;
}

/** What is written down here has the order of its code. Names that are numbers stay out of order: JavaScript puts them first. */
function putInOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(putInOrder);
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(fields.map(([key, each]) => [key, putInOrder(each)]));
}

/** SHA-256 over the UTF-8 bytes of a canonical text. */
export const hashOfText = (canonical: string, sha256: Sha256Hex): string => sha256(canonical);

/** Gives an event its place in the chain. `prevHash` is already inside. */
export function sealEvent<E extends Omit<EventEnvelope, 'hash'>>(event: E, sha256: Sha256Hex): E & { hash: string } {
  return { ...event, hash: sha256(canonicalText(event)) };
}

export type ChainFault = 'edited' | 'broken_link' | 'gap';

/** How `event` follows what came before it; undefined when all is well. */
export function checkLink(
  previous: { readonly seq: number; readonly hash: string },
  event: EventEnvelope,
  sha256: Sha256Hex,
): ChainFault | undefined {
  if (event.seq !== previous.seq + 1) return 'gap';
  if (event.prevHash !== previous.hash) return 'broken_link';
  return sha256(canonicalText(event)) === event.hash ? undefined : 'edited';
}

/** UTF-8 without TextEncoder, which core's language library does not have. RFC 3629; lone surrogates become U+FFFD. */
export function encodeUtf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x80) return encodeAnyUtf8(text);
    bytes[i] = unit;
  }
  return bytes;
}

function encodeAnyUtf8(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0xfffd;
    const c = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
    if (c < 0x80) bytes.push(c);
    else if (c < 0x800) bytes.push(0xc0 | (c >> 6), 0x80 | (c & 63));
    else if (c < 0x10000) bytes.push(0xe0 | (c >> 12), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63));
    else bytes.push(0xf0 | (c >> 18), 0x80 | ((c >> 12) & 63), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63));
  }
  return Uint8Array.from(bytes);
}
