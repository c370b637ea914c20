/** What waits for staff to look at, and what they say about it. Times are Unix milliseconds. */
import { z } from 'zod';
import { FAULT_CODES } from '../core/codes.ts';
import { TRAY_OUTCOMES } from '../core/event/data/act.ts';

const id = z.string().min(1).max(64);
const ms = z.number();
const seq = z.number().int().min(1);
const outcome = z.enum(TRAY_OUTCOMES);
const reason = z.string().trim().min(1).max(200);

export const trayCardSchema = z.object({
  eventId: id,
  seq,
  status: z.enum(['flagged', 'rejected', 'set_aside', 'taken']),
  /** Central's code for it: the words are looked up by it. */
  code: z.string().optional(),
  type: z.string(),
  workerId: id.optional(),
  name: z.string().optional(),
  contractorName: z.string().optional(),
  gateName: z.string(),
  /** Who made the act, where a user did. */
  actorName: z.string().optional(),
  deviceAtMs: ms,
  /** The same moment by central's clock, as far as the gate had learnt it then. */
  centralAtMs: ms,
  /** When central said so; absent: it has not answered. */
  toldAtMs: ms.optional(),
  elsewhere: z.object({ gateName: z.string(), atMs: ms }).optional(),
  /** The person is counted as inside now. */
  isInside: z.boolean(),
  outcomes: z.array(outcome),
  cleared: z.object({ outcome, reason: z.string(), atMs: ms, byName: z.string().optional() }).optional(),
});

/** D8: somebody checked in to a work order from elsewhere and has not been scanned yet. */
export const noticeSchema = z.object({
  noticeId: id,
  workerId: id,
  name: z.string(),
  contractorName: z.string().optional(),
  orderNumber: z.string().optional(),
  orderTitle: z.string().optional(),
  atMs: ms,
});

export const trayCalls = {
  getNotices: { ask: z.undefined(), answer: z.array(noticeSchema) },
  dismissNotice: {
    ask: z.object({ noticeId: id }),
    answer: z.object({ fault: z.enum(FAULT_CODES).nullable() }),
  },
  /** Newest first, at most 200. */
  getTray: {
    ask: z.object({ show: z.enum(['open', 'cleared']) }),
    answer: z.object({ cards: z.array(trayCardSchema), total: z.number().int() }),
  },
  /** `gone`: somebody cleared it before, or central took it after all. */
  clearTray: {
    ask: z.object({ eventId: id, seq, outcome, reason }),
    answer: z.object({ fault: z.enum([...FAULT_CODES, 'gone']).nullable() }),
  },
} as const;

export type NoticeView = z.infer<typeof noticeSchema>;
export type TrayCard = z.infer<typeof trayCardSchema>;
export type TrayPage = z.infer<(typeof trayCalls)['getTray']['answer']>;
export type ClearAsk = z.infer<(typeof trayCalls)['clearTray']['ask']>;
export type ClearFault = z.infer<(typeof trayCalls)['clearTray']['answer']>['fault'];
