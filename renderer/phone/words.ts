/** The few words of the phone's page, in the phone's own language. */
const en = {
  title: 'Roll call',
  who: 'Your name',
  go: 'Start marking',
  search: 'Search a name',
  safe: 'Safe',
  missing: 'Missing',
  back: 'Take back',
  left: 'To find: {open} of {total}',
  waiting: 'Waiting to be sent: {count}. Stay near the gate’s network.',
  over: 'This roll call has ended.',
};
export type PhoneWords = typeof en;
const WORDS: Readonly<Record<string, PhoneWords>> = {
  en,
  es: {
    title: 'Recuento',
    who: 'Su nombre',
    go: 'Empezar a marcar',
    search: 'Buscar un nombre',
    safe: 'A salvo',
    missing: 'Desaparecida',
    back: 'Deshacer',
    left: 'Por encontrar: {open} de {total}',
    waiting: 'Por enviar: {count}. Quédese cerca de la red de la portería.',
    over: 'Este recuento ha terminado.',
  },
  fr: {
    title: 'Appel',
    who: 'Votre nom',
    go: 'Commencer à marquer',
    search: 'Chercher un nom',
    safe: 'En sécurité',
    missing: 'Manquante',
    back: 'Annuler',
    left: 'À retrouver : {open} sur {total}',
    waiting: 'À envoyer : {count}. Restez près du réseau du portail.',
    over: 'Cet appel est terminé.',
  },
  pl: {
    title: 'Sprawdzanie obecności',
    who: 'Twoje imię i nazwisko',
    go: 'Zacznij oznaczać',
    search: 'Szukaj nazwiska',
    safe: 'Bezpieczny',
    missing: 'Zaginiony',
    back: 'Cofnij',
    left: 'Do odnalezienia: {open} z {total}',
    waiting: 'Do wysłania: {count}. Zostań w zasięgu sieci bramy.',
    over: 'To sprawdzanie jest zakończone.',
  },
  ar: {
    title: 'حصر الحاضرين',
    who: 'اسمك',
    go: 'ابدأ وضع العلامات',
    search: 'ابحث عن اسم',
    safe: 'بأمان',
    missing: 'مفقود',
    back: 'تراجع',
    left: 'للبحث عنهم: {open} من {total}',
    waiting: 'بانتظار الإرسال: {count}. ابق قرب شبكة البوابة.',
    over: 'انتهى هذا الحصر.',
  },
};

export const languageOf = (wanted: readonly string[]): string =>
  wanted.map((each) => each.split('-')[0] ?? '').find((each) => each in WORDS) ?? 'en';
export const phoneWords = (language: string): PhoneWords => WORDS[language] ?? en;
