import { canonicalText, hashOfText } from '../event/chain.ts';
import type { EventEnvelope } from '../event/event.ts';
import type { Sha256Hex } from '../ports.ts';
import type { Entry } from './wire.ts';

/** The last entry of another gate's journal that is known here. */
export interface Reached {
  readonly seq: number;
  readonly hash: string;
}

export interface Taken {
  readonly events: readonly EventEnvelope[];
  readonly reached: Reached | undefined;
  /** `other`: the journal does not go on from where it was known; `edited`: an event is not what its hash says. */
  readonly fault?: 'other' | 'edited';
}

/** Whose journal it is: a gate tells its own acts and nobody else's. */
export interface Teller {
  readonly id: string;
  readonly gateId: string;
  readonly locationId: string;
}

/**
 * What entries of another gate's journal add to what is known of it. Every link is checked, and the hash of every event that is told
 * whole. An event that does not hold is left out; a journal that goes on elsewhere (it was repaired, or the disk changed) is followed
 * and told as a fault: who is inside matters more than why.
 */
export function takeEntries(
  reached: Reached | undefined,
  entries: readonly Entry[],
  teller: Teller,
  sha256: Sha256Hex,
): Taken {
  const events: EventEnvelope[] = [];
  let last = reached;
  let fault: Taken['fault'];
  for (const entry of entries) {
    if (last && entry.prevHash !== last.hash) fault = 'other';
    last = { seq: entry.seq, hash: entry.hash };
    if (!('data' in entry)) continue;
    const { deviceId, gateId, locationId } = entry;
    const isOwn = deviceId === teller.id && gateId === teller.gateId && locationId === teller.locationId;
    // From before the computer was enrolled anew.
    if (!isOwn) continue;
    if (hashOfText(canonicalText(entry), sha256) === entry.hash) events.push(entry);
    else fault = 'edited';
  }
  return { events, reached: last, ...(fault === undefined ? {} : { fault }) };
}
