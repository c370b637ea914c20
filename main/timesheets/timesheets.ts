import type { FaultCode } from '../../core/codes.ts';
import type { Fact } from '../../core/event/event.ts';
import type { Timesheet } from '../../core/site/portal.ts';
import { dateAt } from '../../core/time-on-site/day.ts';
import { canDispute, isReady } from '../../core/timesheet/sheet.ts';
import type {
  DecideAnswer,
  DecideAsk,
  SheetFilters,
  SheetRow,
  SheetsAsk,
  SheetsPage,
} from '../../preload/timesheet-views.ts';
import { joined, wordsOf } from '../cache/words.ts';
import type { Ground } from '../ground.ts';
import { accessTo, namedOf, viewerOf, type Viewer } from '../portal/viewer.ts';
import { personName } from '../view/feed.ts';
import { createSheets } from './sheets.ts';
import { sheetRow } from './sheet-row.ts';

/** Written at once: few enough that a badge which is shown meanwhile waits no longer than for another badge. */
const SLICE = 25;
/** Of the desk's own refused decisions. */
const MOST_REFUSED = 3;

export interface Timesheets {
  readonly listTimesheets: (ask: SheetsAsk) => SheetsPage;
  readonly decideTimesheets: (ask: DecideAsk) => Promise<DecideAnswer>;
  /** All rows that match, for a file. */
  readonly rows: (filters: SheetFilters) => SheetRow[];
}

type Parts = Ground & { readonly breathe: () => Promise<void> };

/** C4: hours of the user's own places and people, and what is decided about them. */
export function createTimesheets(ground: Parts): Timesheets {
  const { cache, clock, identity, wishes } = ground;
  const sheets = createSheets(ground);
  const nameOf = ({ workerId, workerName }: Timesheet): string => personName(cache, workerId)?.name ?? workerName ?? '';
  const toRow = (sheet: Timesheet): SheetRow =>
    sheetRow(sheet, { cache, name: nameOf(sheet), isWaiting: wishes.isWaiting('timesheet', sheet.id) });

  const seen = (viewer: Viewer, fromDay: string, toDay: string): Timesheet[] =>
    sheets
      .between(fromDay, toDay)
      .filter(
        ({ locationId, clientId }) =>
          viewer.may('timesheets.see', locationId) && viewer.sees('timesheets', locationId, clientId),
      );

  const matching = (viewer: Viewer, { query, fromDay, toDay, locationId, clientId, state }: SheetFilters) => {
    const all = seen(viewer, fromDay, toDay);
    const words = wordsOf(query).map((word) => ` ${word}`);
    const found = all
      .filter((sheet) => {
        if (locationId !== undefined && sheet.locationId !== locationId) return false;
        if (clientId !== undefined && sheet.clientId !== clientId) return false;
        const has = joined(wordsOf(nameOf(sheet)));
        return words.every((word) => has.includes(word));
      })
      .map((sheet) => ({ sheet, row: toRow(sheet) }))
      .filter(({ row }) => state === undefined || row.state === state)
      .toSorted((a, b) =>
        a.row.day === b.row.day ? a.row.name.localeCompare(b.row.name) : a.row.day < b.row.day ? 1 : -1,
      );
    return { all, found };
  };

  const factOf = (sheet: Timesheet, dispute: string | undefined): Fact => {
    const { id: timesheetId, workerId, day, locationId } = sheet;
    const at = locationId === identity.locationId ? {} : { atLocationId: locationId };
    const of = { timesheetId, workerId, day, ...at };
    const actor = ground.actor();
    if (dispute !== undefined) return { type: 'timesheet.disputed', actor, data: { ...of, reason: dispute } };
    const { workedMinutes, breakMinutes, estimated } = sheet;
    return { type: 'timesheet.approved', actor, data: { ...of, workedMinutes, breakMinutes, estimated } };
  };

  const asked = (viewer: Viewer, { who, dispute }: DecideAsk): { ready: Timesheet[]; left: number } => {
    const some = 'ids' in who ? new Set(who.ids) : undefined;
    const except = new Set('ids' in who ? [] : who.except);
    const all =
      'ids' in who
        ? seen(viewer, '0000-01-01', '9999-12-30')
        : matching(viewer, who.all).found.map(({ sheet }) => sheet);
    const chosen = all.filter(({ id }) => (some ? some.has(id) : !except.has(id)));
    const ready = chosen.filter(
      (sheet) =>
        viewer.may('timesheets.decide', sheet.locationId) &&
        (dispute === undefined ? isReady(sheet) : canDispute(sheet)),
    );
    return { ready, left: (some ? some.size : chosen.length) - ready.length };
  };

  const ownRefusals = (viewer: Viewer): SheetsPage['refused'] =>
    [...wishes.refused('timesheet.approved'), ...wishes.refused('timesheet.disputed')]
      .filter(({ event }) => event.actor.userId === viewer.user.id)
      .flatMap(({ event, code }) => {
        if (event.type !== 'timesheet.approved' && event.type !== 'timesheet.disputed') return [];
        const { workerId, day } = event.data;
        return [{ day, name: personName(cache, workerId)?.name ?? '', code }];
      })
      .slice(0, MOST_REFUSED);

  return {
    listTimesheets({ offset, limit, ...filters }) {
      const viewer = viewerOf(ground);
      const access = accessTo(cache, viewer, 'timesheets.see', 'timesheets');
      const today = dateAt(clock.nowMs(), cache.get('location', identity.locationId)?.timeZone ?? 'UTC');
      const empty = { rows: [], total: 0, ready: 0, workedMinutes: 0, clients: [], locations: [], refused: [] };
      if (!viewer || access !== 'open') return { access, today, ...empty };
      const { all, found } = matching(viewer, filters);
      return {
        access,
        today,
        rows: found.slice(offset, offset + limit).map(({ row }) => row),
        total: found.length,
        ready: found.filter(({ row }) => row.canApprove).length,
        workedMinutes: found.reduce((sum, { row }) => sum + row.workedMinutes, 0),
        clients: namedOf(
          all.flatMap(({ clientId }) => (clientId === undefined ? [] : (cache.get('client', clientId) ?? []))),
        ),
        locations: namedOf(viewer.locations),
        refused: ownRefusals(viewer),
      };
    },
    async decideTimesheets(ask) {
      const viewer = viewerOf(ground);
      if (!viewer) return { decided: 0, left: 0 };
      const { ready, left } = asked(viewer, ask);
      // Whoever is signed in now answers for all of it.
      const facts = ready.map((sheet) => factOf(sheet, ask.dispute));
      for (let at = 0; at < facts.length; at += SLICE) {
        if (at > 0) await ground.breathe();
        const written = ground.append(facts.slice(at, at + SLICE));
        if (!written.ok) return stopped(at, ready.length + left, written.fault);
      }
      return { decided: ready.length, left };
    },
    rows(filters) {
      const viewer = viewerOf(ground);
      return viewer ? matching(viewer, filters).found.map(({ row }) => row) : [];
    },
  };
}

const stopped = (decided: number, asked: number, fault: FaultCode): DecideAnswer => ({
  decided,
  left: asked - decided,
  fault,
});
