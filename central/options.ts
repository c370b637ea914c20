import { parseArgs } from 'node:util';
import { z } from 'zod';

export interface Options {
  readonly port: number;
  readonly host: string;
  readonly dataDirectory: string;
  readonly demo: boolean;
  /** With the demo: some people are inside already. */
  readonly busy: boolean;
}

export const USAGE = 'node central/index.ts --data <folder> [--port <0..65535>] [--host <address>] [--demo [--busy]]';

const schema = z.object({
  port: z.coerce.number().int().min(0).max(65_535).default(8787),
  host: z.string().min(1).default('127.0.0.1'),
  data: z.string().min(1),
  demo: z.boolean().default(false),
  busy: z.boolean().default(false),
});

/** Throws with a sentence for the person at the console. */
export function readOptions(argv: readonly string[]): Options {
  const parsed = schema.safeParse(valuesOf(argv));
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `--${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`${faults.join('; ')}\n${USAGE}`);
  }
  const { port, host, data, demo, busy } = parsed.data;
  return { port, host, dataDirectory: data, demo, busy };
}

/** A whole number from 1 of the environment. Throws with a sentence: taken for 0 or none, it would turn every gate away. */
export function numberFrom(env: Readonly<Record<string, string | undefined>>, name: string, otherwise: number): number {
  const text = env[name];
  if (text === undefined || text === '') return otherwise;
  if (!/^[1-9]\d{0,8}$/.test(text))
    throw new Error(`${name} takes a whole number from 1, not ${JSON.stringify(text)}.`);
  return Number(text);
}

function valuesOf(argv: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...argv],
      options: { port: text, host: text, data: text, demo: { type: 'boolean' }, busy: { type: 'boolean' } },
    }).values;
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}
