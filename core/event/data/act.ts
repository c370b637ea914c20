/** What people do at the desk about somebody's coming and going, and the ends of it that nobody scanned. */
import { z } from 'zod';
import { confirmed, id, time } from './pieces.ts';

/** Where a person was before an act, so that its undoing can be told from one event alone. */
const before = z.object({ inside: z.boolean(), since: time, breakSince: time.optional(), eventId: id });

/** What staff found when they looked at an act that central flagged or sent back. */
export const TRAY_OUTCOMES = ['inside', 'left', 'other_person', 'seen'] as const;
export type TrayOutcome = (typeof TRAY_OUTCOMES)[number];

export const actData = {
  /** `since`: when the person came in, by the device's clock, for somebody whom another gate let in. */
  'presence.break_started': z.object({ workerId: id, since: time.optional() }),
  'presence.break_ended': z.object({ workerId: id, breakMs: z.number().int().min(0).optional() }),
  /** What somebody answered on the way out, after the door: nobody waits inside for a question. `eventId`: the going out. */
  'act.answered': z.object({ eventId: id, workerId: id, confirmed }),
  /**
   * Takes back an act that was made here a moment ago (G6). Nothing is erased: the act stays, and this says that it does not count.
   * `before` is what the act had changed; absent: nothing was known of the person. `grantId`, `overrideIds`: the grant and the
   * overrides that go with it.
   */
  'act.undone': z.object({
    eventId: id,
    what: z.enum(['checked_in', 'checked_out', 'break_started', 'break_ended']),
    workerId: id,
    before: before.optional(),
    grantId: id.optional(),
    overrideIds: z.array(id).max(20).optional(),
    reason: z.string().max(200),
  }),
  /** D8: staff put the notice away that somebody checked in from elsewhere. `noticeId`: that check-in. */
  'notice.dismissed': z.object({ noticeId: id, workerId: id }),
  /** Staff have looked at an act that central flagged or would not take. `seq`: the act's place in this device's journal. */
  'tray.cleared': z.object({
    eventId: id,
    seq: z.number().int().min(1),
    outcome: z.enum(TRAY_OUTCOMES),
    workerId: id.optional(),
    reason: z.string().max(200),
  }),
} as const;
