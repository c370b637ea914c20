import { parseArgs } from 'node:util';
import { Advice } from '../console.ts';

export const VERBS = ['backup', 'check', 'restore'] as const;
export type Verb = (typeof VERBS)[number];

export const HELP = `npm run central -- <verb> <backup folder> [--data <folder>]

  backup   copies what central keeps in --data into a new folder. Works while central runs.
  check    is a backup whole: every file there, and as it was when it was made?
  restore  makes the new folder --data from a backup, for central to be started on

Nothing that is there is ever overwritten. A backup has everybody's names, photos and documents, and the keys that sign
badges: keep it where nobody reads it who may not.

This is for a central that keeps all in one file. On PostgreSQL: README, "Backup".`;

export interface CentralOptions {
  readonly help?: undefined;
  readonly verb: Verb;
  readonly backup: string;
  /** Absent for "check" alone. */
  readonly data?: string;
}

/** The options, or the help that was asked for instead. @throws Advice for what nobody can have meant. */
export function readOptions(args: readonly string[]): CentralOptions | { readonly help: string } {
  const { values, positionals } = parse(args);
  const [name, backup, more] = positionals;
  if (name === undefined || name === 'help' || values.help) return { help: HELP };
  const verb = VERBS.find((each) => each === name);
  if (!verb) throw new Advice(`There is no "${name}".\n\n${HELP}`);
  if (backup === undefined) throw new Advice(`Name the backup's folder: npm run central -- ${verb} <backup folder>`);
  if (more !== undefined) throw new Advice(`"${more}" is one word too many.\n\n${HELP}`);
  if (verb === 'check') return { verb, backup };
  if (values.data === undefined) throw new Advice(`Name central's folder with --data <folder>, as when it is started.`);
  return { verb, backup, data: values.data };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { data: { type: 'string' }, help: { type: 'boolean', short: 'h', default: false } },
      allowPositionals: true,
    });
  } catch (fault) {
    throw new Advice(`${(fault as Error).message}\n\n${HELP}`);
  }
}
