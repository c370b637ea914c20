import type { EventEnvelope } from '../../core/event/event.ts';

/** When it happened by central's clock, Unix milliseconds; a device that never learnt its offset is taken at its word. */
export const correctedMs = (event: Pick<EventEnvelope, 'occurredAt' | 'clockOffsetMs'>): number =>
  Date.parse(event.occurredAt) + (event.clockOffsetMs ?? 0);
