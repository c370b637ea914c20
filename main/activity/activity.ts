import { knownEvent, type EventEnvelope } from '../../core/event/event.ts';
import type { Activity as Told } from '../../core/site/entities.ts';
import { dayAround } from '../../core/site/day.ts';
import { leftSign } from '../../core/checkout/signs.ts';
import { CODES, type Code } from '../../core/codes.ts';
import type {
  ActFilters,
  ActRow,
  ActsAsk,
  ActsPage,
  ActStory,
  ComplianceView,
  DashboardAsk,
  DashboardView,
  StoryAsk,
} from '../../preload/activity-views.ts';
import type { Leavers } from '../checkout/leavers.ts';
import type { Ground } from '../ground.ts';
import { eventFromRow, type EventRow } from '../journal/journal.ts';
import { createScope } from '../scope.ts';
import { feedRow, personName } from '../view/feed.ts';
import { createPatience } from '../lists/patience.ts';
import { createSearch } from '../lists/search.ts';
import { createTurns } from '../lists/turns.ts';
import { createActKeys, isOfPeople, type ActKey, type ActStrands } from './act-keys.ts';
import { createCompliance } from './compliance.ts';
import { todaysFigures } from './figures.ts';
import { merged, type Merged } from './merged.ts';
import { createStory } from './story.ts';

/** Some of the acts of a file, and how many it will have. */
export interface ActsPiece {
  readonly rows: readonly ActRow[];
  readonly total: number;
}
export interface Activity {
  readonly listActs: (ask: ActsAsk) => Promise<ActsPage>;
  /** All that match, as they are when it begins, by turns; ends early when nobody wants them any more. */
  readonly everything: (filters: ActFilters, isWanted: () => boolean) => AsyncGenerator<ActsPiece>;
  readonly getActStory: (ask: StoryAsk) => ActStory | null;
  readonly getCompliance: () => Promise<ComplianceView>;
  /** Of one of the user's places, or of all. */
  readonly getDashboard: (ask: DashboardAsk) => DashboardView;
}

/** Acts that one turn of a file reads. */
const PIECE = 100;

