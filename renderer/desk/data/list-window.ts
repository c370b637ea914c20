import type { DeskBridge } from '../../../preload/contract.ts';
import type { ListRequest } from '../../../preload/list-views.ts';
import type { FeedRow, GrantedRow, InsideRow, ListName, ScheduledRow, WorkingRow } from '../../../preload/views.ts';
import { makeSignal, type Signal } from './signal.ts';

export interface ListRows {
  readonly feed: FeedRow;
  readonly scheduled: ScheduledRow;
  readonly granted: GrantedRow;
  readonly inside: InsideRow;
  readonly working: WorkingRow;
  readonly refused: FeedRow;
}

/** What is known of one list: only the pages that were on screen, by page number. */
export interface ListView<L extends ListName> {
  /** Undefined until the first answer. */
  readonly total: number | undefined;
  /** More match than were looked for. */
  readonly more: boolean;
  readonly pages: ReadonlyMap<number, readonly ListRows[L][]>;
  readonly unanswered: boolean;
}

/** How a list is asked for; what is not chosen is not there. */
export type Arranged = Pick<ListRequest, 'sort' | 'filters'>;

export interface ListWindow<L extends ListName> {
  readonly view: Signal<ListView<L>>;
  /** The rows on screen, as indexes; `end` is exclusive. */
  readonly show: (start: number, end: number) => void;
  readonly search: (query: string) => void;
  /** Another order or choice of the same list. */
  readonly arrange: (arranged: Arranged) => void;
  /** The list changed in main: what is on screen is asked for again, the rest is forgotten. */
  readonly refresh: () => void;
  /** The row of an index, where its page is known. */
  readonly rowAt: (index: number) => ListRows[L] | undefined;
  /** Nothing is asked before this, nor after `stop`; a stopped window can start again. */
  readonly start: () => void;
  readonly stop: () => void;
}

const PAGE_ROWS = 100;
/** Main answers no more than this many rows at once (listRequestSchema). */
const MOST_ROWS = 500;
/** Pushes and scrolling that come closer together than this are answered by one question. */
export const COALESCE_MS = 60;

const empty = { total: undefined, more: false, pages: new Map(), unanswered: false };

/** A window onto a list of any length: asks main for visible pages alone, one question at a time. */
export function makeListWindow<L extends ListName>(
  bridge: Pick<DeskBridge, 'getList'>,
  list: L,
  pageRows = PAGE_ROWS,
): ListWindow<L> {
  const view = makeSignal<ListView<L>>(empty);
  let query = '';
  let arranged: Arranged = {};
  let visible = { first: 0, last: 0 };
  let stale = true;
  let asking = false;
  let stopped = true;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const wanted = (): number[] => {
    const pages: number[] = [];
    for (let page = visible.first; page <= visible.last; page++) {
      if (stale || !view.get().pages.has(page)) pages.push(page);
    }
    return pages;
  };

  async function ask(): Promise<void> {
    if (asking || stopped) return;
    const pages = wanted();
    const [first] = pages;
    if (first === undefined) return;
    const last = Math.min(pages.at(-1) ?? first, first + Math.floor(MOST_ROWS / pageRows) - 1);
    const asked = { query, arranged, refreshing: stale };
    stale = false;
    asking = true;
    try {
      const answer = await bridge.getList({
        list,
        query,
        ...arranged,
        offset: first * pageRows,
        limit: (last - first + 1) * pageRows,
      });
      const page = answer[list];
      if (!page) throw new Error(`no ${list} in the answer for ${list}`);
      if (!stopped && asked.query === query && asked.arranged === arranged) {
        // The compiler cannot tie a list's name to its rows through an index; listAnswerSchema does.
        const rows = page.rows as unknown as readonly ListRows[L][];
        const known = new Map(asked.refreshing ? [] : view.get().pages);
        for (let at = first; at <= last; at++) {
          known.set(at, rows.slice((at - first) * pageRows, (at - first + 1) * pageRows));
        }
        view.set({ total: page.total, more: page.more ?? false, pages: known, unanswered: false });
      }
    } catch {
      stale ||= asked.refreshing;
      if (!stopped) view.set({ ...view.get(), unanswered: true });
    } finally {
      asking = false;
      if (!stopped && wanted().length > 0 && !view.get().unanswered) soon();
    }
  }

  function soon(): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      void ask();
    }, COALESCE_MS);
  }

  return {
    view,
    show(start, end) {
      visible = { first: Math.floor(start / pageRows), last: Math.floor(Math.max(start, end - 1) / pageRows) };
      if (wanted().length > 0) soon();
    },
    search(next) {
      if (next === query) return;
      query = next;
      visible = { first: 0, last: 0 };
      stale = true;
      soon();
    },
    arrange(next) {
      if (JSON.stringify(next) === JSON.stringify(arranged)) return;
      arranged = next;
      visible = { first: 0, last: 0 };
      stale = true;
      soon();
    },
    refresh() {
      stale = true;
      soon();
    },
    rowAt: (index) => view.get().pages.get(Math.floor(index / pageRows))?.[index % pageRows],
    start() {
      stopped = false;
      void ask();
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
