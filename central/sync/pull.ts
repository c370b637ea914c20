import type { Change, ChangesAnswer } from '../../core/sync/wire.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { FeedRow, Rows } from '../store/store.ts';
import { followCursor, formatCursor } from './cursor.ts';

/** One page of what a location's gates should know. A record that changes while a gate pages moves to the end of the feed. */
export async function pull(
  rows: Rows,
  place: { readonly epoch: string; readonly locationId: string; readonly deviceId: string },
  query: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<Result<Omit<ChangesAnswer, 'serverTime'>, 'cursor_expired'>> {
  const { epoch, locationId } = place;
  const head = await rows.feed.headRev(locationId);
  const from =
    query.cursor === undefined
      ? { epoch, locationId, rev: 0, begunAtRev: head }
      : await followCursor(rows, query.cursor, epoch, locationId);
  if (from === undefined) return fail('cursor_expired');
  if (query.cursor === undefined) {
    const barred = await barredFirst(rows, locationId, query.limit);
    if (barred.length > 0) return ok({ changes: barred, cursor: formatCursor(from), hasMore: true });
  }
  const found = await rows.feed.after(locationId, from.rev, query.limit + 1);
  const page = found.slice(0, query.limit);
  const hasMore = found.length > page.length;
  const reached = hasMore ? (page.at(-1)?.rev ?? from.rev) : head;
  // A gate that starts from nothing has nothing to delete.
  const told = from.rev === 0 ? page.filter((row) => row.op === 'put') : page;
  const changes: Change[] = told.filter((row) => !isOwnAct(row, place.deviceId)).map((row) => ({ ...row }));
  const cursor = formatCursor({ ...from, rev: reached });
  if (hasMore) return ok({ changes, cursor, hasMore });
  return ok({ changes, cursor, hasMore, eventsTo: await rows.events.highestSeq(place.deviceId) });
}

/**
 * A gate that starts from nothing, or beside an old copy, hears first who may no longer come in, where all the rest takes longer than
 * one page. It hears it once more in its place: saying a thing twice does no harm.
 */
async function barredFirst(rows: Rows, locationId: string, limit: number): Promise<Change[]> {
  const fitsInOnePage = (await rows.feed.after(locationId, 0, limit + 1)).length <= limit;
  return fitsInOnePage ? [] : (await rows.feed.barred(locationId, limit)).map((row) => ({ ...row }));
}

/** A gate has its own acts in its journal: it is told of the others' only. */
const isOwnAct = ({ entity, data }: FeedRow, deviceId: string): boolean =>
  entity === 'activity' && data?.['deviceId'] === deviceId;
