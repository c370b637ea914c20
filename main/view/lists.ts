import type { FoundPeople, ListName, ListRequest } from '../../preload/list-views.ts';
import type { FeedRow, ListAnswer } from '../../preload/views.ts';
import { createOpenRefusal } from '../acts/open-refusal.ts';
import type { Cache } from '../cache/cache.ts';
import type { Projections } from '../journal/projections.ts';
import { createActs } from '../lists/acts.ts';
import { createFind } from '../lists/find.ts';
import { createInsideTable } from '../lists/inside-table.ts';
import { createPeople } from '../lists/people.ts';
import { createRows } from '../lists/rows.ts';
import { createSearch } from '../lists/search.ts';
import type { SitePresences } from '../presence/site-presence.ts';
import type { Sqlite } from '../sqlite.ts';
import { feedRow } from './feed.ts';

export interface ListParts {
  readonly db: Sqlite;
  readonly cache: Cache;
  readonly projections: Projections;
  readonly presence: Pick<SitePresences, 'of' | 'inside' | 'insideCount' | 'gateName'>;
  readonly locationId: string;
  /** Central has the event of this number. */
  readonly isDelivered: (seq: number) => boolean;
}
export interface Counts {
  readonly scheduled: number;
  readonly granted: number;
  readonly inside: number;
  readonly working: number;
  readonly refused: number;
}
export interface Lists {
  readonly page: (request: ListRequest, nowMs: number) => ListAnswer;
  readonly counts: (nowMs: number) => Counts;
  readonly historyOf: (workerId: string, limit: number) => FeedRow[];
  readonly find: (query: string, beside: ListName | undefined, nowMs: number) => FoundPeople;
  /** Companies and clients that a list can be narrowed to, by name. */
  readonly choices: () => ListChoices;
}

export interface ListChoices {
  readonly contractors: { readonly id: string; readonly name: string }[];
  readonly clients: { readonly id: string; readonly name: string }[];
}

const named = ({ id, name }: { readonly id: string; readonly name: string }) => ({ id, name });
const byName = (all: readonly { readonly id: string; readonly name: string }[]) =>
  all.map(named).toSorted((a, b) => a.name.localeCompare(b.name));

export function createLists(parts: ListParts): Lists {
  const { db, cache, isDelivered } = parts;
  const search = createSearch(db);
  const lastSeq = db.prepare<[], number | null>('select max(seq) from event').pluck();
  const bringInside = createInsideTable(db, parts.presence);
  const people = createPeople({ ...parts, search, bringInside, lastSeq: () => lastSeq.get() ?? 0 });
  const find = createFind({ ...parts, search, bringInside });
  const rows = createRows(parts);
  const acts = createActs({ db, search, row: (event) => feedRow(event, cache, isDelivered) });
  const openRefusal = createOpenRefusal(db);
  const isOpen = ({ type, eventId, workerId }: FeedRow, nowMs: number): boolean =>
    type === 'access.refused' &&
    workerId !== undefined &&
    openRefusal(workerId, nowMs)?.refusalId === eventId &&
    parts.presence.of(workerId)?.inside !== true;
  /** The refusals among the rows that can be answered for say so. */
  const withOpen = <P extends { rows: FeedRow[] }>(page: P, nowMs: number): P => ({
    ...page,
    rows: page.rows.map((row) => (isOpen(row, nowMs) ? { ...row, isOpen: true } : row)),
  });

  return {
    page(request, nowMs) {
      const { list } = request;
      if (list === 'feed') return { feed: withOpen(acts.feed(request), nowMs) };
      if (list === 'refused') return { refused: withOpen(acts.refused(request, nowMs), nowMs) };
      const { keys, ...rest } = people.page(list, request, nowMs);
      switch (list) {
        case 'scheduled':
          return { scheduled: { rows: rows.scheduled(keys, nowMs), ...rest } };
        case 'granted':
          return { granted: { rows: rows.granted(keys), ...rest } };
        case 'inside':
          return { inside: { rows: rows.inside(keys), ...rest } };
        case 'working':
          return { working: { rows: rows.working(keys, nowMs), ...rest } };
      }
    },
    counts: (nowMs) => ({
      scheduled: people.count('scheduled', nowMs),
      granted: people.count('granted', nowMs),
      inside: people.count('inside', nowMs),
      working: people.count('working', nowMs),
      refused: acts.refusedCount(nowMs),
    }),
    historyOf: acts.historyOf,
    find,
    choices: () => ({ contractors: byName(cache.all('contractor')), clients: byName(cache.all('client')) }),
  };
}
