/** npm run conformance -- <base URL>: does a central keep the rules that a gate relies on? */
import { runScript } from './console.ts';
import { HELP, readOptions } from './conformance/options.ts';
import { lineOf, summaryOf } from './conformance/report.ts';
import { runChecks } from './conformance/run.ts';

await runScript(async () => {
  const options = readOptions(process.argv.slice(2));
  if (!options) return console.log(HELP);
  const all = await runChecks(options, (found) => options.json || console.log(lineOf(found)));
  const kept = all.every(({ outcome }) => outcome !== 'not_kept');
  console.log(
    options.json ? JSON.stringify({ base: options.base, kept, checks: all }, null, 2) : `\n${summaryOf(all)}`,
  );
  if (!kept) process.exitCode = 1;
});
