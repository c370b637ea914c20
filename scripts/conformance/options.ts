import { parseArgs } from 'node:util';
import { Advice } from '../console.ts';

export const HELP = `npm run conformance -- <base URL> --code <enrolment code> [options]
npm run conformance -- --gate [--listen <port>] [--patience <seconds>] [--json]

Looks from outside whether a central keeps the rules that a gate relies on. It enrols a device, hands over events and files,
and asks for a badge: point it at a location that is only for trials. Ends with exit code 1 when a rule is not kept, and with
2 when the command itself can't be run.

  --code <code>            an unused enrolment code
  --admin-token <token>    instead of a code, for Gatehouse's own central: codes are made and devices removed by its operator's calls
  --gate <id>              with --admin-token: the gate that codes are for
  --ended-code <code>      a code whose time is over
  --removed-token <token>  the token of a device that was removed
  --patience <seconds>     how long the stream, or a gate, may keep still (default: 20)
  --json                   the report as JSON

With --gate and no base URL it is the other way round: it plays a central to this project's own gate, with faults, and looks at
what the gate does.

  --listen <port>          waits there for any gate to enrol instead; its address and code are told. Have it record something
                           (show it any code) whenever nothing goes on.

What cannot be tried without one of these is told as "not tried", and is no fault.`;

export interface ConformanceOptions {
  /** Without a slash at its end. */
  readonly base: string;
  readonly code?: string | undefined;
  readonly adminToken?: string | undefined;
  readonly gateId?: string | undefined;
  readonly endedCode?: string | undefined;
  readonly removedToken?: string | undefined;
  readonly patienceMs: number;
  readonly json: boolean;
}

const text = { type: 'string' } as const;
const OPTIONS = {
  code: text,
  'admin-token': text,
  gate: text,
  'ended-code': text,
  'removed-token': text,
  patience: text,
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** Undefined: help was asked for. @throws Advice for what nobody can have meant. */
export function readOptions(args: readonly string[]): ConformanceOptions | undefined {
  const { values, positionals } = parse(args);
  const [base, more] = positionals;
  if (values.help) return undefined;
  if (base === undefined) throw new Advice(HELP);
  if (more !== undefined) throw new Advice(`"${more}" is one word too many.\n\n${HELP}`);
  if (!URL.canParse(base) || !/^https?:/.test(base)) throw new Advice(`"${base}" is no address.\n\n${HELP}`);
  const { code, gate: gateId, 'admin-token': adminToken, patience } = values;
  if (code === undefined && adminToken === undefined) throw new Advice(`Give --code or --admin-token.\n\n${HELP}`);
  if (adminToken !== undefined && gateId === undefined) throw new Advice('--admin-token needs --gate, a gate’s id.');
  return {
    base: base.replace(/\/+$/, ''),
    code,
    adminToken,
    gateId,
    endedCode: values['ended-code'],
    removedToken: values['removed-token'],
    patienceMs: patienceMsOf(patience),
    json: values.json,
  };
}

export function patienceMsOf(patience = '20'): number {
  if (!/^\d{1,4}(\.\d+)?$/.test(patience)) throw new Advice(`"${patience}" is no number of seconds.`);
  return Number(patience) * 1000;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (fault) {
    throw new Advice(`${(fault as Error).message}\n\n${HELP}`);
  }
}
