import type { EntityName } from '../../core/site/entities.ts';
import type { Ground } from '../ground.ts';
import { eventFromRow, type EventRow } from '../journal/journal.ts';

/** What central told that names a person, beside the person's own record. */
const ABOUT: readonly EntityName[] = [
  'connection',
  'badge',
  'assignment',
  'rosterEntry',
  'placement',
  'timesheet',
  'presence',
  'activity',
];
const ACTS_AT_ONCE = 500;

type RecordParts = Pick<Ground, 'db' | 'cache' | 'clock' | 'identity'>;

/**
 * Everything that this gate holds of one person, as the text of one JSON file, in pieces: what central told, the names of papers, and
 * every act of this gate's journal. A badge's code opens doors and is left out. Undefined: nobody here by that id.
 */
export function personRecord(
  { db, cache, clock, identity }: RecordParts,
  workerId: string,
): AsyncIterable<string> | undefined {
  const worker = cache.get('worker', workerId);
  if (!worker) return undefined;
  const page = db.prepare<[string, number, number], EventRow>(
    'select seq, body, hash from event where worker_id = ? and seq > ? order by seq limit ?',
  );
  const told = {
    madeAt: new Date(clock.nowMs()).toISOString(),
    gateId: identity.gateId,
    worker,
    ...Object.fromEntries(ABOUT.map((entity) => [entity, cache.byWorker(entity, workerId).map(withoutCode)])),
    document: cache.byRef('document', workerId),
    message: cache
      .all('message')
      .filter(({ recipients }) => recipients.some((each) => each.workerId === workerId))
      .map(({ id, text, sentAt }) => ({ id, text, sentAt })),
  };
  return (async function* () {
    yield `${JSON.stringify(told, null, 2).slice(0, -2)},\n  "acts": [`;
    let separator = '\n';
    for (let after = 0; ;) {
      const rows = page.all(workerId, after, ACTS_AT_ONCE);
      for (const row of rows) {
        yield `${separator}    ${JSON.stringify(eventFromRow(row))}`;
        separator = ',\n';
      }
      const last = rows.at(-1);
      if (!last) break;
      after = last.seq;
      // A badge is decided between two of these.
      await new Promise((resolve) => setImmediate(resolve));
    }
    yield '\n  ]\n}\n';
  })();
}

function withoutCode<T extends object>(record: T): object {
  const { code: _, ...rest } = record as T & { code?: unknown };
  return rest;
}
