import { describe, expect, test } from 'vitest';
import { CODE_NAMES, CODES, type Code } from '../../../core/codes.ts';
import { fill, PLACEHOLDERS, placeholdersIn, type Values } from '../../../core/words/fill.ts';
import { LANGUAGES, languageFor, WORDS, type Language, type Words } from '../../../core/words/words.ts';

type Reader = 'worker' | 'staff';
interface Row {
  readonly language: Language;
  readonly code: Code;
  readonly reader: Reader;
  readonly words: Words;
}
const rows: readonly Row[] = LANGUAGES.flatMap((language) =>
  CODE_NAMES.flatMap((code) => {
    const { worker, staff } = WORDS[language][code];
    const forStaff: Row = { language, code, reader: 'staff', words: staff };
    return worker ? [{ language, code, reader: 'worker' as const, words: worker }, forStaff] : [forStaff];
  }),
);
const name = ({ language, code, reader }: Row): string => `${language} ${code} ${reader}`;
/** The rows that break a rule, by name: an empty list is what a test wants. */
const breaking = (rule: (row: Row) => boolean, of = rows): string[] => of.filter((row) => !rule(row)).map(name);

const ALL: Values = {
  firstName: 'Amina',
  startsAt: '06:12',
  endsAt: '16:00',
  since: '06:12',
  inside: '8 h 12 min',
  clientName: 'Northern Mills',
  locationName: 'Dock 7',
  gateName: 'Goods gate',
  workOrderNumber: 'WO-4711',
  eventName: 'Summer fair',
  reason: 'Asked for by the office',
  count: '50',
};

describe('every code', () => {
  test.each(LANGUAGES)('has words for workers in %s exactly where a worker sees it', (language) => {
    const seen = CODE_NAMES.filter((code) => CODES[code] !== 'note' && CODES[code] !== 'fault');
    expect(CODE_NAMES.filter((code) => WORDS[language][code].worker)).toEqual(seen);
  });

  test('says something and what to do next', () => {
    expect(breaking(({ words }) => words.title.trim() !== '' && words.next.trim() !== '')).toEqual([]);
  });

  test('speaks in whole sentences', () => {
    expect(breaking(({ words }) => [words.title, words.next].every((text) => /\S[.?]$/.test(text)))).toEqual([]);
  });
});

describe("a worker's words", () => {
  const workers = rows.filter(({ reader }) => reader === 'worker');

  test('have a headline of six words at most', () => {
    expect(breaking(({ words }) => words.title.split(/\s+/).length <= 6, workers)).toEqual([]);
  });

  test('fit on a line, filled in', () => {
    expect(breaking(({ words }) => fill(words.next, ALL).length <= 90, workers)).toEqual([]);
  });

  test('call a name in welcome and goodbye only', () => {
    const calls = workers.filter(({ words }) => placeholdersIn(words.title + words.next).includes('firstName'));
    expect(calls.map(name)).toEqual(
      LANGUAGES.flatMap((language) =>
        ['welcome', 'no_check_in_here', 'goodbye'].map((code) => `${language} ${code} worker`),
      ),
    );
  });

  test('never tell the queue why somebody is blocked', () => {
    expect(breaking(({ words }) => !placeholdersIn(words.title + words.next).includes('reason'), workers)).toEqual([]);
  });
});

