import { closeSync, copyFileSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Clock } from '../clock.ts';
import type { Settings } from '../settings.ts';
import type { Sqlite } from '../sqlite.ts';
import { TRUE_MS } from '../journal/true-time.ts';

const DAY_MS = 86_400_000;

/** Whether the newest act of a journal is older, by central's time, than acts are kept here. Never heard that time: no. */
export function isOver(db: Sqlite, clock: Pick<Clock, 'nowMs' | 'offsetMs'>, days: number): boolean {
  const offsetMs = clock.offsetMs();
  const newest = db
    .prepare<[], number | null>(`select max(${TRUE_MS}) from (select * from event order by seq desc limit 100)`)
    .pluck()
    .get();
  return offsetMs !== null && (newest ?? 0) < clock.nowMs() + offsetMs - days * DAY_MS;
}

/** Removes an earlier identity with its journal, closed before; where a folder for old acts is set, the journal is there first, on disk. */
export function letGo(folder: string, deviceId: string, { saveTo }: Pick<Settings['keeping'], 'saveTo'>): void {
  if (saveTo !== undefined) {
    mkdirSync(saveTo, { recursive: true });
    const name = path.join(saveTo, `journal-${encodeURIComponent(deviceId)}.db`);
    copyFileSync(path.join(folder, 'journal.db'), `${name}.part`);
    const file = openSync(`${name}.part`, 'r+');
    fsyncSync(file);
    closeSync(file);
    renameSync(`${name}.part`, name);
  }
  rmSync(folder, { recursive: true, force: true });
}
