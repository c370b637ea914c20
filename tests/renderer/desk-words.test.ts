import { describe, expect, test } from 'vitest';
import { DESK_LANGUAGES, DESK_WORDS, deskLanguage } from '../../renderer/desk/words/words.ts';

const gaps = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).toSorted();

describe.each(DESK_LANGUAGES)('the desk’s words in %s', (language) => {
  const words: Readonly<Record<string, string>> = DESK_WORDS[language];

  test('have the keys of English, no more and no fewer', () => {
    expect(Object.keys(words).toSorted()).toEqual(Object.keys(DESK_WORDS.en).toSorted());
  });
  test('leave nothing empty', () => {
    expect(Object.keys(words).filter((key) => words[key]?.trim() === '')).toEqual([]);
  });
  test.each(Object.entries(DESK_WORDS.en))('%s has the gaps of English', (key, english) => {
    expect(gaps(words[key] ?? '')).toEqual(gaps(english));
  });
});

test.each([
  ['en', 'en'],
  ['ar-EG', 'ar'],
  ['AR', 'ar'],
  ['fr', 'en'],
  ['', 'en'],
])('a gate set to %j is spoken to in %j', (tag, language) => {
  expect(deskLanguage(tag)).toBe(language);
});
