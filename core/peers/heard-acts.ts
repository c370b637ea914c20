import { knownEvent, type EventEnvelope } from '../event/event.ts';
import { isTold, modeOf } from '../event/told-acts.ts';

/** What people did at another gate, as that gate itself told it: ids and codes, no words. Times are by central's clock. */
export interface HeardAct {
  /** The event's; of what an undoing brought back: that of the undoing with `:before`. */
  readonly id: string;
  readonly deviceId: string;
  readonly gateId: string;
  readonly seq: number;
  readonly type: string;
  readonly workerId?: string;
  readonly atMs: number;
  /** Where it put the person; absent: nowhere else than before. */
  readonly inside?: boolean;
  /** The act that it took back (G6). */
  readonly undoes?: string;
  readonly code?: string;
  readonly mode?: string;
  readonly userId?: string;
}

/** What an undoing brought back: not an act of its own. */
export const RESTORED = 'restored';

/** A gate's clock, and central's minus it as far as that gate knows. */
export interface PeerClock {
  readonly nowMs: number;
  readonly offsetMs: number | null;
}

/**
 * Central's clock minus that of the gate that tells, for events that were written before it knew. When neither gate has heard central,
 * the clock of this one stands for central's: then at least the two agree which of their acts was the later.
 * @param there both clocks at the same moment
 */
export const offsetThere = (there: PeerClock, here: PeerClock): number =>
  there.offsetMs ?? here.nowMs + (here.offsetMs ?? 0) - there.nowMs;

/** What another gate's event says here; none: it is about somewhere else, or about nobody. */
export function heardActs(event: EventEnvelope, offsetMs: number): HeardAct[] {
  const known = isTold(event) ? knownEvent(event) : undefined;
  if (!known) return [];
  const corrected = (time: string): number => Date.parse(time) + (event.clockOffsetMs ?? offsetMs);
  const data = known.data as Readonly<Record<string, unknown>>;
  const text = (field: string) => (typeof data[field] === 'string' ? { [field]: data[field] } : {});
  const mode = modeOf(data);
  const { id, deviceId, gateId, seq, type, actor } = event;
  const whose = { deviceId, gateId, seq, ...text('workerId') };
  const act: HeardAct = {
    ...whose,
    id,
    type,
    atMs: corrected(event.occurredAt),
    ...text('code'),
    ...(mode === undefined ? {} : { mode }),
    ...(actor.userId === undefined ? {} : { userId: actor.userId }),
  };
  switch (known.type) {
    case 'presence.checked_in':
      return [{ ...act, inside: true }];
    case 'presence.checked_out': {
      const { atLocationId = event.locationId } = known.data;
      return atLocationId === event.locationId ? [{ ...act, inside: false }] : [];
    }
    case 'act.undone': {
      const { eventId, before } = known.data;
      const undone = { ...act, undoes: eventId };
      if (!before) return [undone];
      const { inside, since } = before;
      return [undone, { ...whose, id: `${id}:before`, type: RESTORED, atMs: corrected(since), inside }];
    }
    default:
      return [act];
  }
}
