import type { Finding } from '../lists/patience.ts';
import type { Walk } from '../lists/walk.ts';

/** Rows of one origin, newest first. */
export interface Strand<K> {
  readonly found: Walk;
  readonly keyOf: (row: number) => K;
}
export interface Merged<K> extends Finding {
  readonly keys: (offset: number, limit: number) => readonly K[];
  readonly total: () => number;
}

/** Rows of several origins as one list, newest first: any page of it without merging all that stands before it. */
export function merged<K extends { readonly atMs: number }>(strands: readonly Strand<K>[]): Merged<K> {
  const keyAt = ({ found, keyOf }: Strand<K>, at: number): K | undefined => {
    const row = found.rows[at];
    return row === undefined ? undefined : keyOf(row);
  };
  /** How many of a strand are later than a moment. */
  const laterThan = (strand: Strand<K>, atMs: number): number => {
    let [low, high] = [0, strand.found.rows.length];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if ((keyAt(strand, middle)?.atMs ?? 0) > atMs) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0);
  /** Where each strand stands when so many rows, or some less, are behind. */
  const positionsAt = (offset: number): number[] => {
    const full = strands.filter(({ found }) => found.rows.length > 0);
    if (full.length <= 1) return strands.map((strand) => (full.includes(strand) ? offset : 0));
    let [low, high] = [0, Math.max(...full.map((strand) => keyAt(strand, 0)?.atMs ?? 0))];
    // The earliest moment that no more than `offset` rows are later than.
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (sum(strands.map((strand) => laterThan(strand, middle))) <= offset) high = middle;
      else low = middle + 1;
    }
    return strands.map((strand) => laterThan(strand, low));
  };

  return {
    keys(offset, limit) {
      const at = positionsAt(offset);
      const keys: K[] = [];
      const skipped = offset - sum(at);
      while (keys.length < skipped + limit) {
        const heads = strands.map((strand, n) => keyAt(strand, at[n] ?? 0)?.atMs ?? Number.NEGATIVE_INFINITY);
        const next = heads.indexOf(Math.max(...heads));
        const [strand, from = 0] = [strands[next], at[next]];
        const key = strand && keyAt(strand, from);
        if (!key) break;
        keys.push(key);
        at[next] = from + 1;
      }
      return keys.slice(skipped);
    },
    total: () => sum(strands.map(({ found }) => found.rows.length)),
    reaches: (end) => strands.every(({ found }) => found.reaches(end)),
    isCounted: () => strands.every(({ found }) => found.done),
    look(untilMs) {
      // The shortest first: a page waits for each of them.
      const open = strands.map(({ found }) => found).filter(({ done }) => !done);
      for (const found of open.toSorted((a, b) => a.rows.length - b.rows.length))
        if (performance.now() < untilMs) found.look(untilMs);
    },
  };
}
