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

/** Whether the place's other gates are told of it as somebody's act: by central, and by the gates themselves while central is away. */
export const isTold = ({ type }: Pick<EventEnvelope, 'type'>): boolean => TOLD.has(type);

/** By what people may come and go. Central tells passes as badges and judges grants; the gates of a place tell each other at once. */
const PERMITS: ReadonlySet<string> = new Set<EventType>(['access.granted', 'pass.issued', 'pass.ended']);

/** Whether the gates of a place tell it among themselves. */
export const isToldAmongGates = (event: Pick<EventEnvelope, 'type'>): boolean =>
  isTold(event) || PERMITS.has(event.type);
