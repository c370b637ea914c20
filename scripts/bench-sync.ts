/**
 * `npm run bench:sync`: a gate's journal drained into central, both sides real and in this one process, against the least that can
 * bring the same events over HTTP into SQLite, in turns. Ratios travel from machine to machine, milliseconds don't.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ms, table } from './bench/figures.ts';
import { drainBare } from './bench/sync-bare.ts';
import { readyToDrain } from './bench/sync-real.ts';
import { Advice, runScript, speaker } from './console.ts';

const say = speaker('bench');
/** At least so much of what the bare loop brings over in the same time. */
const TARGET = 0.6;

await runScript(async () => {
  const { values } = parseArgs({ options: { events: { type: 'string', default: '100000' } } });
  const events = Number(values.events);
  if (!Number.isInteger(events) || events < 1) throw new Advice('--events takes a whole number from 1.');
  const folder = mkdtempSync(path.join(tmpdir(), 'gatehouse-bench-sync-'));
  try {
    say(`writing ${events} events`);
    const gate = await readyToDrain(folder, events);
    const bareMs = await drainBare(gate.db, folder, events);
    const real = await gate.drain();
    await gate.stop();
    if (real.taken !== events) throw new Advice(`central has ${real.taken} of ${events} events.`);
    const perSecond = (tookMs: number): string => Math.round((events / tookMs) * 1000).toString();
    table(
      ['', 'ms', 'events a second'],
      [
        ['bare HTTP + SQLite', ms(bareMs), perSecond(bareMs)],
        ['gate to central', ms(real.tookMs), perSecond(real.tookMs)],
      ],
    );
    const ratio = bareMs / real.tookMs;
    console.log(
      `\n${ratio.toFixed(2)} of the bare loop; ${ratio >= TARGET ? 'meets' : 'falls short of'} the target of ${TARGET}`,
    );
    console.log(
      `anything else in the process waited ${ms(real.delayP99Ms)} ms (p99), ${ms(real.delayMostMs)} ms (longest)`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
