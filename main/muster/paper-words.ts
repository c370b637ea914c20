import type { MusterMark } from '../../core/muster/roll.ts';

export interface PaperWords {
  readonly inside: string;
  readonly drill: string;
  readonly live: string;
  readonly made: string;
  readonly name: string;
  readonly company: string;
  readonly since: string;
  readonly state: string;
  readonly time: string;
  readonly by: string;
  readonly people: string;
  readonly states: Readonly<Record<MusterMark, string>>;
}

/** What stands on the paper of a roll call: paper is made without any window, so its words live here. */
const WORDS: Readonly<Record<string, PaperWords>> = {
  en: {
    inside: 'Inside now',
    drill: 'Roll call: drill',
    live: 'Roll call: emergency',
    made: 'Made',
    name: 'Name',
    company: 'Company',
    since: 'In since',
    state: 'State',
    time: 'Marked',
    by: 'By',
    people: 'People',
    states: {
      unmarked: 'Not found yet',
      missing: 'Missing',
      safe: 'Safe',
      found_unlisted: 'Found, not on the list',
      left_before: 'Had left before',
      out: 'Went out by a gate',
    },
  },
  es: {
    inside: 'Dentro ahora',
    drill: 'Recuento: simulacro',
    live: 'Recuento: emergencia',
    made: 'Hecho',
    name: 'Nombre',
    company: 'Empresa',
    since: 'Dentro desde',
    state: 'Estado',
    time: 'Marcado',
    by: 'Por',
    people: 'Personas',
    states: {
      unmarked: 'Por encontrar',
      missing: 'Desaparecida',
      safe: 'A salvo',
      found_unlisted: 'Encontrada, fuera de la lista',
      left_before: 'Ya había salido',
      out: 'Salió por una portería',
    },
  },
  fr: {
    inside: 'Sur site maintenant',
    drill: 'Appel : exercice',
    live: 'Appel : urgence',
    made: 'Fait',
    name: 'Nom',
    company: 'Entreprise',
    since: 'Sur site depuis',
    state: 'État',
    time: 'Marqué',
    by: 'Par',
    people: 'Personnes',
    states: {
      unmarked: 'À retrouver',
      missing: 'Manquante',
      safe: 'En sécurité',
      found_unlisted: 'Trouvée, hors de la liste',
      left_before: 'Déjà partie',
      out: 'Sortie par un portail',
    },
  },
  pl: {
    inside: 'Teraz na terenie',
    drill: 'Sprawdzanie obecności: ćwiczenia',
    live: 'Sprawdzanie obecności: alarm',
    made: 'Sporządzono',
    name: 'Imię i nazwisko',
    company: 'Firma',
    since: 'Na terenie od',
    state: 'Stan',
    time: 'Oznaczono',
    by: 'Przez',
    people: 'Osoby',
    states: {
      unmarked: 'Do odnalezienia',
      missing: 'Zaginiony',
      safe: 'Bezpieczny',
      found_unlisted: 'Odnaleziony spoza listy',
      left_before: 'Wyszedł wcześniej',
      out: 'Wyszedł przez bramę',
    },
  },
  ar: {
    inside: 'في الداخل الآن',
    drill: 'حصر الحاضرين: تدريب',
    live: 'حصر الحاضرين: طوارئ',
    made: 'أُعدّت',
    name: 'الاسم',
    company: 'الشركة',
    since: 'في الداخل منذ',
    state: 'الحالة',
    time: 'وقت العلامة',
    by: 'بواسطة',
    people: 'الأشخاص',
    states: {
      unmarked: 'لم يُعثر عليه',
      missing: 'مفقود',
      safe: 'بأمان',
      found_unlisted: 'وُجد وليس في القائمة',
      left_before: 'غادر قبل ذلك',
      out: 'خرج من بوابة',
    },
  },
};

export const paperWords = (language: string): PaperWords => WORDS[language] ?? (WORDS['en'] as PaperWords);
