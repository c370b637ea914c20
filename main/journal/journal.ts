import type { FaultCode } from '../../core/codes.ts';
import { canonicalText, GENESIS_HASH, hashOfText } from '../../core/event/chain.ts';
import type { EventEnvelope, Fact } from '../../core/event/event.ts';
import type { Sha256Hex } from '../../core/ports.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { Clock } from '../clock.ts';
import type { Sqlite } from '../sqlite.ts';
import { readAnchor } from './anchor.ts';
import { createProjections, type Projections } from './projections.ts';

/** Who writes: fixed from enrolment on. */
export interface Identity {
  readonly deviceId: string;
  readonly gateId: string;
  readonly locationId: string;
}

export interface Journal {
  readonly projections: Projections;
  /**
   * Writes the facts as events, all or none, and returns only when they are on disk. Nothing in the world may move
   * before. `occurredAtMs` is when the device saw it; default: now.
   */
  readonly append: (facts: readonly Fact[], occurredAtMs?: number) => Result<readonly EventEnvelope[], FaultCode>;
  /** Sequence number of the newest event, 0 when there is none. */
  readonly lastSeq: () => number;
  /** Events up to this number have left, but for a few that are still needed (core/keeping); 0: none has. */
  readonly leftTo: () => number;
  /** Nothing up to this number can be read as a whole any more: it has left, or a damaged file took it. */
  readonly beginsAfter: () => number;
  readonly read: (afterSeq: number, limit: number) => EventEnvelope[];
  readonly all: (afterSeq?: number) => Iterable<EventEnvelope>;
}

export interface JournalParts {
  readonly db: Sqlite;
  readonly identity: Identity;
  readonly clock: Clock;
  readonly sha256: Sha256Hex;
  /** Makes an id (UUIDv7) before anything is tried. */
  readonly newId: () => string;
  /** Frees kept-back disk space when the disk is full. Returns whether there was any. */
  readonly freeBallast?: () => boolean;
}

export interface EventRow {
  readonly seq: number;
  readonly body: string;
  readonly hash: string;
}

export const eventFromRow = (row: EventRow): EventEnvelope =>
  ({ ...(JSON.parse(row.body) as object), hash: row.hash }) as EventEnvelope;

const preparePage = (db: Sqlite) =>
  db.prepare<[number, number], EventRow>('select seq, body, hash from event where seq > ? order by seq limit ?');

const workerOf = (fact: Fact): string | null => ('workerId' in fact.data ? (fact.data.workerId ?? null) : null);

export function createJournal({ db, identity, clock, sha256, newId, freeBallast }: JournalParts): Journal {
  const projections = createProjections(db);
  const insert = db.prepare('insert into event values (?, ?, ?, ?, ?, ?)');
  const page = preparePage(db);
  const newest = db.prepare<[], EventRow>('select seq, body, hash from event order by seq desc limit 1');
  let head = headOf(newest.get(), continuesAfter(db));

  const write = db.transaction((facts: readonly Fact[], atMs: number) => {
    let link = head;
    const clockOffsetMs = clock.offsetMs();
    const occurredAt = new Date(atMs).toISOString();
    const written: EventEnvelope[] = [];
    for (const fact of facts) {
      // In canonical order, so that JSON writes the canonical text as it is.
      const unsealed = {
        actor: fact.actor,
        bootId: clock.bootId,
        clockOffsetMs,
        data: fact.data,
        deviceId: identity.deviceId,
        gateId: identity.gateId,
        id: newId(),
        locationId: identity.locationId,
        monotonicMs: clock.monotonicMs(),
        occurredAt,
        prevHash: link.hash,
        seq: link.seq + 1,
        type: fact.type,
      };
      const body = canonicalText(unsealed);
      const event: EventEnvelope = { ...unsealed, hash: hashOfText(body, sha256) };
      insert.run(event.seq, event.type, atMs, workerOf(fact), body, event.hash);
      projections.apply(event);
      written.push(event);
      link = { seq: event.seq, hash: event.hash };
    }
    return { written, link };
  });

  const append: Journal['append'] = (facts, occurredAtMs = clock.nowMs()) => {
    for (let attempt = 0; ; attempt += 1) {
      try {
        const { written, link } = write.immediate(facts, occurredAtMs);
        head = link;
        return ok(written);
      } catch (error) {
        const code = storageFault(error);
        if (code === 'disk_full' && attempt === 0 && freeBallast?.()) continue;
        return fail(code);
      }
    }
  };

  const leftTo = (): number => readAnchor(db)?.throughSeq ?? 0;

  return {
    projections,
    append,
    lastSeq: () => head.seq,
    leftTo,
    beginsAfter: () => Math.max(leftTo(), continuesAfter(db)),
    read: (afterSeq, limit) => page.all(afterSeq, limit).map(eventFromRow),
    all: (afterSeq = 0) => readEvents(db, afterSeq),
  };
}

/** In pages, so that a reader of a million events neither holds them nor keeps a cursor open over a write. */
export function* readEvents(db: Sqlite, afterSeq = 0): Generator<EventEnvelope> {
  const page = preparePage(db);
  for (let after = afterSeq; ;) {
    const rows = page.all(after, 2000);
    for (const row of rows) yield eventFromRow(row);
    const last = rows.at(-1);
    if (!last) return;
    after = last.seq;
  }
}

/** The newest event of a type. */
export function lastOf(db: Sqlite, type: EventEnvelope['type']): EventEnvelope | undefined {
  const newest = 'select seq, body, hash from event where type = ? order by seq desc limit 1';
  const row = db.prepare<[string], EventRow>(newest).get(type);
  return row && eventFromRow(row);
}

interface Head {
  readonly seq: number;
  readonly hash: string;
}

function headOf(row: EventRow | undefined, afterSeq: number): Head {
  const head = row ?? { seq: 0, hash: GENESIS_HASH };
  return { seq: Math.max(head.seq, afterSeq), hash: head.hash };
}

/** After a repair: central has events up to here, so their numbers are not given out again, though they could not be saved. */
export function continuesAfter(db: Sqlite): number {
  return Number(db.prepare<[], string>(`select value from meta where key = 'continues_after'`).pluck().get() ?? 0);
}

/** SQLite says why a write did not happen; anything that is not about storage is a bug and goes on up. */
export function storageFault(error: unknown): FaultCode {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code.startsWith('SQLITE_FULL') || code.startsWith('SQLITE_IOERR')) return 'disk_full';
  if (/^SQLITE_(CORRUPT|NOTADB|READONLY|CANTOPEN|BUSY)/.test(code)) return 'database_broken';
  throw error;
}
