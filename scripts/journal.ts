/** npm run journal: read, check, mend and export a gate's journal. `npm run journal -- help` tells how. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { runScript } from './console.ts';
import { entries } from './journal/entries.ts';
import { exportJournal } from './journal/export.ts';
import { findJournal, withJournal } from './journal/open.ts';
import { readOptions, type JournalOptions } from './journal/options.ts';
import { lineOf } from './journal/print.ts';
import { rebuild } from './journal/rebuild.ts';
import { verify } from './journal/verify.ts';
import type { Sqlite } from '../main/sqlite.ts';

const say = (line: string): void => console.log(line);

await runScript(async () => {
  const options = readOptions(process.argv.slice(2));
  if (options.help !== undefined) return say(options.help);
  const file = findJournal(options);
  const well = await withJournal(file, options.verb === 'rebuild' ? 'alone' : 'reading', (db) => run(db, options));
  if (!well) process.exitCode = 1;
});

/** Returns whether all is well. */
async function run(db: Sqlite, options: JournalOptions): Promise<boolean> {
  switch (options.verb) {
    case 'verify':
      return verify(db, say);
    case 'rebuild':
      return rebuild(db, say);
    case 'print':
      await toTheTerminal(print(db, options));
      return true;
    case 'export':
      await untilNobodyReads(exportJournal(db, options));
      return true;
  }
}

function* print(db: Sqlite, { filter }: JournalOptions): Generator<string> {
  for (const entry of entries(db, filter)) yield `${lineOf(entry)}\n`;
}

function toTheTerminal(lines: Iterable<string>): Promise<void> {
  return untilNobodyReads(pipeline(Readable.from(lines), process.stdout, { end: false }));
}

/** `journal print | head` ends the reading early, which is no fault. */
async function untilNobodyReads(writing: Promise<void>): Promise<void> {
  try {
    await writing;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
  }
}
