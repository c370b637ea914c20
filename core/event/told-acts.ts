import type { EventEnvelope, EventType } from './event.ts';

/** What people did at a gate, which the other gates of the place are told. Devices and doors are the business of their own gate. */
const TOLD: ReadonlySet<string> = new Set<EventType>([
  'access.refused',
  'presence.checked_in',
  'presence.checked_out',
  'presence.break_started',
  'presence.break_ended',
  'act.undone',
  'override.given',
]);

/** Whether the place's other gates are told of it: by central, and by the gates themselves while central is away. */
export const isTold = ({ type }: Pick<EventEnvelope, 'type'>): boolean => TOLD.has(type);
