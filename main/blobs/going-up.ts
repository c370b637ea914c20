/**
 * Files on their way up to central: each lies in a folder under its hash until central has it whole, so that neither a cut nor a
 * restart loses one. One after the other, in slices, so that a badge or an act never waits behind one.
 */
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync, existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { BlobSink } from './blob-sink.ts';

export interface OnItsWay {
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly sentBytes: number;
  readonly state: 'sending' | 'waiting' | 'stopped';
}

export interface GoingUp {
  /** On disk when it resolves; it goes once `begin` was called. */
  readonly add: (sha256: string, bytes: Uint8Array) => Promise<void>;
  readonly drop: (sha256: string) => void;
  readonly list: () => readonly OnItsWay[];
  /** Somebody wants it to wait, also over a restart. */
  readonly stop: (sha256: string) => void;
  readonly goOn: (sha256: string) => void;
  /** @param isWanted false: nothing names the file any more, for instance because central refused it */
  readonly begin: (isWanted: (sha256: string) => boolean) => void;
  readonly close: () => void;
}

export interface GoingUpParts {
  readonly folder: string;
  readonly sink: BlobSink;
  readonly setTimer: (run: () => void, ms: number) => () => void;
  /** Something moved on. */
  readonly changed: () => void;
}

const SLICE_BYTES = 512 * 1024;
const AGAIN_MS = 10_000;
const NAME = /^([0-9a-f]{64})\.up$/;

interface Entry {
  readonly sizeBytes: number;
  sentBytes: number;
  state: OnItsWay['state'];
}

export function createGoingUp({ folder, sink, setTimer, changed }: GoingUpParts): GoingUp {
  const fileOf = (sha256: string): string => path.join(folder, `${sha256}.up`);
  const markOf = (sha256: string): string => path.join(folder, `${sha256}.stopped`);
  const entries = readEntries(folder, markOf);
  let isWanted: ((sha256: string) => boolean) | undefined;
  let working = false;
  let closed = false;
  let cancelAgain = (): void => {};

  const drop = (sha256: string): void => {
    entries.delete(sha256);
    rmSync(fileOf(sha256), { force: true });
    rmSync(markOf(sha256), { force: true });
  };
  const move = (sha256: string, to: Partial<Pick<Entry, 'sentBytes' | 'state'>>): void => {
    const entry = entries.get(sha256);
    if (entry) Object.assign(entry, to);
    changed();
  };
  const isStopped = (sha256: string): boolean => closed || (entries.get(sha256)?.state ?? 'stopped') === 'stopped';

  /** False: there is no line. */
  const sendOne = async (sha256: string, sizeBytes: number): Promise<boolean> => {
    const file = await open(fileOf(sha256), 'r');
    try {
      let has = await sink.has(sha256);
      while (has.ok && has.value !== 'whole' && !isStopped(sha256)) {
        const fromByte = Math.min(has.value, sizeBytes - 1);
        move(sha256, { sentBytes: fromByte, state: 'sending' });
        const { bytesRead, buffer } = await file.read(Buffer.alloc(SLICE_BYTES), 0, SLICE_BYTES, fromByte);
        if (bytesRead === 0) return false;
        has = await sink.send(sha256, { fromByte, totalBytes: sizeBytes, bytes: buffer.subarray(0, bytesRead) });
      }
      if (has.ok && has.value === 'whole') drop(sha256);
      return has.ok;
    } finally {
      await file.close();
    }
  };
  const work = async (): Promise<void> => {
    if (working || closed || !isWanted) return;
    working = true;
    cancelAgain();
    try {
      for (let next = nextOf(entries); next !== undefined && !closed; next = nextOf(entries)) {
        const [sha256, { sizeBytes }] = next;
        if (!isWanted(sha256)) drop(sha256);
        else if (!(await sendOne(sha256, sizeBytes).catch(() => false))) {
          if (!isStopped(sha256)) move(sha256, { state: 'waiting' });
          break;
        }
        changed();
      }
    } finally {
      working = false;
    }
    if (!closed && nextOf(entries)) cancelAgain = setTimer(() => void work(), AGAIN_MS);
  };

  return {
    async add(sha256, bytes) {
      mkdirSync(folder, { recursive: true });
      const beside = `${fileOf(sha256)}.part`;
      const file = await open(beside, 'w', 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(beside, fileOf(sha256));
      await rm(markOf(sha256), { force: true });
      entries.set(sha256, { sizeBytes: bytes.length, sentBytes: 0, state: 'waiting' });
    },
    drop,
    list: () => [...entries].map(([sha256, entry]) => ({ sha256, ...entry })),
    stop(sha256) {
      if (!entries.has(sha256)) return;
      writeFileSync(markOf(sha256), '');
      move(sha256, { state: 'stopped' });
    },
    goOn(sha256) {
      if (!entries.has(sha256)) return;
      rmSync(markOf(sha256), { force: true });
      move(sha256, { state: 'waiting' });
      void work();
    },
    begin(wanted) {
      isWanted = wanted;
      void work();
    },
    close() {
      closed = true;
      cancelAgain();
    },
  };
}

const nextOf = (entries: ReadonlyMap<string, Entry>): [string, Entry] | undefined =>
  [...entries].find(([, { state }]) => state !== 'stopped');

function readEntries(folder: string, markOf: (sha256: string) => string): Map<string, Entry> {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return new Map(
    names.flatMap((name) => {
      const sha256 = NAME.exec(name)?.[1];
      if (sha256 === undefined) return [];
      const state = existsSync(markOf(sha256)) ? ('stopped' as const) : ('waiting' as const);
      return [[sha256, { sizeBytes: statSync(path.join(folder, name)).size, sentBytes: 0, state }] as const];
    }),
  );
}
