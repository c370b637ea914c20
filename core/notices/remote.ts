import type { Presence } from '../event/occupancy.ts';
import { REMOTE, type Activity } from '../site/entities.ts';

/** D8: somebody checked in to a work order from elsewhere and has not been scanned yet. Times: Unix ms. */
export interface RemoteNotice {
  readonly noticeId: string;
  readonly workerId: string;
  readonly workOrderId?: string;
  readonly atMs: number;
}

/** After so long nobody is on the way any more. */
export const NOTICE_HOURS = 12;
const HOUR_MS = 3_600_000;

export interface NoticeGrounds {
  /** Acts that were made at no gate. */
  readonly activities: readonly Activity[];
  /** What this gate and the others of the place know of a person. */
  readonly presenceOf: (workerId: string) => Pick<Presence, 'sinceMs'> | undefined;
  readonly isDismissed: (noticeId: string) => boolean;
  readonly nowMs: number;
}

/** One notice a person, the newest check-in counting; newest first. A scan at any time after it ends it. */
export function remoteNotices({ activities, presenceOf, isDismissed, nowMs }: NoticeGrounds): RemoteNotice[] {
  const byWorker = new Map<string, RemoteNotice>();
  for (const { id, type, gateId, workerId, workOrderId, occurredAt } of activities) {
    const atMs = Date.parse(occurredAt);
    const isRemote = type === 'presence.checked_in' && gateId === REMOTE && workerId !== undefined;
    if (!isRemote || atMs < nowMs - NOTICE_HOURS * HOUR_MS) continue;
    const order = workOrderId === undefined ? {} : { workOrderId };
    const known = byWorker.get(workerId);
    if (!known || known.atMs < atMs) byWorker.set(workerId, { noticeId: id, workerId, ...order, atMs });
  }
  return [...byWorker.values()]
    .filter(({ noticeId, workerId, atMs }) => {
      const scannedAtMs = presenceOf(workerId)?.sinceMs;
      return !isDismissed(noticeId) && (scannedAtMs === undefined || scannedAtMs < atMs);
    })
    .sort((a, b) => b.atMs - a.atMs);
}
