import { matchOf, wordsOf } from '../cache/words.ts';
import type { Sqlite } from '../sqlite.ts';

/** People of a search that are gathered from the text index; of more, lists are walked in their order. */
export const FEW_PEOPLE = 3000;

/** What a query asks of a list's rows. */
export interface Search {
  /** Each word with a space before it, as `joined` writes them. */
  readonly words: readonly string[];
  /** For the text index: the words that few begin with; the others are looked for among those. */
  readonly match: string;
  /** Few people answer to it: quicker gathered from the index than looked for in a list. */
  readonly isFew: boolean;
}

/** Undefined for a query without a word in it: it asks nothing. */
export type AskSearch = (query: string) => Search | undefined;

/** A beginning of more words than this is no help: the text index would read all that stands under each of them. */
const MOST_TERMS = 3000;

export function createSearch(db: Sqlite): AskSearch {
  db.exec(`create virtual table if not exists temp.person_term using fts5vocab('cache', 'person_text', 'row')`);
  const terms = db
    .prepare<[string, string, number], number>(
      'select count(*) from (select 1 from temp.person_term where term >= ? and term < ? limit ?)',
    )
    .pluck();
  const count = db
    .prepare<[string, number], number>(
      'select count(*) from (select 1 from cache.person_text where person_text match ? limit ?)',
    )
    .pluck();
  const isRare = (word: string): boolean => (terms.get(word, `${word}\u{10ffff}`, MOST_TERMS + 1) ?? 0) <= MOST_TERMS;
  return (query) => {
    const asked = wordsOf(query);
    if (asked.length === 0) return undefined;
    const words = asked.map((word) => ` ${word}`);
    const match = matchOf(asked.filter(isRare).join(' '));
    if (match === undefined) return { words, match: '', isFew: false };
    return { words, match, isFew: (count.get(match, FEW_PEOPLE + 1) ?? 0) <= FEW_PEOPLE };
  };
}

/** SQL that is true where every word begins a word of one of these columns. Its parameters are `@word0`, `@word1` and so on. */
export const hasWords = (words: readonly string[], columns: readonly string[]): string =>
  words.map((_, at) => `(${columns.map((column) => `instr(${column}, @word${at}) > 0`).join(' or ')})`).join(' and ');
export const wordParams = (words: readonly string[]): Record<string, string> =>
  Object.fromEntries(words.map((word, at) => [`word${at}`, word]));

/** The people whom the text index names. */
export const MATCHED = `(select rowid as n from cache.person_text where person_text match @match)`;
