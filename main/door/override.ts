import type { FaultCode } from '../../core/codes.ts';
import type { Actor, EventData, EventEnvelope, Fact } from '../../core/event/event.ts';
import type { Result } from '../../core/result.ts';
import type { DoorConfig } from '../../native/messages.ts';
import type { DoorTest } from '../../preload/device-views.ts';
import type { DoorWatch } from './door-watch.ts';

type Purpose = Exclude<EventData<'override.given'>['purpose'], 'exit_request'>;

export interface OverrideParts {
  readonly doors: Pick<DoorWatch, 'release' | 'contactOpens'>;
  readonly door: (doorId: string) => DoorConfig | undefined;
  /** Whose act it is that the desk asks for. */
  readonly actor: () => Actor;
  readonly append: (fact: Fact) => Result<EventEnvelope, FaultCode>;
}

/** A person has so long, after the lock has fallen in again, for a door that they have begun to open. */
const CONTACT_GRACE_MS = 2000;

/**
 * Releases a door without a badge: the reason goes on record, then the relay moves, then it is said what came of it. A
 * member of staff may open a door that is locked down, for they answer for it by name and reason; a test does not.
 * The answer waits for the contact, except in a self-check, where nobody stands at the door to open it.
 */
export const createOverride =
  ({ doors, door, actor, append }: OverrideParts) =>
  async (doorId: string, purpose: Purpose, reason: string): Promise<DoorTest> => {
    const config = door(doorId);
    if (!config) return { ok: false, code: 'door_not_set_up', detail: `no door ${doorId} in the settings` };
    const written = append({ type: 'override.given', actor: actor(), data: { doorId, purpose, reason } });
    if (!written.ok) return { ok: false, code: written.fault, detail: 'nothing could be written, so nothing moved' };
    const released = doors.release(doorId, written.value, purpose === 'open_once' ? 'out' : 'in');
    const opens = purpose === 'self_check' ? undefined : doors.contactOpens(doorId, config.pulseMs + CONTACT_GRACE_MS);
    const result = await released;
    const contactOpened = result.ok ? await opens : undefined;
    return result.ok ? { ...result, ...(contactOpened === undefined ? {} : { contactOpened }) } : result;
  };
