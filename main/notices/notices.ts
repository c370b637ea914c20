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

type NoticeParts = Pick<Ground, 'db' | 'cache' | 'clock' | 'append' | 'actor' | 'presence'>;

export function createNotices({ db, cache, clock, append, actor, presence }: NoticeParts): Notices {
  const dismissed = db
    .prepare<[string], number>(
      `select 1 from event where type = 'notice.dismissed' and json_extract(body, '$.data.noticeId') = ? limit 1`,
    )
    .pluck();
  /** Central says when somebody checked in by its own clock, the gate when it saw somebody by its own: both are told by central's. */
  const offsetMs = (): number => clock.offsetMs() ?? 0;
  const presenceOf = (workerId: string): { sinceMs: number } | undefined => {
    const seen = presence.of(workerId);
    return seen && { sinceMs: seen.sinceMs + offsetMs() };
  };
  const open = () =>
    remoteNotices({
      activities: cache.byRef('activity', REMOTE),
      presenceOf,
      isDismissed: (noticeId) => dismissed.get(noticeId) !== undefined,
      nowMs: clock.nowMs() + offsetMs(),
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
          atMs: atMs - offsetMs(),
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
