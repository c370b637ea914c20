import type { Language } from '../../../core/words/words.ts';
import { ar } from './ar.ts';
import { en, type KioskWords } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { pl } from './pl.ts';

export const KIOSK_WORDS: Readonly<Record<Language, KioskWords>> = { en, es, fr, pl, ar };
