/**
 * `npm run bench:central`: one central in a process of its own and very many gates, each with its stream, pulling, and acting. What a
 * gate costs must not depend on how many others there are: the ratio of the two columns says whether it does.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ms, table, times } from './bench/figures.ts';
import { costPerGate, type CostPerGate } from './bench/many-gates.ts';
import { Advice, runScript, speaker } from './console.ts';
import { openCluster } from './postgres/cluster.ts';

const say = speaker('bench');
const FEW = 1000;
/** A gate among many costs at most so much more than one among few. */
const TARGET = 1.5;

await runScript(async () => {
  const { values } = parseArgs({
    options: { gates: { type: 'string', default: '10000' }, postgres: { type: 'boolean', default: false } },
  });
  const gates = Number(values.gates);
  if (!Number.isInteger(gates) || gates < FEW) throw new Advice(`--gates takes a whole number from ${FEW}.`);
  const folder = mkdtempSync(path.join(tmpdir(), 'gatehouse-bench-central-'));
  const cluster = values.postgres ? await openCluster({ durable: true }) : undefined;
  const costOf = async (count: number): Promise<CostPerGate> => {
    say(`${count} gates on ${cluster ? 'PostgreSQL' : 'SQLite'}`);
    const database = await cluster?.createDatabase(`gatehouse_${count}_${process.pid}`);
    return costPerGate(count, path.join(folder, String(count)), database);
  };
  try {
    const [few, many] = [await costOf(FEW), await costOf(gates)];
    const row = (name: string, of: (cost: CostPerGate) => number, shown = ms) => [
      name,
      shown(of(few)),
      shown(of(many)),
      times(of(many) / of(few)),
    ];
    table(
      ['per gate', `${FEW} gates`, `${gates} gates`, ''],
      [
        row('connecting with a stream, ms of processor', (cost) => cost.connectCpuMs),
        row('a stream, KiB', (cost) => cost.streamKiB),
        row('pulling from the start, ms of processor', (cost) => cost.pullCpuMs),
        row('standing by for a minute, ms of processor', (cost) => cost.standingCpuMs),
        row('an act that two gates hear of and pull, ms of processor', (cost) => cost.actCpuMs),
        row('such acts a second', (cost) => cost.actsPerSecond),
      ],
    );
    const worst = Math.max(
      ...(['connectCpuMs', 'pullCpuMs', 'standingCpuMs', 'actCpuMs'] as const).map(
        (figure) => many[figure] / few[figure],
      ),
    );
    const verdict = worst <= TARGET ? 'meets' : 'misses';
    console.log(`\nat most ${times(worst)} the processor per gate; ${verdict} the target of ${TARGET} x`);
  } finally {
    await cluster?.stop();
    rmSync(folder, { recursive: true });
  }
});
