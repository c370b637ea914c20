import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { PaperCame } from '../../preload/muster-views.ts';
import type { PaperDoors } from '../windows/paper.ts';

/** Files kept: the newest is what counts, one before it in case it was cut short. */
const KEPT = 3;
const LOOK_MS = 30_000;

export interface PaperListParts {
  readonly home: string;
  readonly paper: PaperDoors;
  readonly nowMs: () => number;
  readonly setTimer: (run: () => void, ms: number) => () => void;
  /** Null: no paper is wanted, or the gate is not enrolled. */
  readonly everyMinutes: () => number | null;
  /** `printer`: a file all the same where none is. */
  readonly to: () => 'printer' | 'folder';
  readonly page: () => string | undefined;
  readonly onTrouble: (detail: string) => void;
}

export interface PaperList {
  readonly folder: string;
  /** The last one since the program was started. */
  readonly last: () => { readonly atMs: number; readonly came: PaperCame } | undefined;
  /** One more, at once. */
  readonly now: () => Promise<void>;
  readonly stop: () => void;
}

/** Who is inside, on paper every so often, so that a dead computer still leaves a list: printed, or as a file where no printer is. */
export function keepPaperList(parts: PaperListParts): PaperList {
  const { home, paper, nowMs, setTimer, everyMinutes, to, onTrouble } = parts;
  const folder = path.join(home, 'muster');
  let lastMs = nowMs();
  let last: ReturnType<PaperList['last']>;
  let stop = (): void => undefined;
  const put = async (page: string): Promise<PaperCame> => {
    if (to() === 'printer' && (await paper.print(page, 'silent'))) return 'printed';
    const bytes = await paper.pdf(page);
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, `inside-${nowMs()}.pdf`), bytes);
    const old = readdirSync(folder).toSorted().slice(0, -KEPT);
    for (const name of old) rmSync(path.join(folder, name));
    return 'saved';
  };
  const now = async (): Promise<void> => {
    const page = parts.page();
    if (page === undefined) return;
    const atMs = (lastMs = nowMs());
    try {
      last = { atMs, came: await put(page) };
    } catch (error) {
      last = { atMs, came: 'fault' };
      onTrouble(String(error));
    }
  };
  const look = async (): Promise<void> => {
    const minutes = everyMinutes();
    if (minutes !== null && nowMs() - lastMs >= minutes * 60_000) await now();
    next();
  };
  const next = (): void => {
    stop = setTimer(() => void look(), LOOK_MS);
  };
  next();
  return { folder, last: () => last, now, stop: () => stop() };
}
