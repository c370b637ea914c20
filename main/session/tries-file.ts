import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { afterWrong, type Tries } from '../../core/session/lock-out.ts';

/** Wrong tries per account: a restart of this PC gives nobody a fresh start. */
export interface TriesFile {
  readonly of: (key: string) => Tries | undefined;
  /** On disk when it returns, where the disk lets it. */
  readonly wrong: (key: string, nowMs: number) => Tries;
  readonly clear: (key: string) => void;
}

const fileSchema = z.record(
  z.string().max(64),
  z.object({ wrong: z.number().int().min(1).max(100_000), atMs: z.number().int().min(0) }),
);

/** `sign-in-tries.json` under `home`: ids and counts, nothing of a secret. A file that can't be read counts as empty. */
export function openTries(home: string): TriesFile {
  const file = path.join(home, 'sign-in-tries.json');
  const tries = new Map(Object.entries(readTries(file)));
  const keep = (): void => {
    try {
      writeTries(home, file, Object.fromEntries(tries));
    } catch {
      // A full disk stops the count at the next restart, not now.
    }
  };
  return {
    of: (key) => tries.get(key),
    wrong(key, nowMs) {
      const after = afterWrong(tries.get(key), nowMs);
      tries.set(key, after);
      keep();
      return after;
    },
    clear(key) {
      if (tries.delete(key)) keep();
    },
  };
}

function readTries(file: string): Record<string, Tries> {
  try {
    return fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return {};
  }
}

/** Written beside, synced, then renamed: a power cut leaves the old file or the new one. */
function writeTries(home: string, file: string, tries: Record<string, Tries>): void {
  mkdirSync(home, { recursive: true });
  const next = `${file}.next`;
  const descriptor = openSync(next, 'w', 0o600);
  writeSync(descriptor, JSON.stringify(tries));
  fsyncSync(descriptor);
  closeSync(descriptor);
  renameSync(next, file);
}
