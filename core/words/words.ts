/**
 * What the gate says about each code, to the worker at the kiosk and to staff at the desk (LOOK "Words"). The last sentence is what the
 * reader does next. Staff texts add the rule and what to do about it; faults, which have staff words only, name the cable, the
 * setting or the command.
 */
import type { Code, CodeOfKind } from '../codes.ts';
import { ar } from './ar.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { pl } from './pl.ts';

export const LANGUAGES = ['en', 'es', 'fr', 'pl', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A headline of few words, and what to do next. Both may hold placeholders: see `fill`. */
export interface Words {
  readonly title: string;
  readonly next: string;
}
export interface CodeWords {
  /** Only for codes that a worker can be shown. */
  readonly worker?: Words;
  readonly staff: Words;
}

/** The words of one language: complete, and with worker's words exactly where a worker sees the code. */
export type WordTable = {
  readonly [C in Code]: C extends CodeOfKind<'note' | 'fault'>
    ? { readonly staff: Words }
    : { readonly worker: Words; readonly staff: Words };
};

export const WORDS: Readonly<Record<Language, Readonly<Record<Code, CodeWords>>>> = { en, es, fr, pl, ar };

/** The language to speak for a BCP 47 tag such as `ar-EG`; one that we don't speak is answered in English. */
export function languageFor(tag: string | undefined): Language {
  const primary = tag?.split(/[-_]/)[0]?.toLowerCase();
  return LANGUAGES.find((language) => language === primary) ?? 'en';
}
