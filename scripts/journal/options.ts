import { parseArgs } from 'node:util';
import { Advice } from '../console.ts';

export const VERBS = ['print', 'verify', 'rebuild', 'export'] as const;
export type Verb = (typeof VERBS)[number];

const WHICH_FILE = `Which journal:
  --home <folder>  the gate's folder (GATEHOUSE_HOME), or a folder of npm start (default: the one of npm start)
  --file <file>    the journal itself, journal.db`;

const WHICH_EVENTS = `Which events (all of these may be combined; the default is every event):
  --since <time>   from this time on: 2026-03-02, 2026-03-02T06:00Z, 2026-03-02T06:00+01:00
  --type <type>    of this type, for instance access.refused
  --worker <id>    of this person
  --last <n>       the newest n of them`;

export const HELP: Readonly<Record<Verb | 'all', string>> = {
  all: `npm run journal -- <verb> [options]

  print    the events as lines to read, with what central answered
  verify   is every event as it was written, and do the lists fit the events?
  rebuild  make who is inside and the grants anew from the events
  export   the events as CSV or as lines of JSON

${WHICH_FILE}

"npm run journal -- help <verb>" tells more about one of them.`,
  print: `npm run journal -- print [options]

Prints a line for each event: number, time (UTC), type, code, who, and what central answered ("waiting": not yet).
Works while the gate runs.

${WHICH_FILE}

${WHICH_EVENTS}`,
  verify: `npm run journal -- verify [options]

Walks the whole journal: every hash, every link to the event before, no number missing; then folds the events again and
compares who is inside and which grants hold with what is kept. Ends with exit code 1 when something is wrong.
Works while the gate runs.

${WHICH_FILE}`,
  rebuild: `npm run journal -- rebuild [options]

Makes who is inside and the grants anew from the events alone, and tells what was different before. The events are only
read. The gate must not run: stop it first.

${WHICH_FILE}`,
  export: `npm run journal -- export [options]

Writes the events out, oldest first, with what central answered. Works while the gate runs.

  --format csv     a table for a spreadsheet (the default); cells that a spreadsheet would take for a formula begin with '
  --format json    one event per line, as it was recorded, with a field "central"
  --out <file>     into this file instead of the terminal

${WHICH_FILE}

${WHICH_EVENTS}`,
};

/** Which events are wanted. */
export interface Filter {
  readonly sinceMs?: number;
  readonly type?: string;
  readonly workerId?: string;
  readonly last?: number;
}

export interface JournalOptions {
  readonly verb: Verb;
  readonly help?: undefined;
  readonly home?: string;
  readonly file?: string;
  readonly filter: Filter;
  readonly format: 'csv' | 'json';
  readonly out?: string;
}

const OPTIONS = {
  home: { type: 'string' },
  file: { type: 'string' },
  since: { type: 'string' },
  type: { type: 'string' },
  worker: { type: 'string' },
  last: { type: 'string' },
  format: { type: 'string' },
  out: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const FILE_OPTIONS = ['home', 'file', 'help'];
const EVENT_OPTIONS = [...FILE_OPTIONS, 'since', 'type', 'worker', 'last'];
const TAKES: Readonly<Record<Verb, readonly string[]>> = {
  print: EVENT_OPTIONS,
  verify: FILE_OPTIONS,
  rebuild: FILE_OPTIONS,
  export: [...EVENT_OPTIONS, 'format', 'out'],
};

/** The options, or the help that was asked for instead. @throws Advice for what nobody can have meant. */
export function readOptions(args: readonly string[]): JournalOptions | { readonly help: string } {
  const { values, positionals } = parse(args);
  const [first, second] = positionals;
  if (first === undefined || (first === 'help' && second === undefined)) return { help: HELP.all };
  const verb = verbNamed(first === 'help' ? second : first);
  if (values.help || first === 'help') return { help: HELP[verb] };
  if (second !== undefined) throw new Advice(`"${second}" is one word too many.\n\n${HELP[verb]}`);
  const odd = Object.keys(values).find((name) => !TAKES[verb].includes(name));
  if (odd !== undefined) throw new Advice(`"${verb}" has no --${odd}.\n\n${HELP[verb]}`);
  const { home, file, out, format = 'csv' } = values;
  if (home !== undefined && file !== undefined) throw new Advice('Give --home or --file, not both.');
  if (format !== 'csv' && format !== 'json')
    throw new Advice(`There is no format "${format}". Give --format csv or json.`);
  return {
    verb,
    format,
    filter: filterOf(values),
    ...(home === undefined ? {} : { home }),
    ...(file === undefined ? {} : { file }),
    ...(out === undefined ? {} : { out }),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (fault) {
    throw new Advice(`${(fault as Error).message}\n\n${HELP.all}`);
  }
}

function verbNamed(name: string | undefined): Verb {
  const verb = VERBS.find((each) => each === name);
  if (!verb) throw new Advice(`There is no "${name}".\n\n${HELP.all}`);
  return verb;
}

function filterOf(values: {
  readonly since?: string | undefined;
  readonly type?: string | undefined;
  readonly worker?: string | undefined;
  readonly last?: string | undefined;
}): Filter {
  const { since, type, worker, last } = values;
  return {
    ...(since === undefined ? {} : { sinceMs: timeOf(since) }),
    ...(type === undefined ? {} : { type }),
    ...(worker === undefined ? {} : { workerId: worker }),
    ...(last === undefined ? {} : { last: countOf(last) }),
  };
}

const ISO_TIME = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?$/;
function timeOf(text: string): number {
  const ms = ISO_TIME.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(ms)) throw new Advice(`"${text}" is no time. Write it as 2026-03-02 or 2026-03-02T06:00Z.`);
  return ms;
}

function countOf(text: string): number {
  if (!/^[1-9]\d{0,9}$/.test(text)) throw new Advice(`"${text}" is no number of events. Write it as --last 20.`);
  return Number(text);
}
