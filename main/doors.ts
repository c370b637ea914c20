import type { FaultCode } from '../core/codes.ts';
import { detailOf } from '../core/event/detail.ts';
import type { EventEnvelope, Fact } from '../core/event/event.ts';
import type { DoorConfig, PulseResult } from '../native/messages.ts';
import type { DeviceHost } from './device-host.ts';

export interface DoorsParts {
  readonly host: Pick<DeviceHost, 'pulse'>;
  readonly door: (doorId: string) => DoorConfig | undefined;
  readonly record: (fact: Fact) => void;
  readonly raise: (code: FaultCode, part: string, detail?: string) => void;
}

/** `act`: what is on disk already, by its id. The answer is the board's; what came of it is recorded before it is given. */
export type Release = (doorId: string, act: Pick<EventEnvelope, 'id'>) => Promise<PulseResult>;

const SYSTEM = { kind: 'system' } as const;

/**
 * Releases a door for an act that is on disk. What came of it comes back as a new fact, tied to the act by its id, so that
 * after a crash an act without one can be told from one whose door is known to have opened.
 */
export function createRelease({ host, door, record, raise }: DoorsParts): Release {
  return async (doorId, { id: causeId }) => {
    const config = door(doorId);
    if (!config) {
      raise('door_not_set_up', doorId);
      return { ok: false, code: 'door_not_set_up', detail: `no door ${doorId} in the settings` };
    }
    const { pulseMs } = config;
    const result = await host.pulse(causeId, doorId, pulseMs);
    if (result.ok) {
      const { confirmation } = result;
      record({ type: 'door.opened', actor: SYSTEM, data: { doorId, causeId, confirmation, pulseMs } });
    } else {
      const data = { code: result.code, part: doorId, detail: detailOf(result.detail), causeId };
      record({ type: 'device.fault', actor: SYSTEM, data });
    }
    return result;
  };
}

/**
 * Acts, and releases without a badge, that should have opened a door but of which nothing more is known: the program ended between the commit and the
 * board's answer. `events` are the newest, in order; `hasDoor` tells a lane with a door that works. Returns the acts' ids.
 */
export function actsWithoutEffect(events: readonly EventEnvelope[], hasDoor: (laneId: unknown) => boolean): string[] {
  const open = new Set<string>();
  for (const event of events) {
    const { causeId, mode, laneId, purpose } = event.data;
    if (event.type.startsWith('presence.checked_') && (mode === 'scan' || mode === 'manual') && hasDoor(laneId))
      open.add(event.id);
    // Letting a person in is an act of its own, which the door is opened for.
    if (event.type === 'override.given' && purpose !== 'admit_person') open.add(event.id);
    if (typeof causeId === 'string') open.delete(causeId);
  }
  return [...open];
}
