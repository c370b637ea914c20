/** What the scripts say to the person at the terminal. */
export type Say = (line: string) => void;

/** Prefixes every line with the part that speaks: "[runtime] ready". */
export function speaker(part: string): Say {
  return (line) => console.log(`[${part}] ${line}`);
}

/** A fault that the person can mend: printed as it is, without a stack. */
export class Advice extends Error {
  override readonly name = 'Advice';
}

/** Runs a script's main function: advice is printed plainly, a bug with its stack, and both end with exit code 1. */
export async function runScript(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (fault) {
    console.error(fault instanceof Advice ? `\n${fault.message}` : fault);
    process.exitCode = 1;
  }
}
