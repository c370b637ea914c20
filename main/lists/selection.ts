import type { Key } from './presence-keys.ts';
import type { Finding } from './patience.ts';
import { foundAtOnce, type Walk } from './walk.ts';

/** The rows of one list as they were asked for: found by and by, kept while one scrolls through them. */
export interface Selection extends Finding {
  readonly keys: (offset: number, limit: number) => readonly Key[];
  /** How many rows there are; as long as `isCounted` is false, how many were found so far. */
  readonly total: () => number;
}

export interface SelectionParts {
  /** Rows that stand before all others. */
  readonly first?: readonly Key[];
  readonly found: Walk;
  readonly keyOf: (row: number) => Key | undefined;
  /** Where it is known without a look at every row; undefined: it is not known yet. */
  readonly total?: () => number | undefined;
}

export function selectionOf({ first = [], found, keyOf, total }: SelectionParts): Selection {
  return {
    reaches: (end) => found.done || first.length + found.rows.length >= end,
    look: found.look,
    keys(offset, limit) {
      const head = first.slice(offset, offset + limit);
      const from = Math.max(0, offset - first.length);
      return [...head, ...found.rows.slice(from, from + limit - head.length).flatMap((row) => keyOf(row) ?? [])];
    },
    total: () => total?.() ?? first.length + found.rows.length,
    isCounted: () => found.done || total?.() !== undefined,
  };
}

/** A list that was read as a whole. */
export const wholeSelection = (keys: readonly Key[]): Selection =>
  selectionOf({ first: keys, found: foundAtOnce([]), keyOf: () => undefined });
