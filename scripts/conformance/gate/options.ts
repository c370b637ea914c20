import { parseArgs } from 'node:util';
import { Advice } from '../../console.ts';
import { HELP, patienceMsOf } from '../options.ts';

export interface GateOptions {
  /** Where any gate may enrol; undefined: this project's own gate is tried. */
  readonly port: number | undefined;
  readonly patienceMs: number;
  readonly json: boolean;
}

const text = { type: 'string' } as const;
const OPTIONS = {
  gate: { type: 'boolean' },
  listen: text,
  patience: text,
  json: { type: 'boolean', default: false },
} as const;

/** Undefined unless `--gate` is there without an id: then it is the gate that is looked at. @throws Advice for what nobody can have meant. */
export function readGateOptions(args: readonly string[]): GateOptions | undefined {
  const at = args.indexOf('--gate');
  const next = args[at + 1];
  if (at === -1 || (next !== undefined && !next.startsWith('--'))) return undefined;
  const { listen, patience, json } = parse(args);
  const port = listen === undefined ? undefined : Number(listen);
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port < 65_536))
    throw new Advice(`"${listen}" is no port.`);
  return { port, patienceMs: patienceMsOf(patience), json };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (fault) {
    throw new Advice(`${(fault as Error).message}\n\n${HELP}`);
  }
}
