/** What a text may mention. The renderer formats each for the reader's language and the site's time zone. */
export const PLACEHOLDERS = [
  'firstName',
  'startsAt',
  'endsAt',
  'since',
  'inside',
  'clientName',
  'locationName',
  'gateName',
  'workOrderNumber',
  'eventName',
  'reason',
  'count',
] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];
export type Values = { readonly [P in Placeholder]?: string | undefined };

const MARK = /\{\{(\w+)\}\}/g;
const SENTENCE_END = /(?<=[.!?؟])\s+/u;
/** A name called out at the end of a sentence: "Welcome, {{firstName}}." */
const CALLED_OUT = /\s*[,،]\s*\{\{(\w+)\}\}(?=[.!?؟]?$)/u;
const RIGHT_TO_LEFT = /\p{Script=Arabic}|\p{Script=Hebrew}/u;

/**
 * Puts values in for `{{placeholders}}`. A sentence that mentions what is not known is left out, so that what remains still reads well;
 * a name that is merely called out leaves alone. In right-to-left text every value is isolated (UAX #9), or a number would
 * pull its neighbours to the wrong side.
 */
export function fill(text: string, values: Values): string {
  const known = new Map(Object.entries(values).filter(([, value]) => value));
  const isolate = RIGHT_TO_LEFT.test(text) ? (value: string) => `\u2068${value}\u2069` : (value: string) => value;
  return text
    .split(SENTENCE_END)
    .map((sentence) => sentence.replace(CALLED_OUT, (mark, name: string) => (known.has(name) ? mark : '')))
    .filter((sentence) => placeholdersIn(sentence).every((name) => known.has(name)))
    .map((sentence) => sentence.replace(MARK, (_mark, name: string) => isolate(known.get(name) ?? '')))
    .join(' ');
}

/** The names between double braces, in the order in which they come. */
export const placeholdersIn = (text: string): string[] => [...text.matchAll(MARK)].map(([, name]) => name ?? '');
