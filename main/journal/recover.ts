import path from 'node:path';
import type { FaultCode } from '../../core/codes.ts';
import { attachCache, type AttachedCache } from '../cache/open.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { Sqlite } from '../sqlite.ts';
import { readAnchor } from './anchor.ts';
import { openJournalFile, setAside } from './open.ts';
import { salvage } from './salvage.ts';

export interface OpenStore {
  readonly db: Sqlite;
  /** What was wrong and what was done about it, for the screens and the log. */
  readonly troubles: readonly { readonly code: FaultCode; readonly part: string; readonly detail: string }[];
  /** What became of a cache of another version, for the log. */
  readonly cache: AttachedCache;
}

/**
 * Opens the gate's two files on one connection: the journal, and the cache beside it. A damaged journal is kept as evidence,
 * what can be read of it goes on in a new file; a damaged cache is pulled again. Only a journal written by a newer version
 * stops the gate: this one would not know what it breaks.
 */
export function openStore(home: string, nowMs: number): Result<OpenStore, { code: FaultCode; detail: string }> {
  const file = path.join(home, 'journal.db');
  const troubles: { code: FaultCode; part: string; detail: string }[] = [];
  let opened = openJournalFile(file);
  let kept: string | undefined;
  if (!opened.ok && opened.fault.damaged) {
    const { detail } = opened.fault;
    kept = setAside(file, nowMs);
    opened = openJournalFile(file);
    if (opened.ok) {
      const { events } = salvage(kept, opened.value);
      troubles.push({
        code: 'database_broken',
        part: 'journal',
        detail: `${detail}; ${events} events saved; kept as ${path.basename(kept)}`,
      });
    }
  }
  if (!opened.ok) return fail(opened.fault);
  const db = opened.value;
  const cache = attachCache(db, path.join(home, 'cache.db'));
  if (cache.wrong !== undefined) troubles.push({ code: 'database_broken', part: 'cache', detail: cache.wrong });
  if (kept !== undefined) continueAfterWhatCentralHas(db);
  return ok({ db, troubles, cache });
}

/**
 * The cache keeps a second copy of how far central has the journal, for the day when the journal's own is lost. Without it central has at
 * least what has left.
 */
function continueAfterWhatCentralHas(db: Sqlite): void {
  const beside = db.prepare<[], string>(`select value from cache.state where key = 'settled_to'`).pluck().get();
  const settled = beside ?? readAnchor(db)?.throughSeq.toString();
  const put = db.prepare('insert into meta values (?, ?) on conflict do update set value = excluded.value');
  if (settled === undefined) return;
  put.run('continues_after', settled);
  put.run('sync', JSON.stringify({ settledTo: Number(settled), setAside: [] }));
}
