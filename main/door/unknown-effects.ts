import type { Fact } from '../../core/event/event.ts';
import { actsWithoutEffect } from '../doors.ts';
import type { Journal } from '../journal/journal.ts';

/** Events; more than any gate writes while an act waits for its door, so that none is overlooked after a crash. */
const LOOK_BACK = 500;

/** The acts before this start whose doors may have moved or not: that nobody knows goes on record. */
export function unknownEffects(
  journal: Pick<Journal, 'read' | 'lastSeq'>,
  hasDoor: (laneId: unknown) => boolean,
): Fact[] {
  const newest = journal.read(Math.max(0, journal.lastSeq() - LOOK_BACK), LOOK_BACK);
  return actsWithoutEffect(newest, hasDoor).map((causeId) => ({
    type: 'device.fault',
    actor: { kind: 'system' },
    data: { code: 'door_effect_unknown', part: 'journal', causeId },
  }));
}
