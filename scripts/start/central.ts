import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { Advice } from '../console.ts';
import { ROOT } from '../paths.ts';
import { startChild, type Child } from './children.ts';
import type { CloseDown } from './close-down.ts';
import type { DemoHome } from './home.ts';

/** The one line that central prints when it is ready. */
const readySchema = z.object({ listening: z.url(), enrolmentCode: z.string().min(1) });
const notesSchema = z.object({ centralPort: z.number().int() });

export interface Central {
  readonly url: string;
  readonly enrolmentCode: string;
}

/**
 * Starts the reference central with the demo site. It gets the port that it had the last time: an enrolled gate goes on calling there.
 * @throws Advice when it ends before it listens.
 */
export async function startCentral(home: DemoHome, closeDown: CloseDown): Promise<Central> {
  const child = startChild({
    name: 'central',
    command: process.execPath,
    args: [
      path.join(ROOT, 'central/index.ts'),
      '--demo',
      '--busy',
      '--port',
      String(portOfLastTime(home)),
      '--data',
      home.central,
    ],
    cwd: ROOT,
    log: home.centralLog,
  });
  closeDown.add(child.stop);
  const ready = await readyLine(child, home);
  writeFileSync(home.notes, JSON.stringify({ centralPort: Number(new URL(ready.listening).port) }));
  return { url: ready.listening, enrolmentCode: ready.enrolmentCode };
}

function portOfLastTime(home: DemoHome): number {
  if (!existsSync(home.notes)) return 0;
  return notesSchema.parse(JSON.parse(readFileSync(home.notes, 'utf8'))).centralPort;
}

function readyLine(child: Child, home: DemoHome): Promise<z.infer<typeof readySchema>> {
  return new Promise((resolve, reject) => {
    child.onLine((line) => {
      const ready = readySchema.safeParse(parsedJson(line));
      if (ready.success) resolve(ready.data);
    });
    void child.ended.then(() => {
      const port = portOfLastTime(home);
      const hint = port ? ` If port ${port} is taken, free it, or begin anew with --fresh.` : '';
      reject(
        new Advice(
          `Central ended before it was ready. The end of ${home.centralLog}:\n\n${tail(home.centralLog)}\n${hint}`,
        ),
      );
    });
  });
}

function parsedJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

export const tail = (file: string): string => readFileSync(file, 'utf8').trimEnd().split('\n').slice(-12).join('\n');
