import type { Fact } from '../../core/event/event.ts';

/** For the office: central was put back to before acts that it had, and that have left this PC since (core/keeping). */
export const lostActs = (eventsTo: number, count: number): Fact => ({
  type: 'device.fault',
  actor: { kind: 'system' },
  data: { code: 'central_lost_acts', part: 'central', detail: `seq ${eventsTo + 1} to ${eventsTo + count}` },
});
