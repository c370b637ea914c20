import type { Fact } from '../../core/event/event.ts';
import type { EntityName } from '../../core/site/entities.ts';
import type { Ground } from '../ground.ts';
import { eventFromRow, type EventRow } from '../journal/journal.ts';
import { nextTurn } from '../next-turn.ts';

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

type RecordParts = Pick<Ground, 'db' | 'cache' | 'clock' | 'identity' | 'append' | 'actor'>;

/**
 * Everything that this gate holds of one person, as the text of one JSON file, in pieces: what central told, the names of papers, and
 * every act of this gate's journal and what the place's other gates told of theirs. A badge's code opens doors and is left out. That it
 * was asked for is itself an act, on disk before the first piece; without room for that the reading throws. Undefined: nobody here by that id.
 */
export function personRecord(
  { db, cache, clock, identity, append, actor }: RecordParts,
  workerId: string,
): AsyncIterable<string> | undefined {
  const worker = cache.get('worker', workerId);
  if (!worker) return undefined;
  const page = db.prepare<[string, number, number], EventRow>(
    'select seq, body, hash from event where worker_id = ? and seq > ? order by seq limit ?',
  );
  const exported: Fact = { type: 'person.exported', actor: actor(), data: { workerId } };
  const told = () => ({
    madeAt: new Date(clock.nowMs()).toISOString(),
    gateId: identity.gateId,
    worker,
    ...Object.fromEntries(ABOUT.map((entity) => [entity, cache.byWorker(entity, workerId).map(withoutCode)])),
    document: cache.byRef('document', workerId),
    message: cache
      .all('message')
      .filter(({ recipients }) => recipients.some((each) => each.workerId === workerId))
      .map(({ id, text, sentAt }) => ({ id, text, sentAt })),
    heardFromOtherGates: {
      acts: db.prepare('select * from heard_act where worker_id = ? order by at_ms').all(workerId),
      permits: db
        .prepare<[string], HeardRow>(HEARD_PERMITS)
        .all(workerId)
        .map(({ data, ...row }) => ({ ...row, data: withoutCodes(data) })),
    },
  });
  return (async function* () {
    const written = append([exported]);
    if (!written.ok) throw new Error(`that the record is exported could not be written down: ${written.fault}`);
    yield `${JSON.stringify(told(), null, 2).slice(0, -2)},\n  "acts": [`;
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
      await nextTurn();
    }
    yield '\n  ]\n}\n';
  })();
}

const HEARD_PERMITS = 'select id, device_id, kind, at_ms, data from heard_permit where worker_id = ? order by at_ms';
interface HeardRow {
  readonly id: string;
  readonly kind: string;
  readonly at_ms: number;
  readonly data: string;
}

/** Wherever in it they are. */
const withoutCodes = (data: string): unknown =>
  JSON.parse(data, (key, value: unknown) => (key === 'badgeCode' || key === 'code' ? undefined : value));

function withoutCode<T extends object>(record: T): object {
  const { code: _, ...rest } = record as T & { code?: unknown };
  return rest;
}
