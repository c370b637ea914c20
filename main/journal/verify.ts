import type { ChainFault } from '../../core/event/chain.ts';
import type { EventEnvelope } from '../../core/event/event.ts';
import { keepGrants } from '../../core/event/grants.ts';
import { keepOccupancy } from '../../core/event/occupancy.ts';
import { keepOverrides } from '../../core/event/overrides.ts';
import { linkBefore, type Anchor } from '../../core/keeping/anchor.ts';
import type { Sha256Hex } from '../../core/ports.ts';
import type { Sqlite } from '../sqlite.ts';
import { anchorHolds } from './anchor-key.ts';
import { readAnchor } from './anchor.ts';
import { readBase } from './base.ts';
import { continuesAfter } from './journal.ts';
import { createRowCheck, type FullRow } from './row-check.ts';

export interface ChainReport {
  readonly events: number;
  readonly headSeq: number;
  readonly headHash: string;
  /** After a repair: the first event whose number follows what central has, not what could be saved. The link by hash holds over it. */
  readonly goesOnAtSeq?: number;
  /** Events have left: from here on the chain verifies, and what stands for those before. */
  readonly anchor?: Anchor;
  /** Of how many events the words about people are gone, signed for. */
  readonly emptied: number;
  /** Where the chain does not hold: at most the first hundred. */
  readonly faults: readonly { readonly seq: number; readonly fault: RowFault }[];
}

/** `bad_anchor`: what stands for the events that have left was not signed by its key. `not_kept`: an event before it that it does not name. */
export type RowFault = ChainFault | 'unreadable' | 'column_differs' | 'bad_anchor' | 'not_kept';

/** Walks the whole chain: every hash, every link, no gap, and the columns that repeat what the body says. */
export function verifyChain(db: Sqlite, sha256: Sha256Hex): ChainReport {
  const faults: { seq: number; fault: RowFault }[] = [];
  const anchor = readAnchor(db);
  const faultOfRow = createRowCheck(db, sha256);
  const kept = new Map(anchor?.kept.map(({ seq, hash }) => [seq, hash]));
  if (anchor && !anchorHolds(anchor)) faults.push({ seq: anchor.throughSeq, fault: 'bad_anchor' });
  let previous = linkBefore(anchor);
  let [events, emptied] = [0, 0];
  let goesOnAtSeq: number | undefined;
  const afterRepair = continuesAfter(db) + 1;
  for (const row of db.prepare<[], FullRow>('select * from event order by seq').iterate()) {
    events += 1;
    if (row.seq === afterRepair && previous.seq < row.seq - 1) {
      goesOnAtSeq = row.seq;
      previous = { seq: row.seq - 1, hash: previous.hash };
    }
    const isLeft = anchor !== undefined && row.seq <= anchor.throughSeq;
    const { fault, isEmptied } = isLeft
      ? faultOfRow(row, undefined, kept.get(row.seq) === row.hash)
      : faultOfRow(row, previous, true);
    if (fault && faults.length < 100) faults.push({ seq: row.seq, fault });
    if (isEmptied) emptied += 1;
    if (isLeft) kept.delete(row.seq);
    else previous = { seq: row.seq, hash: row.hash };
  }
  for (const seq of kept.keys()) faults.push({ seq, fault: 'gap' });
  const head = { headSeq: previous.seq, headHash: previous.hash };
  return {
    events,
    ...head,
    emptied,
    faults,
    ...(anchor ? { anchor } : {}),
    ...(goesOnAtSeq === undefined ? {} : { goesOnAtSeq }),
  };
}

/** Whether the kept projections are what the events say. Returns a line for each difference. Reads the events once. */
export function compareProjections(db: Sqlite, events: Iterable<EventEnvelope>): string[] {
  const { presences, grants, overrides } = readBase(db);
  const from = readAnchor(db)?.throughSeq ?? 0;
  for (const event of events) {
    if (event.seq <= from) continue;
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
