/**
 * `npm run bench:checkout`: everybody checked out in one go while badges are shown, against one bare SQLite transaction of
 * the same rows in the same file (`bench/bare-rows.ts`); and the list of all acts opened over a long journal. Ratios travel, milliseconds don't.
 */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { closeJournalFile } from '../main/journal/open.ts';
import { bareRows } from './bench/bare-rows.ts';
import { checkOutAll, openActivity } from './bench/checkout-run.ts';
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
  const { home, signer } = prepare({ people: SITE_PEOPLE, events }, say);
  const folder = mkdtempSync(path.join(tmpdir(), 'gatehouse-bench-checkout-'));
  for (const name of ['journal.db', 'cache.db']) copyFileSync(path.join(home, name), path.join(folder, name));
  const db = openPrepared(folder);
  try {
    const opened = figuresOf(openActivity(db, 20));
    const { tookMs, workedMs, longestMs, ...scans } = await checkOutAll(db, people, signer);
    const bareMs = bareRows(db, people);
    const [usual, meanwhile] = [figuresOf(scans.usualMs), figuresOf(scans.meanwhileMs)];
    table(
      ['', 'ms'],
      [
        [`all acts over ${events} events, first page, median`, ms(opened.medianMs)],
        [`one bare transaction of the ${people} rows`, ms(bareMs)],
        [`${people} people checked out, slices alone`, ms(workedMs)],
        ['    the same with the badges shown meanwhile and all pauses', ms(tookMs)],
        ['    the longest slice', ms(longestMs)],
        [`a badge before, median of ${usual.count}`, ms(usual.medianMs)],
        ['    p99', ms(usual.p99Ms)],
        [`a badge meanwhile, median of ${meanwhile.count}`, ms(meanwhile.medianMs)],
        ['    p99', ms(meanwhile.p99Ms)],
      ],
    );
    console.log(`\n${times(workedMs / bareMs)} the bare transaction, ${times(tookMs / bareMs)} with badges and pauses`);
  } finally {
    closeJournalFile(db);
    rmSync(folder, { recursive: true });
  }
});
