import { describe, expect, test } from 'vitest';
import type { Word } from '../../renderer/shared/i18n.ts';
import { DESK_LANGUAGES, DESK_WORDS, deskLanguage } from '../../renderer/desk/words/words.ts';

const formsOf = (word: Word): string[] => (typeof word === 'string' ? [word] : Object.values(word));
const gaps = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).toSorted();
const anyGaps = (word: Word): string[] => [...new Set(formsOf(word).flatMap(gaps))].toSorted();

describe.each(DESK_LANGUAGES)('the desk’s words in %s', (language) => {
  const words: Readonly<Record<string, Word>> = DESK_WORDS[language];

  test('have the keys of English, no more and no fewer', () => {
    expect(Object.keys(words).toSorted()).toEqual(Object.keys(DESK_WORDS.en).toSorted());
  });
  test('leave nothing empty', () => {
    expect(Object.keys(words).filter((key) => formsOf(words[key]!).some((form) => form.trim() === ''))).toEqual([]);
  });
  test('write numbers as the clocks and lists beside them do', () => {
    const otherwise = /[^\P{Nd}0-9]/u;
    expect(Object.keys(words).filter((key) => formsOf(words[key]!).some((form) => otherwise.test(form)))).toEqual([]);
  });
  test.each(Object.entries(DESK_WORDS.en))('%s has the gaps of English', (key, english) => {
    expect(anyGaps(words[key] ?? '')).toEqual(anyGaps(english));
  });
  test('have for a count the forms that the language has, and no others', () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    const odd = Object.entries(words).filter(
      ([, word]) =>
        typeof word !== 'string' && Object.keys(word).toSorted().join() !== pluralCategories.toSorted().join(),
    );
    expect(odd.map(([key]) => key)).toEqual([]);
  });
});

test.each([
  ['en', 'en'],
  ['ar-EG', 'ar'],
  ['AR', 'ar'],
  ['fr', 'fr'],
  ['de', 'en'],
  ['', 'en'],
])('a gate set to %j is spoken to in %j', (tag, language) => {
  expect(deskLanguage(tag)).toBe(language);
});
