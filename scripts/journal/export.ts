import { stringify } from 'csv-stringify';
import { createWriteStream } from 'node:fs';
import { Readable, Transform, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Sqlite } from '../../main/sqlite.ts';
import { Advice } from '../console.ts';
import { entries, textIn, type Entry } from './entries.ts';
import type { Filter } from './options.ts';

export const CSV_COLUMNS = [
  'seq',
  'id',
  'type',
  'occurredAt',
  'code',
  'workerId',
  'badgeId',
  'laneId',
  'actor',
  'actorUserId',
  'central',
  'centralCode',
  'gateId',
  'locationId',
  'deviceId',
  'bootId',
  'monotonicMs',
  'clockOffsetMs',
  'data',
  'prevHash',
  'hash',
] as const;

export interface ExportWanted {
  readonly format: 'csv' | 'json';
  readonly filter: Filter;
  /** A file; absent: standard output. */
  readonly out?: string;
}

/** Streams the events out: a million of them take no more memory than a page. */
export async function exportJournal(db: Sqlite, { format, filter, out }: ExportWanted): Promise<void> {
  const target: Writable = out === undefined ? process.stdout : createWriteStream(out);
  const streams = [Readable.from(entries(db, filter)), ...(format === 'csv' ? csv() : [jsonLines()]), target];
  // Standard output is the process's own and stays open.
  await pipeline(streams, { end: out !== undefined }).catch((error: NodeJS.ErrnoException) => {
    if (error.syscall !== 'open') throw error;
    throw new Advice(`${out} can't be written (${error.message}). Choose another place with --out.`);
  });
}

/**
 * RFC 4180 with a header. A cell that begins like a formula gets a ' before it: what a badge or central wrote must not run in
 * somebody's spreadsheet (OWASP "CSV Injection").
 */
const csv = (): Transform[] => [
  new Transform({ objectMode: true, transform: (entry: Entry, _encoding, done) => done(null, rowOf(entry)) }),
  stringify({ header: true, columns: [...CSV_COLUMNS], escape_formulas: true, record_delimiter: 'windows' }),
];

function rowOf({ event, central }: Entry): Record<(typeof CSV_COLUMNS)[number], unknown> {
  const { actor, data, ...envelope } = event;
  return {
    ...envelope,
    code: textIn(event, 'code'),
    workerId: textIn(event, 'workerId'),
    badgeId: textIn(event, 'badgeId'),
    laneId: textIn(event, 'laneId'),
    actor: actor.kind,
    actorUserId: actor.userId,
    central: central.status,
    centralCode: central.code,
    data: JSON.stringify(data),
  };
}

const jsonLines = (): Transform =>
  new Transform({
    writableObjectMode: true,
    transform: ({ event, central }: Entry, _encoding, done) => done(null, `${JSON.stringify({ ...event, central })}\n`),
  });
