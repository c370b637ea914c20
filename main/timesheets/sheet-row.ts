import type { Timesheet } from '../../core/site/portal.ts';
import { canDispute, isReady } from '../../core/timesheet/sheet.ts';
import type { SheetState } from '../../core/timesheet/states.ts';
import type { SheetRow } from '../../preload/timesheet-views.ts';
import type { Cache } from '../cache/cache.ts';

/** Where a day stands. Somebody who is inside again on an approved day shows as `later`: that has to be looked at. */
export function stateOf({ status, later, openSince }: Pick<Timesheet, 'status' | 'later' | 'openSince'>): SheetState {
  if (status === 'approved') return later ? 'later' : 'approved';
  if (status === 'disputed') return 'disputed';
  return openSince === undefined ? 'open' : 'inside';
}

const ms = (key: 'openSinceMs' | 'onBreakSinceMs', at: string | undefined) =>
  at === undefined ? {} : { [key]: Date.parse(at) };

/** One day of one person as the desk shows it. */
export function sheetRow(
  sheet: Timesheet,
  {
    cache,
    name,
    isWaiting,
  }: { readonly cache: Pick<Cache, 'get'>; readonly name: string; readonly isWaiting: boolean },
): SheetRow {
  const { id, workerId, day, spans, workedMinutes, breakMinutes, unconfirmedMinutes, estimated, later } = sheet;
  const location = cache.get('location', sheet.locationId);
  const client = sheet.clientId === undefined ? undefined : cache.get('client', sheet.clientId);
  const by = sheet.decidedBy === undefined ? undefined : cache.get('user', sheet.decidedBy);
  return {
    timesheetId: id,
    workerId,
    name,
    day,
    locationName: location?.name ?? '',
    ...(client ? { clientName: client.name } : {}),
    timeZone: location?.timeZone ?? 'UTC',
    spans: spans.map(({ from, to, estimated: about, ending }) => ({
      fromMs: Date.parse(from),
      toMs: Date.parse(to),
      ending: ending ?? (about ? 'told' : 'seen'),
    })),
    ...ms('openSinceMs', sheet.openSince),
    ...ms('onBreakSinceMs', sheet.onBreakSince),
    workedMinutes,
    breakMinutes,
    breakByRule: breakMinutes > 0 && !spans.some(({ breaks }) => breaks !== undefined),
    unconfirmedMinutes,
    estimated,
    state: stateOf(sheet),
    ...(by ? { decidedByName: by.name } : {}),
    ...(sheet.reason === undefined ? {} : { reason: sheet.reason }),
    ...(later
      ? {
          later: {
            workedMinutes: later.workedMinutes,
            breakMinutes: later.breakMinutes,
            ...ms('openSinceMs', later.openSince),
          },
        }
      : {}),
    canApprove: isReady(sheet),
    canDispute: canDispute(sheet),
    waiting: isWaiting,
  };
}
