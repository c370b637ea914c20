/** npm run central: back up what central keeps, check a backup, and make central's folder from one. `help` tells how. */
import { backUp } from './central/back-up.ts';
import { checkBackup, type Manifest } from './central/manifest.ts';
import { readOptions, type CentralOptions } from './central/options.ts';
import { restore } from './central/restore.ts';
import { runScript } from './console.ts';

const say = (line: string): void => console.log(line);

await runScript(async () => {
  const options = readOptions(process.argv.slice(2));
  if (options.help !== undefined) return say(options.help);
  await run(options);
});

async function run({ verb, backup, data = '' }: CentralOptions): Promise<void> {
  switch (verb) {
    case 'backup': {
      const made = await backUp(data, backup, Date.now());
      say(`${backup} has ${contents(made)}. Copy it to another machine.`);
      if (made.damaged.length === 0) return;
      say(`${made.damaged.length} files in ${data} are damaged and were left out: ${made.damaged.join(' ')}`);
      process.exitCode = 1;
      return;
    }
    case 'check':
      return say(`${backup} is whole: ${contents(await checkBackup(backup))}.`);
    case 'restore':
      return say(`${data} has ${contents(await restore(backup, data))}. Start central on it.`);
  }
}

function contents({ madeAt, counts: { records, events, devices }, files }: Manifest): string {
  return `central as of ${madeAt}: ${records} records, ${events} events, ${devices} enrolled PCs, ${files.length} files`;
}
