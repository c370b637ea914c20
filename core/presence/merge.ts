import type { Presence } from '../event/occupancy.ts';

/** What central told of one person at this place, from the acts of all its gates, or one of these gates itself. */
export interface Heard {
  readonly workerId: string;
  readonly gateId: string;
  readonly inside: boolean;
  /** By central's clock, Unix milliseconds. */
  readonly sinceMs: number;
  /** The act that it stands on; an older central does not say. */
  readonly eventId?: string;
}

/** The later of what central told and of what the other gates told themselves. */
export function laterHeard(told: Heard | undefined, heard: Heard | undefined): Heard | undefined {
  if (!told || !heard) return told ?? heard;
  const byMs = heard.sinceMs - told.sinceMs;
  return byMs > 0 || (byMs === 0 && (heard.eventId ?? '') > (told.eventId ?? '')) ? heard : told;
}

/** Where a person is, whichever gate of the place saw it last; times are by this device's clock. */
export interface SitePresence extends Presence {
  /** The gate that saw it, when it was not this one. */
  readonly gateId?: string;
}

export interface Here {
  readonly gateId: string;
  /** Central's clock minus this device's, as now known. */
  readonly offsetMs: number;
}

/** When the last act of the own journal was, by central's clock. */
export const correctedSinceMs = ({ sinceMs, offsetMs = 0 }: Presence): number => sinceMs + offsetMs;

/**
 * The later of what this gate saw and what it heard (G5), by central's clock, ties by id. What comes from this gate's own journal is not
 * to be handed in as heard: there, the journal is the later word, for instance when an act was taken back.
 */
export function mergePresence(
  own: Presence | undefined,
  heard: Heard | undefined,
  here: Here,
): SitePresence | undefined {
  if (!heard) return own;
  if (own && !isLater(heard, own))
    return isOf(heard, own) && heard.gateId !== here.gateId ? { ...own, gateId: heard.gateId } : own;
  const { workerId, gateId, inside, sinceMs, eventId } = heard;
  return {
    workerId,
    inside,
    sinceMs: sinceMs - here.offsetMs,
    eventId: eventId ?? '',
    ...(gateId === here.gateId ? {} : { gateId }),
  };
}

/** The own journal speaks of a coming in that another gate saw: somebody went on a break here, or is back from it. */
const isOf = (heard: Heard, own: Presence): boolean =>
  heard.inside && own.inside && heard.eventId !== own.eventId && heard.sinceMs === correctedSinceMs(own);

function isLater(heard: Heard, own: Presence): boolean {
  const byMs = heard.sinceMs - correctedSinceMs(own);
  return byMs > 0 || (byMs === 0 && (heard.eventId ?? '') > own.eventId);
}
