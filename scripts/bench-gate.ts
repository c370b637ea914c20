/**
 * `npm run bench:gate`: a badge's way from the text that was read until the door's relay is ordered on, against a bare
 * better-sqlite3 insert of a row of the same size with the same durability, in turns in one process on one disk. Ratios
 * travel from machine to machine, milliseconds don't.
 *
 * (a) submit() until the act is on disk and the order has been handed to the device host.
 * (b) submit() until the order's bytes have arrived at the far end of the serial line (a pair of pseudo-terminals), so with
 *     the device host's process and the line itself in it.
 */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { closeJournalFile } from '../main/journal/open.ts';
import { layDoors } from './bench/doors.ts';
import { figuresOf, ms, table, times, type Figures } from './bench/figures.ts';
import { PARTS, type Part } from './bench/gate-line.ts';
import { COLD, measure, WARM_UP, type Measured, type Times } from './bench/gate-run.ts';
import { openPrepared, prepare } from './bench/prepared.ts';
import { run } from './commands.ts';
import { Advice, runScript, speaker } from './console.ts';

const say = speaker('bench');
/** At most so many times a bare insert. */
const TARGET = { median: 1.5, p99: 3 };
const DOORS = 8;

await runScript(async () => {
  const options = readOptions();
  const { home, signer } = prepare(options, say);
  const folder = mkdtempSync(path.join(tmpdir(), 'gatehouse-bench-run-'));
  for (const name of ['journal.db', 'cache.db']) copyFileSync(path.join(home, name), path.join(folder, name));
  await run('sync', []);
  const db = openPrepared(folder);
  const doors = await layDoors(folder, DOORS);
  try {
    console.log(`Target: at most ${TARGET.median} x the median and ${TARGET.p99} x the p99 of a bare insert`);
    report(await measure({ db, doors, folder, signer, ...options }), options);
  } finally {
    await doors.stop();
    closeJournalFile(db);
    rmSync(folder, { recursive: true });
  }
});

function report({ queue, single, cold }: Measured, { people, events }: { people: number; events: number }): void {
  console.log(`\n${people} people in the cache, ${events} events in the journal before`);
  show(`${queue.handed.length} scans one right after the other, after ${COLD + WARM_UP} others`, queue);
  show(`${single.handed.length} scans one at a time, the door at rest before each`, single);
  show(`the first ${COLD} scans after the start, one at a time`, cold);
}

function show(title: string, { bare, handed, onTheLine, parts }: Times): void {
  const base = figuresOf(bare);
  const named: (readonly [string, Figures])[] = [
    ['bare insert', base],
    ['(a) on disk, order handed to the host', figuresOf(handed)],
    ...(onTheLine.length > 0 ? [['(b) bytes at the far end of the line', figuresOf(onTheLine)] as const] : []),
  ];
  const partly = PARTS.map((part) => [part, figuresOf(parts.get(part) ?? [])] as const);
  const ratios = ({ medianMs, p99Ms }: Figures) => ({ median: medianMs / base.medianMs, p99: p99Ms / base.p99Ms });
  console.log(`\n${title}\n`);
  table(
    ['', 'median ms', 'p99 ms', 'of bare, median', 'of bare, p99'],
    [...named, ...partly.map(([part, figures]) => [`    ${part}`, figures] as const)].map(([name, figures]) => {
      const { median, p99 } = ratios(figures);
      return [name, ms(figures.medianMs), ms(figures.p99Ms), times(median), times(p99)];
    }),
  );
  for (const [name, figures] of named.slice(1)) {
    const { median, p99 } = ratios(figures);
    const met = median <= TARGET.median && p99 <= TARGET.p99;
    console.log(`${name.slice(0, 3)} ${met ? 'meets the target' : `falls short: ${because(partly, figures, base)}`}`);
    const enoughMs = (figures.medianMs - base.medianMs) / (TARGET.median - 1);
    if (median > TARGET.median)
      console.log(
        `    with the same ${ms(figures.medianMs - base.medianMs)} ms on top its median meets it where a bare insert takes ${ms(enoughMs)} ms or more`,
      );
  }
}

/** What the time beyond a bare insert went into. */
function because(parts: readonly (readonly [Part, Figures])[], whole: Figures, base: Figures): string {
  const own = parts.map(
    ([part, { medianMs }]) => [part, part === 'append' ? medianMs - base.medianMs : medianMs] as const,
  );
  const rest = whole.medianMs - base.medianMs - own.reduce((sum, [, medianMs]) => sum + medianMs, 0);
  const all = [...own, ['device host, line and the rest', rest] as const].sort(([, x], [, y]) => y - x);
  return `beyond the bare insert ${all.map(([part, medianMs]) => `${part} ${ms(Math.max(0, medianMs))} ms`).join(', ')}`;
}

function readOptions(): { people: number; events: number; scans: number } {
  const { values } = parseArgs({
    options: {
      people: { type: 'string', default: '100000' },
      events: { type: 'string', default: '1000000' },
      scans: { type: 'string', default: '1000' },
    },
  });
  const [people, events, scans] = [values.people, values.events, values.scans].map(Number) as [number, number, number];
  if (![people, events, scans].every((n) => Number.isInteger(n) && n > 0)) {
    throw new Advice('--people, --events and --scans take whole numbers from 1.');
  }
  return { people, events, scans };
}
