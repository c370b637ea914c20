/** C4: a day's hours from its acts. Central keeps them so, and a gate that can't reach it counts in the same way. */
import type { Location } from '../site/entities.ts';
import type { Timesheet, WorkAct } from '../site/portal.ts';
import { dateAt, dayOf, staysBegunOn } from '../time-on-site/day.ts';
import { hoursOf, type HourRules } from '../time-on-site/hours.ts';
import { staysOf, type Stay } from '../time-on-site/stays.ts';
import { isoOf, passagesOfActs } from './acts.ts';

/** Whose hours, where, and by which rules. */
export interface SheetOf {
  readonly workerId: string;
  readonly locationId: string;
  readonly timeZone: string;
  readonly rules: HourRules;
  /** The same on every gate and at central, so that all of them mean the same record. */
  readonly idOf: (day: string) => string;
  /** Whose work it was. */
  readonly clientOf: (workOrderIds: readonly string[]) => string | undefined;
  readonly workerName?: string | undefined;
}

/** By what people came for; where that says nothing, by the place, if it has one client. `clients`: of work, by its id. */
export const clientAt =
  ({ clientIds }: Pick<Location, 'clientIds'>, clients: ReadonlyMap<string, string>): SheetOf['clientOf'] =>
  (workOrderIds) =>
    workOrderIds.map((id) => clients.get(id)).find((id) => id !== undefined) ??
    (clientIds.length === 1 ? clientIds[0] : undefined);

/** How many days around an act are looked at: hardly anybody's stay is longer. */
export const REACH_DAYS = 8;
/** How far beyond them is looked where a stay has no beginning or no end among them: who was forgotten inside for weeks is found. */
export const FAR_DAYS = 62;

/** The days whose sheets have to be at hand when these acts are added, YYYY-MM-DD. */
export function daysAround(acts: readonly Pick<WorkAct, 'at'>[], timeZone: string): string[] {
  const times = acts.map(({ at }) => Date.parse(at));
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const days = new Set<string>();
  for (let ms = first - REACH_DAYS * DAY_MS; ms <= last + REACH_DAYS * DAY_MS; ms += DAY_MS / 2)
    days.add(dateAt(ms, timeZone));
  return [...days];
}
const DAY_MS = 24 * 3_600_000;

/**
 * The days whose sheets have to be at hand besides, because a stay goes beyond those around the acts: before them, when somebody leaves
 * of whom no coming in is known there; after them, when nobody is known to have left. None, as a rule. @param lastDay nobody has worked after it
 */
export function daysBeyond(
  known: readonly Timesheet[],
  added: readonly WorkAct[],
  timeZone: string,
  lastDay: string,
): string[] {
  if (added.length === 0) return [];
  const times = added.map(({ at }) => Date.parse(at));
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const passages = passagesOfActs([...known.flatMap(({ acts }) => acts), ...added]);
  const firstInMs = passages.find(({ kind }) => kind === 'in')?.atMs ?? Number.POSITIVE_INFINITY;
  const isCut = added.some(({ kind, at }) => kind !== 'in' && Date.parse(at) < firstInMs);
  const hasLater = dateAt(last + REACH_DAYS * DAY_MS, timeZone) < lastDay;
  const days = new Set<string>();
  const add = (fromMs: number, toMs: number): void => {
    for (let ms = fromMs; ms <= toMs; ms += DAY_MS / 2) days.add(dateAt(ms, timeZone));
  };
  if (isCut) add(first - FAR_DAYS * DAY_MS, first - REACH_DAYS * DAY_MS);
  if (hasLater && staysOf(passages).at(-1)?.toMs === undefined)
    add(last + REACH_DAYS * DAY_MS, last + FAR_DAYS * DAY_MS);
  return [...days].filter((day) => day <= lastDay);
}

/**
 * The sheets as they are with these acts: all that there were around them, and new ones. An act that is there already changes nothing.
 * What was approved stays as it was approved (see `laidOver`).
 */
export function sheetsWith(known: readonly Timesheet[], added: readonly WorkAct[], of: SheetOf): Timesheet[] {
  const all = new Map([...known.flatMap(({ acts }) => acts), ...added].map((act) => [act.eventId, act]));
  const acts = [...all.values()].toSorted(inTime);
  const byDay = new Map<string, WorkAct[]>();
  for (const act of acts) {
    const day = dateAt(Date.parse(act.at), of.timeZone);
    byDay.set(day, [...(byDay.get(day) ?? []), act]);
  }
  const stays = staysOf(passagesOfActs(acts));
  const days = new Set([...known.map(({ day }) => day), ...byDay.keys()]);
  return [...days].toSorted().map((day) =>
    laidOver(
      known.find((sheet) => sheet.day === day),
      countedSheet(day, staysBegunOn(stays, dayOf(day, of.timeZone)), byDay.get(day) ?? [], of),
    ),
  );
}

