import { checkLink, GENESIS_HASH, type ChainFault } from '../../core/event/chain.ts';
import { eventSchema, type EventEnvelope } from '../../core/event/event.ts';
import { keepGrants, type Grant } from '../../core/event/grants.ts';
import { keepOccupancy, type Presence } from '../../core/event/occupancy.ts';
import { keepOverrides, type Override } from '../../core/event/overrides.ts';
import type { Sha256Hex } from '../../core/ports.ts';
import type { Sqlite } from '../sqlite.ts';
import { continuesAfter, eventFromRow, type EventRow } from './journal.ts';

export interface ChainReport {
  readonly events: number;
  readonly headSeq: number;
  readonly headHash: string;
  /** After a repair: the first event whose number follows what central has, not what could be saved. The link by hash holds over it. */
  readonly goesOnAtSeq?: number;
  /** Where the chain does not hold: at most the first hundred. */
  readonly faults: readonly { readonly seq: number; readonly fault: ChainFault | 'unreadable' | 'column_differs' }[];
}

interface FullRow extends EventRow {
  readonly type: string;
  readonly at_ms: number;
  readonly worker_id: string | null;
}

/** Walks the whole chain: every hash, every link, no gap, and the columns that repeat what the body says. */
export function verifyChain(db: Sqlite, sha256: Sha256Hex): ChainReport {
  const faults: { seq: number; fault: ChainFault | 'unreadable' | 'column_differs' }[] = [];
  let previous = { seq: 0, hash: GENESIS_HASH };
  let events = 0;
  let goesOnAtSeq: number | undefined;
  const afterRepair = continuesAfter(db) + 1;
  for (const row of db.prepare<[], FullRow>('select * from event order by seq').iterate()) {
    events += 1;
    if (row.seq === afterRepair && previous.seq < row.seq - 1) {
      goesOnAtSeq = row.seq;
      previous = { seq: row.seq - 1, hash: previous.hash };
    }
    const fault = faultOfRow(row, previous, sha256);
    if (fault && faults.length < 100) faults.push({ seq: row.seq, fault });
    previous = { seq: row.seq, hash: row.hash };
  }
  const head = { headSeq: previous.seq, headHash: previous.hash };
  return { events, ...head, faults, ...(goesOnAtSeq === undefined ? {} : { goesOnAtSeq }) };
}

function faultOfRow(row: FullRow, previous: { seq: number; hash: string }, sha256: Sha256Hex) {
  const event = readable(row);
  if (!event) return 'unreadable';
  const link = checkLink(previous, event, sha256);
  if (link) return link;
  const workerId = typeof event.data['workerId'] === 'string' ? event.data['workerId'] : null;
  const same = event.seq === row.seq && event.type === row.type && Date.parse(event.occurredAt) === row.at_ms;
  return same && workerId === row.worker_id ? undefined : 'column_differs';
}

function readable(row: EventRow): EventEnvelope | undefined {
  try {
    const event = eventSchema.safeParse(eventFromRow(row));
    return event.success ? event.data : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the kept projections are what the events say. Returns a line for each difference. Reads the events once. */
export function compareProjections(db: Sqlite, events: Iterable<EventEnvelope>): string[] {
  const presences = new Map<string, Presence>();
  const grants = new Map<string, Grant>();
  const overrides = new Map<string, Override>();
  for (const event of events) {
    keepOccupancy(presences, event);
    keepGrants(grants, event);
    keepOverrides(overrides, event);
  }
  const foldedPresences = [...presences.values()].map(
    (p) =>
      `${p.workerId} inside=${p.inside ? 1 : 0} since=${p.sinceMs} offset=${p.offsetMs ?? 0} break=${p.breakSinceMs ?? '-'} by=${p.eventId}`,
  );
  const keptPresences = db.prepare<[], string>(
    `select worker_id || ' inside=' || inside || ' since=' || since_ms
       || ' offset=' || offset_ms || ' break=' || coalesce(break_since_ms, '-') || ' by=' || event_id from presence`,
  );
  const foldedGrants = [...grants].map(
    ([key, g]) =>
      `${key} orders=${JSON.stringify(g.workOrderIds)} from=${g.grantedAtMs} until=${g.untilMs} by=${g.eventId}`,
  );
  const keptGrants = db.prepare<[], string>(
    `select key || ' orders=' || work_order_ids || ' from=' || granted_at_ms || ' until=' || until_ms || ' by=' || event_id
     from access_grant`,
  );
  const foldedOverrides = [...overrides.values()].map(
    (o) => `${o.workerId} code=${o.code} until=${o.untilMs} by=${o.eventId}`,
  );
  const keptOverrides = db.prepare<[], string>(
    `select worker_id || ' code=' || code || ' until=' || until_ms || ' by=' || event_id from person_override`,
  );
  return [
    ...difference('presence', foldedPresences.sort(), keptPresences.pluck().all().sort()),
    ...difference('grant', foldedGrants.sort(), keptGrants.pluck().all().sort()),
    ...difference('override', foldedOverrides.sort(), keptOverrides.pluck().all().sort()),
  ];
}

function difference(what: string, folded: readonly string[], kept: readonly string[]): string[] {
  const inFold = new Set(folded);
  const inTable = new Set(kept);
  return [
    ...folded.filter((line) => !inTable.has(line)).map((line) => `${what} missing: ${line}`),
    ...kept.filter((line) => !inFold.has(line)).map((line) => `${what} not in the journal: ${line}`),
  ];
}
