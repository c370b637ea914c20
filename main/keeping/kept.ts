import { statSync } from 'node:fs';
import type { KeptView } from '../../preload/keeping-views.ts';
import type { Ground } from '../ground.ts';
import { readAnchor } from '../journal/anchor.ts';
import type { Settings } from '../settings.ts';
import type { Cleaned } from './keeping.ts';

/** What this PC keeps, in figures. */
export interface Kept {
  readonly view: () => Promise<KeptView>;
  readonly clean: () => Promise<void>;
}

export interface KeptParts extends Pick<Ground, 'db' | 'journal'> {
  readonly blobs: Pick<Ground['blobs'], 'kept'>;
  readonly settings: () => Settings['keeping'];
  readonly clean: () => Promise<void>;
  readonly nextAtMs: () => number | undefined;
  readonly last: () => Cleaned | undefined;
}

export function createKept({ db, journal, blobs, settings, clean, nextAtMs, last }: KeptParts): Kept {
  const oldest = db.prepare<[], number>('select at_ms from event order by seq limit 1').pluck();
  const people = db.prepare<[], number>(`select count(*) from cache.entity where entity = 'worker'`).pluck();
  const files = db.prepare<[], string>(`select file from pragma_database_list where file <> ''`).pluck();
  return {
    clean,
    async view() {
      const { names, bytes } = await blobs.kept();
      const anchor = readAnchor(db);
      const { journalDays, wordsDays, saveTo } = settings();
      const [oldestAtMs, next, came] = [oldest.get(), nextAtMs(), last()];
      return {
        acts: journal.lastSeq() - (anchor?.count ?? 0),
        ...(oldestAtMs === undefined ? {} : { oldestAtMs }),
        ...(anchor ? { left: { firstAtMs: anchor.firstAtMs, count: anchor.count, lastAtMs: anchor.atMs } } : {}),
        people: people.get() ?? 0,
        files: names.length,
        bytes: bytes + files.all().reduce((sum, file) => sum + sizeOf(file) + sizeOf(`${file}-wal`), 0),
        journalDays,
        wordsDays,
        ...(saveTo === undefined ? {} : { saveTo }),
        ...(next === undefined ? {} : { nextAtMs: next }),
        ...(came === undefined ? {} : { last: came }),
      };
    },
  };
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
