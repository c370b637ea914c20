import { attendance, attendanceRules } from '../../core/site/attendance.ts';
import { policySchema, type Location } from '../../core/site/entities.ts';
import { dayAround } from '../../core/site/day.ts';
import { isStanding } from '../../core/order/order.ts';
import type { Timesheet } from '../../core/site/portal.ts';
import { dateAt } from '../../core/time-on-site/day.ts';
import type { ElsewhereRow, WorkingElsewhere } from '../../preload/timesheet-views.ts';
import type { Ground } from '../ground.ts';
import { viewerOf, type Viewer } from '../portal/viewer.ts';
import { personName } from '../view/feed.ts';
import { createSheets } from './sheets.ts';

/**
 * C3: who works today at the user's other places: whoever has come there, and whoever is placed there on an order. Those places' own
 * people are not known here; the names came along.
 */
export function createWorkingElsewhere(ground: Ground): () => WorkingElsewhere {
  const { cache, clock, identity } = ground;
  const sheets = createSheets(ground);
  const offsetMs = (): number => clock.offsetMs() ?? 0;
  const at = (time: string): number => Date.parse(time) - offsetMs();

  const cameTo = (sheet: Timesheet): Pick<ElsewhereRow, 'state' | 'sinceMs'> => {
    if (sheet.onBreakSince !== undefined) return { state: 'on_break', sinceMs: at(sheet.onBreakSince) };
    if (sheet.openSince !== undefined) return { state: 'in', sinceMs: at(sheet.openSince) };
    const last = sheet.spans.at(-1);
    return { state: 'out', ...(last ? { sinceMs: at(last.to) } : {}) };
  };

  const rowsOf = (viewer: Viewer, location: Location): ElsewhereRow[] => {
    const nowMs = clock.nowMs();
    const { startMs, endMs } = dayAround(nowMs, location.timeZone);
    const place = { locationName: location.name, timeZone: location.timeZone };
    const row = (workerId: string, workerName: string | undefined) => ({
      key: `${location.id} ${workerId}`,
      name: personName(cache, workerId)?.name ?? workerName ?? '',
      ...place,
    });
    const told = cache.byRef('policy', location.id)[0];
    const rules = attendanceRules(told ?? policySchema.parse({ id: 'default', locationId: location.id }));
    const today = dateAt(nowMs, location.timeZone);
    // A night's work stands on the day before.
    const came = sheets
      .between(dateAt(startMs - 1, location.timeZone), today)
      .filter((sheet) => sheet.locationId === location.id && (sheet.day === today || sheet.openSince !== undefined))
      .filter(({ locationId, clientId }) => viewer.sees('timesheets', locationId, clientId));
    const here = new Set(came.map(({ workerId }) => workerId));
    const placed = cache.begun('placement', startMs, endMs).filter((placement) => {
      const order = cache.get('order', placement.orderId);
      const isSeen = order && viewer.sees('orders', order.locationId, order.clientId);
      return placement.locationId === location.id && isStanding(placement) && isSeen && !here.has(placement.workerId);
    });
    return [
      ...came.map((sheet) => ({ ...row(sheet.workerId, sheet.workerName), ...cameTo(sheet) })),
      ...placed.map(({ workerId, workerName, startsAt, endsAt }) => {
        const [startsAtMs, endsAtMs] = [at(startsAt), at(endsAt)];
        const state = attendance({ startsAtMs, endsAtMs, nowMs }, rules);
        return { ...row(workerId, workerName), state, startsAtMs, endsAtMs };
      }),
    ];
  };

  return () => {
    const viewer = viewerOf(ground);
    const others = (viewer?.locations ?? []).filter(
      ({ id }) => id !== identity.locationId && viewer?.may('workers.see', id),
    );
    const rows = viewer ? others.flatMap((location) => rowsOf(viewer, location)) : [];
    return {
      places: others.length,
      rows: rows
        .toSorted((a, b) => a.locationName.localeCompare(b.locationName) || a.name.localeCompare(b.name))
        .slice(0, MOST),
    };
  };
}
const MOST = 500;
