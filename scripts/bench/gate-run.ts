import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { IssuerSigner } from '../../central/sign.ts';
import { assertDurable } from '../../main/journal/open.ts';
import { openSqlite, type Sqlite } from '../../main/sqlite.ts';
import type { BenchDoors } from './doors.ts';
import { assembleLine, PARTS, type BenchLine, type Part } from './gate-line.ts';
import { badgeText } from './site.ts';

/** Scans right after the start, told apart. */
export const COLD = 100;
/** Scans one right after the other before any other counts: by then the code is compiled. */
export const WARM_UP = 2000;
/** In, out, in, out: the first of them with a grant. */
const SCANS_EACH = 4;
/** What an act of these scans takes in the journal on average, its rows' columns and hashes included. */
const ROW_BYTES = 900;

export interface RunParts {
  readonly db: Sqlite;
  readonly doors: BenchDoors;
  readonly folder: string;
  readonly signer: IssuerSigner;
  readonly people: number;
  readonly scans: number;
}

/** All in milliseconds, one for each scan: a bare insert beside it, (a), (b) where it was waited for, and the parts. */
export interface Times {
  readonly bare: number[];
  readonly handed: number[];
  readonly onTheLine: number[];
  readonly parts: ReadonlyMap<Part, number[]>;
}
const noTimes = (): Times => ({ bare: [], handed: [], onTheLine: [], parts: new Map(PARTS.map((part) => [part, []])) });

export interface Measured {
  /** One right after the other, as from a queue of people. */
  readonly queue: Times;
  /** One at a time, the door at rest before each. */
  readonly single: Times;
  /** The same, right after the start. */
  readonly cold: Times;
}

interface Visit {
  readonly text: string;
  readonly doorId: string;
}

export async function measure(run: RunParts): Promise<Measured> {
  const line = assembleLine(run.db, run.doors);
  const bare = bareInsert(run.folder);
  const visits = visitsOf(run);
  const singly = async (count: number): Promise<Times> => {
    const times = noTimes();
    for (const visit of take(visits, count)) {
      await run.doors.atRest(visit.doorId);
      const on = run.doors.nextOn(visit.doorId);
      const startedMs = pair(line, bare, visit, times);
      times.onTheLine.push((await on) - startedMs);
      await line.quiet();
    }
    return times;
  };
  const inAQueue = async (count: number): Promise<Times> => {
    const times = noTimes();
    for (const visit of take(visits, count)) {
      pair(line, bare, visit, times);
      // The device host is heard in between: one that seems silent would be started anew.
      await setImmediate();
    }
    await line.quiet();
    return times;
  };
  const cold = await singly(COLD);
  await inAQueue(WARM_UP);
  const queue = await inAQueue(run.scans);
  const single = await singly(run.scans);
  line.stop();
  return { queue, single, cold };
}

/** A scan and a bare insert; each goes first every other time, so that whatever the machine does hits both. Returns when the scan began. */
function pair(line: BenchLine, bare: () => number, { text, doorId }: Visit, times: Times): number {
  const bareFirst = times.bare.length % 2 === 0;
  const before = bareFirst ? bare() : Number.NaN;
  const startedMs = performance.now();
  submit(line, text, doorId);
  times.handed.push(line.releasedAtMs() - startedMs);
  for (const part of PARTS) times.parts.get(part)?.push(line.took.get(part) ?? Number.NaN);
  times.bare.push(bareFirst ? before : bare());
  return startedMs;
}

function* take<T>(from: Iterator<T>, count: number): Generator<T> {
  for (let n = 0; n < count; n += 1) {
    const next = from.next();
    if (next.done) return;
    yield next.value;
  }
}

/** Groups of people come and go in turns, two for each door, so that no scan repeats the one before it at its lane. */
function* visitsOf({ doors: { doors }, people, signer }: RunParts): Generator<Visit> {
  const group = 2 * doors.length;
  const nowMs = Date.now();
  for (let first = 0; ; first += group) {
    const texts = doors.concat(doors).map((_, n) => badgeText((first + n) % people, signer, nowMs));
    for (let n = 0; n < SCANS_EACH * group; n += 1) {
      yield { text: texts[n % group] ?? '', doorId: doors[n % doors.length]?.id ?? '' };
    }
  }
}

function submit({ gate }: BenchLine, raw: string, laneId: string): void {
  const outcome = gate.submit({ source: 'serial', scannerId: 'serial-1', laneId, raw, atMs: Date.now() });
  if (outcome?.decision.kind !== 'admit') throw new Error(`not admitted: ${outcome?.decision.code ?? 'no outcome'}`);
}

/** A table and a row: what any program pays to have something on disk. Returns how long one insert took. */
function bareInsert(folder: string): () => number {
  const db = openSqlite(path.join(folder, 'bare.db'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('create table row (id integer primary key, body text not null) strict');
  assertDurable(db);
  const insert = db.prepare('insert into row (body) values (?)');
  const body = 'x'.repeat(ROW_BYTES);
  return () => {
    const startedMs = performance.now();
    insert.run(body);
    return performance.now() - startedMs;
  };
}
