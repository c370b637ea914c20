import type { FaultCode } from '../codes.ts';
import type { Line } from './line.ts';
import type { PullPipe } from './pull-pipe.ts';
import type { PushPipe } from './push-pipe.ts';

/** What screens say about the line to central. Times are of the clock of the inputs. */
export interface SyncReport {
  readonly state: Line['state'];
  readonly sinceMs: number;
  /** What is wrong; absent while all is well. */
  readonly code?: FaultCode;
  /** Events that central does not have yet, those set aside included. */
  readonly waiting: number;
  /** Events that central would not take more than once, while it took others. They are tried again from time to time. */
  readonly setAside: number;
  readonly lastPushMs?: number;
  /** When everything that central had was last fetched: the age of the data counts from here. */
  readonly lastPullMs?: number;
}

export function reportOf({ line, push, pull }: { line: Line; push: PushPipe; pull: PullPipe }): SyncReport {
  const code = push.fault ?? pull.fault;
  return {
    state: line.state,
    sinceMs: line.sinceMs,
    ...(code === undefined ? {} : { code }),
    waiting: push.headSeq - push.settledTo + push.setAside.length,
    setAside: push.setAside.filter((item) => item.tries > 1).length,
    ...(push.lastGoodMs === undefined ? {} : { lastPushMs: push.lastGoodMs }),
    ...(pull.lastGoodMs === undefined ? {} : { lastPullMs: pull.lastGoodMs }),
  };
}

export function sameReport(a: SyncReport, b: SyncReport | undefined): boolean {
  const keys = ['state', 'sinceMs', 'code', 'waiting', 'setAside', 'lastPushMs', 'lastPullMs'] as const;
  return b !== undefined && keys.every((key) => a[key] === b[key]);
}
