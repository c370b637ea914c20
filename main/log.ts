import { mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import pino, { type Logger } from 'pino';

export type Log = Pick<Logger, 'info' | 'error' | 'debug'>;

const MAX_BYTES = 5 * 1024 * 1024;

/**
 * Three levels; `error` means that a person must look. One line of JSON each, no personal data: ids and codes only.
 * The file is turned once at start when it has grown beyond 5 MiB; the one before is kept.
 */
export function openLog(home: string, version: string): Log {
  const file = path.join(home, 'log', 'gatehouse.ndjson');
  mkdirSync(path.dirname(file), { recursive: true });
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > MAX_BYTES) renameSync(file, `${file}.1`);
  const destination = pino.destination({ dest: file, sync: true });
  return pino({ base: { version }, level: 'info', timestamp: pino.stdTimeFunctions.isoTime }, destination);
}
