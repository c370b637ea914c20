import { standOf, type DoorEffect, type Doors } from '../../core/door/door.ts';
import type { DoorConfig } from '../../native/messages.ts';
import type { DoorView } from '../../preload/device-views.ts';
import { hasInput } from './door-config.ts';
import type { KeptMode } from './modes.ts';

type Alarm = NonNullable<DoorView['alarm']>;

/** Most pressing first: one is shown. */
const ALARMS: readonly Alarm[] = ['forced', 'held_too_long', 'nobody_passed', 'not_opened'];
/** Something that was noticed is no state that ends: it is shown for so long. */
const NOTICE_MS = 60_000;

/** What speaks against each door now, and since when (Unix ms). */
export interface Alarms {
  readonly take: (effect: DoorEffect, nowMs: number) => void;
  readonly of: (doorId: string, nowMs: number) => Pick<DoorView, 'alarm' | 'alarmSinceMs'>;
}

export function createAlarms(): Alarms {
  const since = new Map<string, number>();
  const key = (doorId: string, alarm: Alarm): string => `${alarm} ${doorId}`;
  return {
    take(effect, nowMs) {
      if (effect.do === 'notice') since.set(key(effect.doorId, effect.what), nowMs);
      if (effect.do !== 'alarm' || effect.alarm === 'fire') return;
      const alarm = effect.alarm === 'held' ? 'held_too_long' : 'forced';
      if (effect.on) since.set(key(effect.doorId, alarm), nowMs);
      else since.delete(key(effect.doorId, alarm));
    },
    of(doorId, nowMs) {
      for (const alarm of ALARMS) {
        const alarmSinceMs = since.get(key(doorId, alarm));
        const isState = alarm === 'forced' || alarm === 'held_too_long';
        if (alarmSinceMs !== undefined && (isState || nowMs - alarmSinceMs < NOTICE_MS)) return { alarm, alarmSinceMs };
      }
      return {};
    },
  };
}

export interface DoorFacts {
  readonly config: DoorConfig;
  readonly doors: Doors;
  readonly state: Pick<DoorView, 'state' | 'code'>;
  readonly mode: KeptMode | undefined;
  readonly userName: (userId: string) => string | undefined;
  readonly alarm: Pick<DoorView, 'alarm' | 'alarmSinceMs'>;
}

const CONTACT = { open: 'open', shut: 'closed', unknown: 'unknown' } as const;

/** One door on the desk. */
export function doorView({ config, doors, state, mode, userName, alarm }: DoorFacts): DoorView {
  const { id, name } = config;
  const modeBy = mode?.by === undefined ? undefined : userName(mode.by);
  const door = doors.doors.find(({ rule }) => rule.doorId === id);
  return {
    id,
    name,
    ...state,
    mode: door?.mode ?? 'normal',
    ...(modeBy === undefined ? {} : { modeBy }),
    ...(mode ? { modeReason: mode.reason, modeSinceMs: mode.sinceMs } : {}),
    ...(hasInput(config, 'contact') ? { contact: CONTACT[door?.contact ?? 'unknown'] } : {}),
    ...(config.withoutPower === undefined ? {} : { withoutPower: config.withoutPower }),
    fire: door ? standOf(doors, door) === 'freed' : false,
    ...alarm,
  };
}