/** All that was done, over all of the user's places: this gate's own journal, and what central told of the others (C1). */
export function createActivity(
  ground: Ground,
  leavers: Leavers,
  turns = createTurns(ground.db),
  changed: () => void = () => undefined,
): Activity {
  const { db, cache, clock, identity, journal, presence } = ground;
  const findActs = createActKeys(db, createSearch(db));
  const patience = createPatience(turns, changed);
  const figures = todaysFigures(ground);
  const bySeq = db.prepare<[number], EventRow>('select seq, body, hash from event where seq = ?');
  const offsetMs = (): number => clock.offsetMs() ?? 0;
  const userName = (userId: string | undefined): string | undefined =>
    userId === undefined ? undefined : cache.get('user', userId)?.name;
  const scope = createScope(ground);
  const placeName = (id: string): string | undefined => cache.get('location', id)?.name;

  const placeOf = (id: string) => ({ id, name: placeName(id) ?? id });
  const gatesOf = (places: readonly string[]): ActsPage['gates'] =>
    cache
      .all('gate')
      .filter(({ locationId }) => places.includes(locationId))
      .map(({ id, name, locationId }) => ({ id, name, locationId }));

  const isOpen = (workerId: string | undefined, type: string, locationId: string, atMs: number): boolean =>
    type === 'presence.checked_in' && workerId !== undefined && presence.insideSince(workerId, locationId) === atMs;
  const around = (gateId: string, locationId: string, userId: string | undefined) => {
    const [gateName, locationName, byName] = [presence.gateName(gateId), placeName(locationId), userName(userId)];
    return {
      locationId,
      ...(gateName === undefined ? {} : { gateName }),
      ...(locationName === undefined ? {} : { locationName }),
      ...(byName === undefined ? {} : { byName }),
    };
  };
  const ownRow = (event: EventEnvelope): ActRow => {
    const known = knownEvent(event);
    const row = feedRow(event, cache, ground.isDelivered);
    const data: Readonly<Record<string, unknown>> = known?.data ?? {};
    const at = typeof data['atLocationId'] === 'string' ? data['atLocationId'] : event.locationId;
    return {
      ...row,
      ...around(event.gateId, at, event.actor.userId),
      ...(typeof data['mode'] === 'string' ? { mode: data['mode'] } : {}),
      estimated: data['estimated'] === true,
      canCheckOut: isOpen(row.workerId, event.type, at, row.atMs),
    };
  };
  const toldRow = (told: Told): ActRow => {
    const { id, type, workerId, gateId, locationId, mode, userId } = told;
    const atMs = Date.parse(told.occurredAt) - offsetMs();
    const code = told.code !== undefined && told.code in CODES ? (told.code as Code) : undefined;
    return {
      eventId: id,
      seq: 0,
      atMs,
      type,
      kind: code === undefined ? 'note' : CODES[code],
      ...(code === undefined ? {} : { code }),
      ...(workerId === undefined ? {} : { workerId, ...personName(cache, workerId) }),
      notes: [],
      delivered: true,
      facts: {},
      ...around(gateId, locationId, userId),
      ...(mode === undefined ? {} : { mode }),
      estimated: false,
      canCheckOut: isOpen(workerId, type, locationId, atMs),
    };
  };

  const toldAct = (id: string): Told | undefined => cache.get('activity', id) ?? presence.toldAct(id);
  const getActStory = createStory(ground, {
    own: ownRow,
    told(id) {
      const told = toldAct(id);
      return told && { row: toldRow(told), centralAtMs: Date.parse(told.occurredAt) };
    },
  });

  let acts: { readonly at: string; readonly strands: ActStrands } | undefined;
  let kept: { readonly at: string; readonly found: Merged<ActKey> } | undefined;
  /** One's own acts are counted once, and those that are done meanwhile are added; what is told is looked for anew with all of them. */
  const find = (filters: ActFilters): Merged<ActKey> => {
    const asked = JSON.stringify([filters, scope(), isOfPeople(filters) ? cache.revision() : 0]);
    if (acts?.at !== asked || !acts.strands.own.follow())
      acts = { at: asked, strands: findActs(filters, scope(), identity) };
    const at = JSON.stringify([asked, cache.revision(), journal.lastSeq(), presence.heardRevision()]);
    if (kept?.at !== at) kept = { at, found: merged([...acts.strands.own.strands, ...acts.strands.told()]) };
    return kept.found;
  };
  const rowOf = ({ seq, id }: ActKey): ActRow[] => {
    const event = seq === null ? undefined : bySeq.get(seq);
    const told = id === null ? undefined : toldAct(id);
    return [...(event ? [ownRow(eventFromRow(event))] : []), ...(told ? [toldRow(told)] : [])];
  };
  /** Of somebody whom another place let in, the gate is not known here. */
  const gateOf = (workerId: string): string => presence.of(workerId)?.gateId ?? identity.gateId;
  /** B4: those inside now, by the coming in that they are inside by. */
  const checkedIn = (ask: ActsAsk): { readonly rows: ActRow[]; readonly total: number } => {
    const { clientId, ...others } = ask;
    const isOfClient = (workerId: string): boolean =>
      clientId === undefined || cache.byWorker('connection', workerId).some((one) => one.clientId === clientId);
    const all = leavers
      .matching(others, scope(), clock.nowMs())
      .filter(({ workerId }) => isOfClient(workerId))
      .filter(({ sinceMs }) => sinceMs >= (ask.fromMs ?? 0) && sinceMs < (ask.untilMs ?? Number.POSITIVE_INFINITY))
      .filter(({ workerId }) => ask.gateId === undefined || gateOf(workerId) === ask.gateId)
      .toSorted((a, b) => b.sinceMs - a.sinceMs);
    const rows = all.slice(ask.offset, ask.offset + ask.limit).map((one): ActRow => {
      const { workerId, locationId, sinceMs } = one;
      const name = personName(cache, workerId);
      return {
        // Of somebody whom another place let in, the act itself may be unknown here.
        eventId: (locationId === identity.locationId && presence.of(workerId)?.eventId) || `${locationId} ${workerId}`,
        seq: 0,
        atMs: sinceMs,
        type: 'presence.checked_in',
        kind: 'come_in',
        workerId,
        ...name,
        notes: [],
        delivered: true,
        facts: {},
        ...around(gateOf(workerId), locationId, undefined),
        estimated: false,
        canCheckOut: true,
      };
    });
    return { rows, total: all.length };
  };

  return {
    async listActs(ask) {
      const { offset, limit, ...filters } = ask;
      const places = { locations: scope().map(placeOf), gates: gatesOf(scope()) };
      if (ask.status === 'checked_in') return { ...checkedIn(ask), more: false, ...places };
      const found = find(filters);
      await patience(found, offset + limit, () => kept?.found === found);
      await turns.turn();
      const rows = found.keys(offset, limit).flatMap(rowOf);
      return { rows, total: found.total(), more: !found.isCounted(), ...places };
    },
    async *everything(filters, isWanted) {
      if (filters.status === 'checked_in') {
        const { rows, total } = checkedIn({ ...filters, offset: 0, limit: Number.MAX_SAFE_INTEGER });
        for (let at = 0; at < rows.length; at += PIECE) yield { rows: rows.slice(at, at + PIECE), total };
        return;
      }
      const { own, told } = findActs(filters, scope(), identity);
      const found = merged([...own.strands, ...told()]);
      await turns.until(() => found.isCounted() || !isWanted(), found.look);
      for (let at = 0; at < found.total() && isWanted(); at += PIECE) {
        await turns.turn();
        if (!db.open) return;
        yield { rows: found.keys(at, PIECE).flatMap(rowOf), total: found.total() };
      }
    },
    getActStory,
    getCompliance: createCompliance(ground, turns),
    getDashboard({ locationId }) {
      const nowMs = clock.nowMs();
      const all = leavers.matching({ query: '' }, scope(), nowMs);
      const places = scope().filter((id) => locationId === undefined || id === locationId);
      const inside = all.filter((one) => places.includes(one.locationId));
      const { startMs, endMs } = dayAround(nowMs, cache.get('location', identity.locationId)?.timeZone ?? 'UTC');
      const isOver = (one: (typeof inside)[number]): boolean =>
        leftSign({ nowMs, lastSeenMs: one.sinceMs, shiftEndsAtMs: one.shiftEndsAtMs }) !== 'at_work';
      return {
        checkedIn: inside.length,
        places: scope().map((id) => ({
          ...placeOf(id),
          checkedIn: all.filter((one) => one.locationId === id).length,
        })),
        ...figures(startMs, endMs, places),
        overstaying: inside.filter(isOver).length,
      };
    },
  };
}