describe('all words', () => {
  test('use known placeholders', () => {
    const known = (text: string) =>
      placeholdersIn(text).every((mark) => (PLACEHOLDERS as readonly string[]).includes(mark));
    expect(breaking(({ words }) => known(words.title) && known(words.next))).toEqual([]);
  });

  test('have the same placeholders in every language', () => {
    const marks = ({ code, reader }: Row, language: Language) => {
      const words = WORDS[language][code][reader];
      return [words?.title, words?.next].map((text) =>
        placeholdersIn(text ?? '')
          .sort()
          .join(),
      );
    };
    const differs = (row: Row) =>
      LANGUAGES.some((language) => marks(row, language).join('|') !== marks(row, 'en').join('|'));
    expect(rows.filter(differs).map(name)).toEqual([]);
  });

  test.each<[string, Values]>([
    ['everything', ALL],
    ['nothing', {}],
    ...PLACEHOLDERS.map((mark): [string, Values] => [`all but ${mark}`, { ...ALL, [mark]: undefined }]),
    ...PLACEHOLDERS.map((mark): [string, Values] => [`only ${mark}`, { [mark]: ALL[mark] }]),
  ])('still say something, and no braces, knowing %s', (_name, values) => {
    const readable = (text: string) => fill(text, values) !== '' && !/[{}]/.test(fill(text, values));
    expect(breaking(({ words }) => readable(words.title) && readable(words.next))).toEqual([]);
  });

  test('end with the same step, whatever is known', () => {
    const lastSentence = (text: string) => text.split(/(?<=[.?])\s+/).at(-1) ?? '';
    const steady = ({ words, code }: Row) =>
      code === 'wrong_place' || placeholdersIn(lastSentence(words.next)).length === 0;
    expect(breaking(steady)).toEqual([]);
  });

  const FORBIDDEN: Record<Language, RegExp> = {
    en: /\b(invalid|fail(s|ed|ure)?|errors?|illegal|denied|forbidden|rejected|unauthori[sz]ed|mistake|wrong|oops|sorry)\b/i,
    es: /(?<!\p{L})(inválid|no (es )?válid|fall[aoeó]|error|erróne|ilegal|deneg|prohib|rechaz|no autorizad|desautoriz|equivoc|incorrect|culpa|ups|lo sentimos|lo siento|perdón)/iu,
    fr: /(?<!\p{L})(invalid\p{L}*|erreurs?|erroné\p{L}*|échecs?|échou\p{L}+|interdit\p{L}*|refus\p{L}*|rejet\p{L}*|illégal\p{L}*|illicites?|(non|pas) autorisé\p{L}*|incorrect\p{L}*|fautes?|faux|fausses?|désolé\p{L}*|oups)(?!\p{L})/iu,
    pl: /nieprawidłow|niepoprawn|niewłaściw|niepowodze|nieudan|nielegaln|niedozwolon|nieautoryzowan|nieupoważnion|błąd|błęd|zabron|zakaz|odrzuc|odmow|odmów|odmaw|pomyłk|pomylił|przeprasza|przykro|niestety/i,
    ar: /غير صالح|فشل|خطأ|ممنوع|مرفوض|غير مصرح|عذراً/,
  };
  test('blame nobody and use no jargon of machines', () => {
    expect(breaking(({ language, words }) => !FORBIDDEN[language].test(`${words.title} ${words.next}`))).toEqual([]);
  });

  test('never show a code', () => {
    const codes = CODE_NAMES.filter((code) => code.includes('_'));
    expect(breaking(({ words }) => !codes.some((code) => `${words.title} ${words.next}`.includes(code)))).toEqual([]);
  });

  test('in Arabic are in Arabic', () => {
    const arabic = rows.filter(({ language }) => language === 'ar');
    expect(
      breaking(({ words }) => /^\P{Script=Latin}*$/u.test(words.title.replace(/\{\{\w+\}\}/g, '')), arabic),
    ).toEqual([]);
    expect(breaking(({ words }) => /\p{Script=Arabic}{3}/u.test(words.next), arabic)).toEqual([]);
  });
});

describe('fill', () => {
  const ISOLATED = '\u2068Amina\u2069';

  test.each<[string, Values, string]>([
    ['Welcome, {{firstName}}.', { firstName: 'Amina' }, 'Welcome, Amina.'],
    ['Welcome, {{firstName}}.', {}, 'Welcome.'],
    ['Goodbye, {{firstName}}. {{inside}}.', ALL, 'Goodbye, Amina. 8 h 12 min.'],
    ['Goodbye, {{firstName}}. {{inside}}.', { firstName: 'Amina' }, 'Goodbye, Amina.'],
    ['Goodbye, {{firstName}}. {{inside}}.', { inside: '5 min' }, 'Goodbye. 5 min.'],
    ['It ended at {{endsAt}}. Ask your office.', {}, 'Ask your office.'],
    ['It ended at {{endsAt}}. Ask your office.', { endsAt: '' }, 'Ask your office.'],
    [
      '{{clientName}}, or {{locationName}}. See settings.json for both.',
      { clientName: 'A' },
      'See settings.json for both.',
    ],
    ['Reason: {{reason}}.', { reason: 'costs $& {{firstName}}' }, 'Reason: costs $& {{firstName}}.'],
    ['{{constructor}}. Come in.', {}, 'Come in.'],
    ['أهلاً بك، {{firstName}}.', { firstName: 'Amina' }, `أهلاً بك، ${ISOLATED}.`],
    ['أهلاً بك، {{firstName}}.', {}, 'أهلاً بك.'],
    ['Nothing to fill in.', ALL, 'Nothing to fill in.'],
    ['', ALL, ''],
  ])('%s with %o', (text, values, expected) => {
    expect(fill(text, values)).toBe(expected);
  });
});

test.each<[string | undefined, Language]>([
  ['ar', 'ar'],
  ['ar-EG', 'ar'],
  ['AR_sa', 'ar'],
  ['en-GB', 'en'],
  ['pl', 'pl'],
  ['de', 'en'],
  ['arn', 'en'],
  ['', 'en'],
  [undefined, 'en'],
])('a person of %s hears %s', (tag, language) => {
  expect(languageFor(tag)).toBe(language);
});
