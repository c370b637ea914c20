import type { Sqlite } from '../sqlite.ts';
import { nextTurn } from '../next-turn.ts';

/** How long one turn of a list may hold up everything else. */
const TURN_MS = 4;

export interface Turns {
  /** When a turn that begins now is over, by `performance.now()`. */
  readonly end: () => number;
  /** When it is one's turn again. */
  readonly turn: () => Promise<void>;
  /** Looks on by turns until it is so. False: that moment came before, or the gate's files were closed. */
  readonly until: (isSo: () => boolean, look: (untilMs: number) => unknown, endMs?: number) => Promise<boolean>;
}

/** Long work of main by short turns, between which all else has its own: a scan, a door, a screen. */
export function createTurns(db: Sqlite, breathe = nextTurn): Turns {
  const end = (): number => performance.now() + TURN_MS;
  let last = Promise.resolve();
  /** One after the other, however many wait: two turns together would be twice as long. */
  const turn = (): Promise<void> => (last = last.then(breathe));
  return {
    end,
    turn,
    async until(isSo, look, endMs = Number.POSITIVE_INFINITY) {
      while (db.open && !isSo()) {
        if (performance.now() >= endMs) return false;
        await turn();
        if (db.open) look(end());
      }
      return db.open;
    },
  };
}
