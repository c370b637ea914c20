import type { FeedRow } from '../../../preload/views.ts';
import { isOutcome } from '../parts/kind.tsx';
import { useList } from './use-list.ts';

/** One badge makes a few lines (granted, in, door), a loose cable many: this many hold the newest outcome all the same. */
const NEWEST_ROWS = 60;

/** The newest line of the journal that answers a badge, unless it was taken back (G6). */
export function useLastOutcome(): FeedRow | undefined {
  const { view, rowAt } = useList('feed', '', NEWEST_ROWS);
  const undone = new Set<string>();
  for (let at = 0; at < Math.min(NEWEST_ROWS, view.total ?? 0); at++) {
    const row = rowAt(at);
    if (row?.undoes !== undefined) undone.add(row.undoes);
    if (row && isOutcome(row.kind) && row.type !== 'access.granted' && !undone.has(row.eventId)) return row;
  }
  return undefined;
}
