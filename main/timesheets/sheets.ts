import { policySchema } from '../../core/site/entities.ts';
import type { Timesheet } from '../../core/site/portal.ts';
import { dateAt } from '../../core/time-on-site/day.ts';
import { sheetId } from '../../core/timesheet/sheet-id.ts';
import { clientAt, daysAround, daysBeyond, isWorth, sheetsWith } from '../../core/timesheet/sheet.ts';
import type { Ground } from '../ground.ts';
import { sha256Hex } from '../verify.ts';
import { personName } from '../view/feed.ts';
import { createOwnActs, type OwnActs } from './own-acts.ts';

export interface Sheets {
  /** All of these days that have anything to look at, whichever place they are of. */
  readonly between: (fromDay: string, toDay: string) => Timesheet[];
}

const DAY_MS = 24 * 3_600_000;

type SheetParts = Pick<Ground, 'db' | 'cache' | 'clock' | 'identity' | 'wishes'>;

/**
 * Central's timesheets, and over them what this gate knows and central has not told yet: so a day counts here, offline, as it will
 * there (C4).
 */
export function createSheets({ db, cache, clock, wishes }: SheetParts): Sheets {
  const ownActs = createOwnActs(db, wishes.toldTo);
  const clientsOf = (orders: readonly string[]): ReadonlyMap<string, string> =>
    new Map(
      orders.flatMap((id) => {
        const work = cache.get('workOrder', id) ?? cache.get('booking', id);
        return work ? [[id, work.clientId] as const] : [];
      }),
    );

  const counted = ({ workerId, locationId, acts }: OwnActs): Timesheet[] => {
    const location = cache.get('location', locationId);
    if (!location) return [];
    const { timeZone } = location;
    const idOf = (day: string): string => sheetId(sha256Hex, locationId, workerId, day);
    const last = dateAt(clock.nowMs() + DAY_MS, timeZone);
    const told = (days: readonly string[]) => days.flatMap((day) => cache.get('timesheet', idOf(day)) ?? []);
    const near = told(daysAround(acts, timeZone).filter((day) => day <= last));
    const known = [
      ...new Map([...near, ...told(daysBeyond(near, acts, timeZone, last))].map((one) => [one.id, one])).values(),
    ];
    const orders = [...known.flatMap((sheet) => sheet.acts), ...acts].flatMap(({ workOrderIds }) => workOrderIds ?? []);
    const name = personName(cache, workerId)?.name ?? known.find(({ workerName }) => workerName)?.workerName;
    return sheetsWith(known, acts, {
      workerId,
      locationId,
      timeZone,
      rules: cache.byRef('policy', locationId)[0] ?? policySchema.parse({ id: 'default', locationId }),
      idOf,
      clientOf: clientAt(location, clientsOf(orders)),
      ...(name === undefined ? {} : { workerName: name }),
    });
  };

  /** Each person's, until another act of theirs is written or something is told. */
  let kept: { readonly revision: number; readonly of: Map<OwnActs['acts'], { many: number; sheets: Timesheet[] }> };
  kept = { revision: -1, of: new Map() };
  const own = (): Timesheet[] => {
    if (kept.revision !== cache.revision()) kept = { revision: cache.revision(), of: new Map() };
    return [...ownActs()].flatMap((one) => {
      const before = kept.of.get(one.acts);
      if (before?.many === one.acts.length) return before.sheets;
      const sheets = counted(one);
      kept.of.set(one.acts, { many: one.acts.length, sheets });
      return sheets;
    });
  };

  return {
    between(fromDay, toDay) {
      const told = cache.begun('timesheet', Date.parse(fromDay), Date.parse(toDay) + DAY_MS);
      const here = own().filter(({ day }) => day >= fromDay && day <= toDay);
      return [...new Map([...told, ...here].map((sheet) => [sheet.id, sheet])).values()].filter(isWorth);
    },
  };
}
