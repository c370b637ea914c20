/** npm run conformance: does a central keep the rules that a gate relies on, or with --gate, does the gate keep its own? */
import { Advice, runScript } from './console.ts';
import { readGateOptions } from './conformance/gate/options.ts';
import { runGateChecks } from './conformance/gate/run.ts';
import { HELP, readOptions } from './conformance/options.ts';
import { lineOf, summaryOf } from './conformance/report.ts';
import { runChecks, type Found } from './conformance/run.ts';

/** Not the same as a rule that is not kept: nothing was tried. */
const NOT_RUN = 2;

await runScript(async () => {
  try {
    await main(process.argv.slice(2));
  } catch (fault) {
    if (!(fault instanceof Advice)) throw fault;
    console.error(`\n${fault.message}`);
    process.exitCode = NOT_RUN;
  }
});

async function main(args: readonly string[]): Promise<void> {
  const gate = readGateOptions(args);
  if (gate) {
    const told = (found: Found): void => void (gate.json || console.log(lineOf(found)));
    const waiting = (url: string, code: string): void =>
      console.error(
        `Enrol the gate at ${url} with the code ${code}. It has ${gate.patienceMs / 1000} s for each step.\n`,
      );
    return report(await runGateChecks({ ...gate, told, waiting }), gate.json, {});
  }
  const options = readOptions(args);
  if (!options) return console.log(HELP);
  const all = await runChecks(options, (found) => options.json || console.log(lineOf(found)));
  report(all, options.json, { base: options.base });
}

function report(checks: readonly Found[], json: boolean, more: object): void {
  const kept = checks.every(({ outcome }) => outcome !== 'not_kept');
  console.log(json ? JSON.stringify({ ...more, kept, checks }, null, 2) : `\n${summaryOf(checks)}`);
  if (!kept) process.exitCode = 1;
}
