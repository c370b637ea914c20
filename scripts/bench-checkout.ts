/**
 * `npm run bench:checkout`: everybody checked out in one go while badges are shown, against one bare SQLite transaction of as many rows of
 * the same size on the same disk; and the list of all acts opened over a long journal. Ratios travel, milliseconds don't.
 */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { closeJournalFile } from '../main/journal/open.ts';
import { bareInsert, checkOutAll, openActivity } from './bench/checkout-run.ts';
import { figuresOf, ms, table, times } from './bench/figures.ts';
import { openPrepared, prepare } from './bench/prepared.ts';
import { Advice, runScript, speaker } from './console.ts';

const say = speaker('bench');
/** As `bench:gate` has them, so that what is prepared serves both. */
const SITE_PEOPLE = 100_000;

await runScript(async () => {
  const { values } = parseArgs({
    options: { people: { type: 'string', default: '5000' }, events: { type: 'string', default: '1000000' } },
  });
  const [people, events] = [Number(values.people), Number(values.events)];
  if (![people, events].every((n) => Number.isInteger(n) && n > 0))
    throw new Advice('Both take a whole number from 1.');
  const { home } = prepare({ people: SITE_PEOPLE, events }, say);
  const folder = mkdtempSync(path.join(tmpdir(), 'gatehouse-bench-checkout-'));
  for (const name of ['journal.db', 'cache.db']) copyFileSync(path.join(home, name), path.join(folder, name));
  const db = openPrepared(folder);
  try {
    const opened = figuresOf(openActivity(db, 20));
    const bareMs = bareInsert(db, people);
    const { tookMs, scansMs } = await checkOutAll(db, people);
    const scans = figuresOf(scansMs);
    table(
      ['', 'ms'],
      [
        [`all acts over ${events} events, first page, median`, ms(opened.medianMs)],
        [`one bare transaction of ${people} rows`, ms(bareMs)],
        [`${people} people checked out`, ms(tookMs)],
        [`a badge meanwhile, median of ${scans.count}`, ms(scans.medianMs)],
        ['a badge meanwhile, p99', ms(scans.p99Ms)],
      ],
    );
    console.log(`\n${times(tookMs / bareMs)} the bare transaction`);
  } finally {
    closeJournalFile(db);
    rmSync(folder, { recursive: true });
  }
});
