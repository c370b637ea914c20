import { matchOf, wordsOf } from '../cache/words.ts';
import type { Sqlite } from '../sqlite.ts';

/** More people than this are not gathered from the index for a list that is quicker walked in its order. */
const FEW = 1000;
/** Longer lists are not walked. */
const WALKED_ROWS = 10_000;
/** The most people that are gathered from the index: nobody reads on, they type on. */
export const MOST_GATHERED = 1500;
/** Nobody scrolls further than this through what a walk found. */
export const MOST_WALKED = 500;

/** What a query asks of a list's rows. */
export interface Search {
  /** Each word with a space before it, as `joined` writes them. */
  readonly words: readonly string[];
  /** For the text index. */
  readonly match: string;
  /** Whether the list's rows are found from the people of the index, or the list is walked for the words. */
  readonly way: 'gather' | 'walk';
  /** More people answer to it than are gathered. */
  readonly cut: boolean;
}

/** Undefined for a query without a word in it: it asks nothing. `listRows`: how long the list is. */
export type AskSearch = (query: string, listRows: () => number) => Search | undefined;

export function createSearch(db: Sqlite): AskSearch {
  const count = db
    .prepare<[string, number], number>(
      'select count(*) from (select 1 from cache.person_text where person_text match ? limit ?)',
    )
    .pluck();
  return (query, listRows) => {
    const match = matchOf(query);
    if (match === undefined) return undefined;
    const words = wordsOf(query).map((word) => ` ${word}`);
    const people = count.get(match, MOST_GATHERED + 1) ?? 0;
    const way = people <= FEW || listRows() > WALKED_ROWS ? 'gather' : 'walk';
    return { words, match, way, cut: people > MOST_GATHERED };
  };
}

/** SQL that is true where every word begins a word of one of these columns. Its parameters are `@word0`, `@word1` and so on. */
export const hasWords = (words: readonly string[], columns: readonly string[]): string =>
  words.map((_, at) => `(${columns.map((column) => `instr(${column}, @word${at}) > 0`).join(' or ')})`).join(' and ');
export const wordParams = (words: readonly string[]): Record<string, string> =>
  Object.fromEntries(words.map((word, at) => [`word${at}`, word]));

/** The people whom the text index names. */
export const MATCHED = `(select rowid as n from cache.person_text where person_text match @match limit ${MOST_GATHERED})`;
