import type { EventEnvelope, EventType } from './event.ts';

/** G8: one that runs at a gate is the business of all gates of the place. */
const ROLL_CALLS = ['muster.started', 'muster.ended'] as const satisfies readonly EventType[];
export type RollCallType = (typeof ROLL_CALLS)[number];
export const isRollCall = (type: string): type is RollCallType => ROLL_CALLS.some((each) => each === type);

/** What people did at a gate, which the other gates of the place are told. Devices and doors are the business of their own gate. */
const TOLD: ReadonlySet<string> = new Set<EventType>([
  ...ROLL_CALLS,
  'access.refused',
  'presence.checked_in',
  'presence.checked_out',
  'presence.break_started',
  'presence.break_ended',
  'act.undone',
  'override.given',
]);

/** Whether the place's other gates are told of it as somebody's act: by central, and by the gates themselves while central is away. */
export const isTold = ({ type }: Pick<EventEnvelope, 'type'>): boolean => TOLD.has(type);

/** In which way an act was done; of a roll call, whether it is a drill. */
export function modeOf(data: Readonly<Record<string, unknown>>): string | undefined {
  const mode = data['mode'] ?? data['kind'];
  return typeof mode === 'string' ? mode : undefined;
}

/** By what people may come and go. Central tells passes as badges and judges grants; the gates of a place tell each other at once. */
const PERMITS: ReadonlySet<string> = new Set<EventType>(['access.granted', 'pass.issued', 'pass.ended']);

/** Whether the gates of a place tell it among themselves. */
export const isToldAmongGates = (event: Pick<EventEnvelope, 'type'>): boolean =>
  isTold(event) || PERMITS.has(event.type);
