import type { SyncReport } from '../../core/sync/step.ts';
import type { DeskStatus } from '../../preload/views.ts';
import type { Clock } from '../clock.ts';

/** The loop's own clock never jumps; screens want the wall's. */
export function connectionView(
  report: SyncReport | undefined,
  centralUrl: string,
  clock: Clock,
  /** Acts that central has something against and staff have not looked at yet. */
  toLookAt: { readonly flagged: number; readonly setAside: number },
  lastPullMs: number | undefined,
): DeskStatus['connection'] {
  const wall = (monotonicMs: number): number => clock.nowMs() - (clock.monotonicMs() - monotonicMs);
  const offsetMs = clock.offsetMs();
  return {
    state: report?.state ?? 'connecting',
    sinceMs: report ? wall(report.sinceMs) : clock.nowMs(),
    ...(report?.code === undefined ? {} : { code: report.code }),
    centralUrl,
    waiting: report?.waiting ?? 0,
    ...toLookAt,
    ...(report?.lastPushMs === undefined ? {} : { lastPushMs: wall(report.lastPushMs) }),
    ...(lastPullMs === undefined ? {} : { lastPullMs }),
    ...(offsetMs === null ? {} : { clockOffsetMs: offsetMs }),
  };
}
