import { createI18n, type Word } from '../../shared/i18n.ts';
import { ar } from './ar/index.ts';
import { en } from './en/index.ts';
import { es } from './es/index.ts';
import { fr } from './fr/index.ts';
import { pl } from './pl/index.ts';

export type WordKey = keyof typeof en;
/** What every language must have: the keys of English, no more and no fewer. */
export type DeskWords = Readonly<Record<WordKey, Word>>;

/** The word of a key in one language, its `{gaps}` filled in. */
export type Say = (key: WordKey, values?: Readonly<Record<string, string | number>>) => string;

export const DESK_WORDS = { en, es, fr, pl, ar } as const satisfies Readonly<Record<string, DeskWords>>;
/** The languages that the desk speaks. */
export type DeskLanguage = keyof typeof DESK_WORDS;
export const DESK_LANGUAGES = Object.keys(DESK_WORDS) as DeskLanguage[];

/** The desk's language for a BCP 47 tag; English for one that it does not speak. */
export function deskLanguage(tag: string): DeskLanguage {
  const base = tag.split('-')[0]?.toLowerCase();
  return DESK_LANGUAGES.find((language) => language === base) ?? 'en';
}

export function makeSpeech(): (language: DeskLanguage) => Say {
  const speech = createI18n(DESK_WORDS, 'en');
  return (language) => {
    const word = speech.getFixedT(language);
    return (key, values) => word(key, { ...values });
  };
}
