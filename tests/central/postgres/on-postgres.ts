/** Imported before a test file of central's, it has its centrals keep their rows on PostgreSQL: a database for each folder. */
import { createHash } from 'node:crypto';
import { inject, onTestFinished } from 'vitest';
import { askOnce } from '../../../scripts/postgres/ask.ts';
import { storeOfTest } from '../running-central.ts';

storeOfTest.databaseUrlOf = databaseOf;

const made = new Map<string, Promise<string>>();

/** The folder's database, made when it is asked for the first time, with the demo in it where that is wanted, and dropped after the test. */
export function databaseOf(directory: string, demo: boolean): Promise<string> {
  const known = made.get(directory) ?? make(directory, demo);
  made.set(directory, known);
  return known;
}

async function make(directory: string, demo: boolean): Promise<string> {
  const server = inject('postgresUrl');
  const name = `gatehouse_${createHash('sha256').update(directory).digest('hex').slice(0, 20)}`;
  onTestFinished(async () => void (await askOnce(server, `drop database if exists ${name} with (force)`)));
  await askOnce(
    server,
    `create database ${name} template ${demo ? inject('seededDatabase') : 'template0'} encoding 'UTF8'`,
  );
  const url = new URL(server);
  url.pathname = `/${name}`;
  // It is no copy of the one that it was made from.
  if (demo) await askOnce(url.href, `delete from note where name = 'epoch'`);
  return url.href;
}
