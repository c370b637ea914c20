import type { FaultCode } from '../core/codes.ts';
import { detailOf } from '../core/event/detail.ts';
import type { EventEnvelope, Fact } from '../core/event/event.ts';
import type { DoorConfig } from '../native/messages.ts';
import type { DeviceHost } from './device-host.ts';

export interface DoorsParts {
  readonly host: Pick<DeviceHost, 'pulse'>;
  readonly door: (doorId: string) => DoorConfig | undefined;
  readonly record: (fact: Fact) => void;
  readonly raise: (code: FaultCode, part: string, detail?: string) => void;
}

const SYSTEM = { kind: 'system' } as const;

/**
 * Releases a door for an act that is on disk. What came of it comes back as a new fact, tied to the act by its id, so that
 * after a crash an act without one can be told from one whose door is known to have opened.
 */
export function createRelease({ host, door, record, raise }: DoorsParts): (doorId: string, act: EventEnvelope) => void {
  return (doorId, act) => {
    const config = door(doorId);
    if (!config) return raise('door_not_set_up', doorId);
    void host.pulse(act.id, doorId, config.pulseMs).then((result) => {
      if (result.ok) {
        const { confirmation } = result;
        record({
          type: 'door.opened',
          actor: SYSTEM,
          data: { doorId, causeId: act.id, confirmation, pulseMs: config.pulseMs },
        });
        return;
      }
      const { code, detail } = result;
      record({
        type: 'device.fault',
        actor: SYSTEM,
        data: { code, part: doorId, detail: detailOf(detail), causeId: act.id },
      });
    });
  };
}

/**
 * Acts that should have opened a door but of which nothing more is known: the program ended between the commit and the
 * board's answer. `events` are the newest, in order; `hasDoor` tells a lane with a door that works. Returns the acts' ids.
 */
export function actsWithoutEffect(events: readonly EventEnvelope[], hasDoor: (laneId: unknown) => boolean): string[] {
  const open = new Set<string>();
  for (const event of events) {
    const { causeId, mode, laneId } = event.data;
    if (event.type.startsWith('presence.checked_') && mode === 'scan' && hasDoor(laneId)) open.add(event.id);
    if (typeof causeId === 'string') open.delete(causeId);
  }
  return [...open];
}
