import type { FaultCode } from '../../core/codes.ts';
import { remoteNotices } from '../../core/notices/remote.ts';
import { REMOTE } from '../../core/site/entities.ts';
import type { NoticeView } from '../../preload/tray-views.ts';
import type { Ground } from '../ground.ts';
import { personName } from '../view/feed.ts';

/** D8: who is on the way and has not been scanned. */
export interface Notices {
  readonly list: () => NoticeView[];
  /** Null: it is put away, and stays on record. */
  readonly dismiss: (noticeId: string) => FaultCode | null;
}

type NoticeParts = Pick<Ground, 'db' | 'cache' | 'journal' | 'clock' | 'append' | 'actor' | 'identity'>;

export function createNotices({ db, cache, journal, clock, append, actor, identity }: NoticeParts): Notices {
  const dismissed = db
    .prepare<[string], number>(
      `select 1 from event where type = 'notice.dismissed' and json_extract(body, '$.data.noticeId') = ? limit 1`,
    )
    .pluck();
  /** The later word of this gate and of the place's other gates. */
  const presenceOf = (workerId: string): { sinceMs: number } | undefined => {
    const here = journal.projections.presenceOf(workerId)?.sinceMs ?? -Infinity;
    const others = cache.byWorker('presence', workerId).filter(({ locationId }) => locationId === identity.locationId);
    const sinceMs = Math.max(here, ...others.map(({ since }) => Date.parse(since)));
    return sinceMs === -Infinity ? undefined : { sinceMs };
  };
  const open = () =>
    remoteNotices({
      activities: cache.byRef('activity', REMOTE),
      presenceOf,
      isDismissed: (noticeId) => dismissed.get(noticeId) !== undefined,
      nowMs: clock.nowMs(),
    });

  return {
    list: () =>
      open().map(({ noticeId, workerId, workOrderId, atMs }) => {
        const order = workOrderId === undefined ? undefined : cache.get('workOrder', workOrderId);
        return {
          noticeId,
          workerId,
          ...(personName(cache, workerId) ?? { name: '' }),
          ...(order ? { orderNumber: order.number, orderTitle: order.title } : {}),
          atMs,
        };
      }),
    dismiss(noticeId) {
      const notice = open().find((each) => each.noticeId === noticeId);
      if (!notice) return null;
      const { workerId } = notice;
      const written = append([{ type: 'notice.dismissed', actor: actor(), data: { noticeId, workerId } }]);
      return written.ok ? null : written.fault;
    },
  };
}
