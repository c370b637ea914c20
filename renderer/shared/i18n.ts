import i18next, { type i18n } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';

/** The forms of a word that goes by a `{count}`, by the plural categories of CLDR that the language has. */
export type Forms = Readonly<Partial<Record<Exclude<Intl.LDMLPluralRule, 'other'>, string>>> & {
  readonly other: string;
};
export type Word = string | Forms;
/** One language's own words of a window, flat: a nested catalogue hides doubles and gaps. */
export type Catalogue = Readonly<Record<string, Word>>;
export type Catalogues<T extends Catalogue> = Readonly<Record<'en', T>> & Readonly<Record<string, T>>;

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ps', 'ur']);
const baseOf = (language: string): string => language.split('-')[0] ?? language;

export const directionOf = (language: string): 'ltr' | 'rtl' => (RIGHT_TO_LEFT.has(baseOf(language)) ? 'rtl' : 'ltr');

/** What a language calls itself, for a button that somebody looks for who reads nothing else on the screen. */
export function ownName(language: string): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(baseOf(language)) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

/**
 * A window's words: `{name}` in a text is replaced by the value of that name, English stands in for what a language
 * lacks. Texts are drawn by React, which escapes them.
 */
export function createI18n(catalogues: Catalogues<Catalogue>, language: string): i18n {
  const instance = i18next.createInstance();
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    resources: Object.fromEntries(
      Object.entries(catalogues).map(([name, words]) => [name, { translation: withForms(words) }]),
    ),
    interpolation: { prefix: '{', suffix: '}', escapeValue: false },
    react: { useSuspense: false },
  });
  return instance;
}

/** i18next finds the form of a count under the key with its category. */
const withForms = (words: Catalogue): Record<string, string> =>
  Object.fromEntries(
    Object.entries(words).flatMap(([key, word]) =>
      typeof word === 'string'
        ? [[key, word]]
        : Object.entries(word).map(([category, form]) => [`${key}_${category}`, form]),
    ),
  );

type Values = Readonly<Record<string, string | number>>;

/** Words of the window's catalogue, by keys that the compiler knows: `const say = useWords<KioskWord>()`. */
export function useWords<K extends string>(language?: string): (key: K, values?: Values) => string {
  const { i18n: instance } = useTranslation();
  const lng = language ?? instance.language;
  return (key, values) => instance.t(key as string, { ...values, lng });
}
