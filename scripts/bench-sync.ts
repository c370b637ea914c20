/**
 * `npm run bench:sync`: a gate's journal drained into a central in a process of its own, against the least that can bring the same
 * events over HTTP into the same kind of database in another process, in turns; on SQLite, and on PostgreSQL where there is a server.
 * Ratios travel from machine to machine, milliseconds don't.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ms, table } from './bench/figures.ts';
import { drainBare } from './bench/sync-bare.ts';
import { readyToDrain } from './bench/sync-real.ts';
import { Advice, runScript, speaker } from './console.ts';
import { openCluster, type Cluster } from './postgres/cluster.ts';
import { findPostgres } from './provision/postgres.ts';

const say = speaker('bench');
/** At least so much of what the bare loop brings over in the same time. */
const TARGET = 0.6;

await runScript(async () => {
  const { values } = parseArgs({ options: { events: { type: 'string', default: '100000' } } });
  const events = Number(values.events);
  if (!Number.isInteger(events) || events < 1) throw new Advice('--events takes a whole number from 1.');
  const folder = mkdtempSync(path.join(tmpdir(), 'gatehouse-bench-sync-'));
  const hasServer = findPostgres() !== undefined || Boolean(process.env['CENTRAL_TEST_DATABASE_URL']);
  const cluster = hasServer ? await openCluster({ durable: true }) : undefined;
  try {
    await compare('SQLite', path.join(folder, 'sqlite'), events);
    if (cluster) await compare('PostgreSQL', path.join(folder, 'postgres'), events, cluster);
    else say('no PostgreSQL here: on Debian apt-get install postgresql, or name one with CENTRAL_TEST_DATABASE_URL');
  } finally {
    await cluster?.stop();
    rmSync(folder, { recursive: true });
  }
});

async function compare(store: string, folder: string, events: number, cluster?: Cluster): Promise<void> {
  mkdirSync(folder);
  say(`${store}: writing ${events} events`);
  const database = (name: string) => cluster?.createDatabase(`gatehouse_${name}_${process.pid}`);
  const [ofCentral, ofBare] = [await database('central'), await database('bare')];
  const gate = await readyToDrain(folder, events, ofCentral);
  const bareMs = await drainBare(gate.db, events, folder, ofBare);
  const real = await gate.drain();
  await gate.stop();
  if (real.takenTo !== events) throw new Advice(`central has ${real.takenTo} of ${events} events.`);
  const perSecond = (tookMs: number): string => Math.round((events / tookMs) * 1000).toString();
  table(
    ['', 'ms', 'events a second'],
    [
      [`bare HTTP + ${store}`, ms(bareMs), perSecond(bareMs)],
      ['gate to central', ms(real.tookMs), perSecond(real.tookMs)],
    ],
  );
  const ratio = bareMs / real.tookMs;
  const verdict = ratio >= TARGET ? 'meets' : 'falls short of';
  console.log(`\n${ratio.toFixed(2)} of the bare loop; ${verdict} the target of ${TARGET}`);
  console.log(
    `what follows (presences, hours, other gates' lists) was told ${ms(real.toldAfterMs)} ms after the last answer`,
  );
  console.log(
    `anything else in the gate waited ${ms(real.delayP99Ms)} ms (p99), ${ms(real.delayMostMs)} ms (longest)\n`,
  );
}
