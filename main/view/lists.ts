import { attendanceRules } from '../../core/site/attendance.ts';
import { policySchema } from '../../core/site/entities.ts';
import type { FoundPeople, ListAsk, ListName, ListRequest } from '../../preload/list-views.ts';
import type { FeedRow, ListAnswer } from '../../preload/views.ts';
import { createOpenRefusal } from '../acts/open-refusal.ts';
import type { Cache } from '../cache/cache.ts';
import { memoByRevision } from '../cache/memo-by-revision.ts';
import type { Projections } from '../journal/projections.ts';
import { createActs } from '../lists/acts.ts';
import { createFind } from '../lists/find.ts';
import { createInsideTable } from '../lists/inside-table.ts';
import { createPatience } from '../lists/patience.ts';
import { createPeople, type PeopleList } from '../lists/people.ts';
import { createRows } from '../lists/rows.ts';
import { createSearch } from '../lists/search.ts';
import type { Selection } from '../lists/selection.ts';
import { createTurns, type Turns } from '../lists/turns.ts';
import type { SitePresences } from '../presence/site-presence.ts';
import type { Scope } from '../scope.ts';
import type { Sqlite } from '../sqlite.ts';
import { feedRow } from './feed.ts';

export interface ListParts {
  readonly db: Sqlite;
  readonly cache: Cache;
  readonly projections: Projections;
  readonly presence: Pick<SitePresences, 'of' | 'inside' | 'insideCount' | 'gateName' | 'heardRevision'>;
  readonly locationId: string;
  /** Central has the event of this number. */
  readonly isDelivered: (seq: number) => boolean;
  /** C1; default: this place. */
  readonly scope?: Scope;
  readonly turns?: Turns;
  /** A list is not what was last answered. */
  readonly changed?: () => void;
}
export interface Counts {
  readonly scheduled: number;
  readonly granted: number;
  readonly inside: number;
  readonly working: number;
  readonly refused: number;
}
export interface Lists {
  /** What can be said of a page within some milliseconds; `more`: there are more rows than were counted so far. */
  readonly page: (request: ListRequest, nowMs: number) => ListAnswer;
  /** The same with patience, a few milliseconds at a time; what is not counted even then is told by `changed`. */
  readonly answer: (request: ListRequest, nowMs: number) => Promise<ListAnswer>;
  /** All rows that match, some at a time, which ones and in which order as it was when it began. */
  readonly everything: (ask: ListAsk, nowMs: number) => AsyncGenerator<ListAnswer>;
  readonly counts: (nowMs: number) => Counts;
  readonly historyOf: (workerId: string, limit: number) => FeedRow[];
  readonly find: (query: string, beside: ListName | undefined, nowMs: number) => Promise<FoundPeople>;
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

const ROWS_A_TURN = 100;
type Part = Pick<ListRequest, 'offset' | 'limit'>;

export function createLists(parts: ListParts): Lists {
  const { db, cache, isDelivered } = parts;
  const { locationId, scope = () => [locationId], turns = createTurns(db), changed = () => undefined } = parts;
  const rules = memoByRevision(cache.revision, () => {
    const [policy] = cache.byRef('policy', parts.locationId);
    return attendanceRules(policy ?? policySchema.parse({ id: 'default', locationId: parts.locationId }));
  });
  const search = createSearch(db);
  const lastSeq = db.prepare<[], number | null>('select max(seq) from event').pluck();
  const bringInside = createInsideTable(db, parts.presence);
  const newest = (): number => lastSeq.get() ?? 0;
  const people = createPeople({ ...parts, rules, search, bringInside, lastSeq: newest });
  const find = createFind({ ...parts, search, bringInside, lastSeq: newest });
  const rows = createRows({ ...parts, rules });
  const acts = createActs({ db, locationId, scope, search, row: (event) => feedRow(event, cache, isDelivered) });

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

  let isBringing = false;
  /** Brings the lists up to now: some of it at once, the rest by turns. */
  const bring = (nowMs: number): void => {
    let isBrought = people.bring(nowMs, turns.end());
    if (isBrought || isBringing) return;
    isBringing = true;
    void turns
      .until(
        () => isBrought,
        (untilMs) => (isBrought = people.bring(nowMs, untilMs)),
      )
      .then((isOpen) => {
        isBringing = false;
        if (isOpen) changed();
      });
  };
  const select = (list: PeopleList, ask: ListAsk, nowMs: number): Selection => {
    bring(nowMs);
    const selection = people.select(list, ask, nowMs);
    selection.look(turns.end());
    return selection;
  };
  const patience = createPatience(turns, changed);
  const askedLast = new Map<ListName, string>();
  const latest = new Map<ListName, Selection>();
  const isAsBefore = ({ list, query, sort, filters }: ListRequest): boolean => {
    const [ask, before] = [JSON.stringify([query, sort, filters]), askedLast.get(list)];
    askedLast.set(list, ask);
    return ask === before;
  };

  const filled = (list: PeopleList, selection: Selection, { offset, limit }: Part, nowMs: number): ListAnswer => {
    const keys = selection.keys(offset, limit);
    const rest = { total: selection.total(), ...(selection.isCounted() ? {} : { more: true }) };
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
  };
  const page: Lists['page'] = (request, nowMs) => {
    const { list } = request;
    if (list === 'feed') return { feed: withOpen(acts.feed(request), nowMs) };
    if (list === 'refused') return { refused: withOpen(acts.refused(request, nowMs), nowMs) };
    return filled(list, select(list, request, nowMs), request, nowMs);
  };

  async function* allActs(ask: ListAsk, nowMs: number): AsyncGenerator<ListAnswer> {
    for (let offset = 0; db.open; offset += ROWS_A_TURN) {
      const answer = page({ ...ask, offset, limit: ROWS_A_TURN }, nowMs);
      yield answer;
      if (offset + ROWS_A_TURN >= (answer[ask.list]?.total ?? 0)) return;
      await turns.turn();
    }
  }
  async function* allPeople(list: PeopleList, ask: ListAsk, nowMs: number): AsyncGenerator<ListAnswer> {
    let isBrought = false;
    await turns.until(
      () => isBrought,
      (untilMs) => (isBrought = people.bring(nowMs, untilMs)),
    );
    if (!db.open) return;
    const selection = people.select(list, ask, nowMs);
    for (let offset = 0; db.open; offset += ROWS_A_TURN) {
      const next = offset + ROWS_A_TURN;
      await turns.until(() => selection.reaches(next + 1), selection.look);
      yield filled(list, selection, { offset, limit: ROWS_A_TURN }, nowMs);
      if (selection.keys(next, 1).length === 0) return;
      await turns.turn();
    }
  }

  return {
    page,
    async answer(request, nowMs) {
      const { list, offset, limit } = request;
      if (list === 'feed' || list === 'refused') return page(request, nowMs);
      bring(nowMs);
      const selection = people.select(list, request, nowMs);
      const isAgain = isAsBefore(request);
      // What was typed before is counted no further: it would have every other turn.
      latest.set(list, selection);
      await patience(selection, offset + limit, () => latest.get(list) === selection, isAgain);
      await turns.turn();
      return filled(list, selection, request, nowMs);
    },
    everything: (ask, nowMs) =>
      ask.list === 'feed' || ask.list === 'refused' ? allActs(ask, nowMs) : allPeople(ask.list, ask, nowMs),
    counts(nowMs) {
      bring(nowMs);
      return {
        scheduled: people.count('scheduled', nowMs),
        granted: people.count('granted', nowMs),
        inside: people.count('inside', nowMs),
        working: people.count('working', nowMs),
        refused: acts.refusedCount(nowMs),
      };
    },
    historyOf: acts.historyOf,
    async find(query, beside, nowMs) {
      const found = find.select(query, beside, nowMs);
      await patience(found, 0, () => find.isKept(found));
      return find.shown(found);
    },
    choices: () => ({ contractors: byName(cache.all('contractor')), clients: byName(cache.all('client')) }),
  };
}
