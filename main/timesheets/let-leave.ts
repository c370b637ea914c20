import type { Timesheet } from '../../core/site/portal.ts';
import { keptFrom, mayLeave } from '../../core/timesheet/leaving.ts';
import type { Ground } from '../ground.ts';

export interface LetLeaveParts extends Pick<Ground, 'db' | 'clock'> {
  /** Lets everything else have its turn. */
  readonly breathe: () => Promise<void>;
  readonly isStopped: () => boolean;
}

const ROWS_AT_ONCE = 100;

/**
 * Takes old hours that are decided on out of what central told, a few at a time; returns how many. Central has them, and tells them again
 * with a pull from the start. Without central's time nothing is known to be old.
 */
export async function letTimesheetsLeave({ db, clock, breathe, isStopped }: LetLeaveParts): Promise<number> {
  const offsetMs = clock.offsetMs();
  if (offsetMs === null) return 0;
  const fromDay = keptFrom(clock.nowMs() + offsetMs);
  const page = db.prepare<[number, number, number], { at: number; n: number; data: string }>(
    `select starts_ms as at, rowid as n, data from cache.entity
     where entity = 'timesheet' and (starts_ms, rowid) > (?, ?) and starts_ms < ? order by starts_ms, rowid limit ${ROWS_AT_ONCE}`,
  );
  const drop = db.prepare(`delete from cache.entity where rowid = ? and entity = 'timesheet'`);
  const leave = db.transaction((rows: readonly { n: number; data: string }[]) => {
    const leaving = rows.filter(({ data }) => mayLeave(JSON.parse(data) as Timesheet, fromDay));
    for (const { n } of leaving) drop.run(n);
    return leaving.length;
  });
  let left = 0;
  let [at, n] = [Number.MIN_SAFE_INTEGER, 0];
  while (!isStopped()) {
    const rows = page.all(at, n, Date.parse(fromDay));
    const last = rows.at(-1);
    if (!last) break;
    left += leave.immediate(rows);
    [at, n] = [last.at, last.n];
    await breathe();
  }
  return left;
}
