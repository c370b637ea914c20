import { mkdir, open, rename } from 'node:fs/promises';
import path from 'node:path';
import type { EventRow } from '../journal/journal.ts';

export interface Segment {
  readonly add: (rows: readonly EventRow[]) => Promise<void>;
  /** On disk under its name when it resolves. */
  readonly finish: (fromSeq: number, toSeq: number) => Promise<string>;
  /** Nothing of it is kept. */
  readonly drop: () => Promise<void>;
}

/** Writes events as they are, one a line of JSON with its hash, beside their last name: a file that has its name is whole. */
export async function beginSegment(folder: string, deviceId: string): Promise<Segment> {
  await mkdir(folder, { recursive: true });
  const beside = path.join(folder, `journal-${deviceId}.part`);
  const file = await open(beside, 'w', 0o600);
  return {
    async add(rows) {
      const lines = rows.map(({ body, hash }) => `${body.slice(0, -1)},"hash":"${hash}"}\n`);
      await file.appendFile(lines.join(''));
    },
    async finish(fromSeq, toSeq) {
      await file.sync();
      await file.close();
      const name = path.join(folder, `journal-${deviceId}-${fromSeq}-${toSeq}.jsonl`);
      await rename(beside, name);
      await syncFolder(folder);
      return name;
    },
    drop: () => file.close(),
  };
}

/** The name is on disk too. Windows has no such thing for folders, and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
