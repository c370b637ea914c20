import type { Log } from '../log.ts';
import type { AttachedCache } from './open.ts';

/** An upgrade in the log: how much of the cache went on, what of it did not fit, whether central is asked for all of it. */
export function tellRenewed(log: Log, { renewed, asksAnew }: AttachedCache): void {
  if (renewed) {
    log.info({ kept: renewed.kept, dropped: renewed.dropped.length }, 'the cache of another version was taken over');
    for (const { entity, id, why } of renewed.dropped) log.error({ entity, id, why }, 'a stored record no longer fits');
  }
  if (asksAnew) log.info('this version understands other things of what central tells: all of it is asked for anew');
}