const inTime = (a: WorkAct, b: WorkAct): number => (a.at < b.at || (a.at === b.at && a.eventId < b.eventId) ? -1 : 1);

/** Only stays that have ended count: so the hours are the same whenever they are counted. */
function countedSheet(day: string, stays: readonly Stay[], acts: readonly WorkAct[], of: SheetOf): Timesheet {
  const ended = stays.filter(({ toMs }) => toMs !== undefined);
  const going = stays.find(({ toMs }) => toMs === undefined);
  const pause = going?.breaks.find(({ toMs }) => toMs === undefined);
  const { workedMinutes, breakMinutes, unconfirmedMinutes, estimated } = hoursOf(ended, of.rules, 0);
  const orders = acts.find(({ workOrderIds }) => workOrderIds !== undefined)?.workOrderIds ?? [];
  const clientId = of.clientOf(orders);
  return {
    id: of.idOf(day),
    workerId: of.workerId,
    locationId: of.locationId,
    ...(clientId === undefined ? {} : { clientId }),
    day,
    status: 'open',
    spans: ended.map(spanOf),
    workedMinutes,
    breakMinutes,
    unconfirmedMinutes,
    estimated,
    ...(going ? { openSince: isoOf(going.fromMs) } : {}),
    ...(pause ? { onBreakSince: isoOf(pause.fromMs) } : {}),
    acts: [...acts],
    ...(of.workerName === undefined ? {} : { workerName: of.workerName }),
  };
}

function spanOf({ fromMs, toMs = fromMs, ending = 'seen', breaks }: Stay): Timesheet['spans'][number] {
  return {
    from: isoOf(fromMs),
    to: isoOf(toMs),
    estimated: ending !== 'seen',
    ending,
    ...(breaks.length > 0
      ? { breaks: breaks.map((each) => ({ from: isoOf(each.fromMs), to: isoOf(each.toMs ?? toMs) })) }
      : {}),
  };
}

/**
 * What the acts say, under what was decided. Hours that were approved are locked: where the acts have come to say something else, that
 * stands beside them (C4). A disputed day goes on following its acts until somebody approves it.
 */
export function laidOver(before: Timesheet | undefined, counted: Timesheet): Timesheet {
  if (!before || before.status === 'open') return counted;
  // Decided at a gate whose acts have not arrived.
  if (counted.acts.length === 0) return before;
  const { status, decidedBy, decidedAt, reason, workedMinutes, breakMinutes, estimated } = before;
  const decision = {
    status,
    ...(decidedBy === undefined ? {} : { decidedBy }),
    ...(decidedAt === undefined ? {} : { decidedAt }),
    ...(reason === undefined ? {} : { reason }),
  };
  if (status === 'disputed') return { ...counted, ...decision };
  const { openSince } = counted;
  const isSame =
    openSince === undefined && counted.workedMinutes === workedMinutes && counted.breakMinutes === breakMinutes;
  if (isSame) return { ...counted, ...decision, estimated };
  // Hours that were approved are complete, whatever was known when they were: who is inside again stands in `later`.
  const { later: _later, openSince: _openSince, onBreakSince: _onBreakSince, ...approved } = before;
  const says = { workedMinutes: counted.workedMinutes, breakMinutes: counted.breakMinutes };
  return {
    ...approved,
    acts: counted.acts,
    later: { ...says, ...(openSince === undefined ? {} : { openSince }) },
  };
}

/** Whether there is anything to look at: a day may have no more than the end of the night before. */
export const isWorth = ({ spans, openSince, status }: Timesheet): boolean =>
  spans.length > 0 || openSince !== undefined || status !== 'open';

/** C4: what can be approved now: hours that are complete and not approved yet. */
export const isReady = ({ status, openSince }: Timesheet): boolean => status !== 'approved' && openSince === undefined;

/** C4: a day that was approved is locked, unless the acts have come to say something else. */
export const canDispute = ({ status, later }: Pick<Timesheet, 'status' | 'later'>): boolean =>
  status !== 'approved' || later !== undefined;
