/** Letters that are no letter with an accent, and what they are looked for by. */
const PLAIN: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', þ: 'th' };

/** Lower case without accents, so that "lukasz" finds Łukasz and "jose" finds José. */
export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[łøđßæœıþ]/g, (letter) => PLAIN[letter] ?? letter);

/** The words of a text, without accents and signs: what is found by the beginning of any of them. */
export const wordsOf = (text: string): string[] => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * The words of a code: a plate, a telephone number, a badge, an order. People type it with signs or without, from its
 * beginning or from where a group begins, with leading zeros or without: "AB 012 CD" has ab, 012, 12, cd, 012cd and ab012cd.
 */
export function wordsOfCode(code: string): string[] {
  const groups = wordsOf(code);
  const runs = groups.map((_, from) => groups.slice(from).join(''));
  return [...new Set([...groups, ...runs, ...groups.flatMap(withoutZeros)])];
}

/** A group of a code as it stands, and without its leading zeros. */
export const withoutZeros = (group: string): string[] => [...new Set([group, group.replace(/^0+(?=.)/, '')])];

/** One text of many words, each after a space: `' ' + beginning` is found in it. */
export const joined = (words: readonly string[]): string =>
  words.length === 0 ? '' : ` ${[...new Set(words)].join(' ')}`;

/** What the text index is asked for: every word of the query as the beginning of some word. Undefined where there is no word. */
export function matchOf(query: string): string | undefined {
  const words = wordsOf(query);
  return words.length === 0 ? undefined : words.map((word) => `"${word}"*`).join(' ');
}
