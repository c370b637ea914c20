/** npm run faults -- [--events <count>]: events through a misbehaving proxy into central; none lost, none doubled, drained when it heals. */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { Advice, runScript } from './console.ts';
import { ROOT } from './paths.ts';

const TEST = 'tests/main/sync/faults.test.ts';

await runScript(() => {
  const { values } = parseArgs({ options: { events: { type: 'string', default: '10000' } } });
  if (!/^[1-9]\d{0,6}$/.test(values.events)) throw new Advice(`"${values.events}" is no number of events.`);
  const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'unit', TEST], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, GATEHOUSE_FAULT_EVENTS: values.events },
  });
  process.exitCode = status ?? 1;
  return Promise.resolve();
});
