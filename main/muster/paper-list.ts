import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { PaperDoors } from '../windows/paper.ts';

/** Files kept: the newest is what counts, one before it in case it was cut short. */
const KEPT = 3;
const LOOK_MS = 30_000;

export interface PaperListParts {
  readonly home: string;
  readonly paper: PaperDoors;
  readonly nowMs: () => number;
  readonly setTimer: (run: () => void, ms: number) => () => void;
  /** Null: the location wants no paper, or the gate is not enrolled. */
  readonly everyMinutes: () => number | null;
  readonly page: () => string | undefined;
  readonly onTrouble: (detail: string) => void;
}

/** Who is inside, on paper every so often, so that a dead computer still leaves a list: printed, or as a file where no printer is. */
export function keepPaperList(parts: PaperListParts): () => void {
  const { home, paper, nowMs, setTimer, everyMinutes, onTrouble } = parts;
  const folder = path.join(home, 'muster');
  let lastMs = nowMs();
  let stop = (): void => undefined;
  const put = async (page: string): Promise<void> => {
    if (await paper.print(page, 'silent')) return;
    const bytes = await paper.pdf(page);
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, `inside-${nowMs()}.pdf`), bytes);
    const old = readdirSync(folder).toSorted().slice(0, -KEPT);
    for (const name of old) rmSync(path.join(folder, name));
  };
  const look = async (): Promise<void> => {
    const minutes = everyMinutes();
    const page = minutes !== null && nowMs() - lastMs >= minutes * 60_000 ? parts.page() : undefined;
    if (page !== undefined) {
      lastMs = nowMs();
      await put(page).catch((error: unknown) => onTrouble(String(error)));
    }
    next();
  };
  const next = (): void => {
    stop = setTimer(() => void look(), LOOK_MS);
  };
  next();
  return () => stop();
}
