/**
 * What one scan of the calibration code teaches about a keyboard-type scanner: by comparing the keys that it pressed with
 * the text that everybody knows. Nothing of it is needed for a scanner as it leaves the factory.
 */
import { z } from 'zod';
import { SERVICE_PREFIX } from './credential/service-code.ts';
import { keyName, LAYOUT_NAMES, layoutCharacter, type LayoutName } from './keyboard-layout.ts';
import { fail, ok, type Result } from './result.ts';
import type { WedgeKey } from './wedge.ts';

/**
 * Every character that badges and service codes are made of, and a quotation mark: it tells British from American keys. No
 * sign that some layout makes of two keys. Its repeated letters show where in what was typed it begins.
 */
export const CALIBRATION_CODE = `${SERVICE_PREFIX}calibrate?abcdefghijklmnopqrstuvwxyz:ABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789"$%*+-./=&_,?`;

export const learntScannerSchema = z.object({
  /** `own`: none that is known here, so that what each key types is kept. */
  layout: z.enum([...LAYOUT_NAMES, 'own']),
  /** Keys that the layout does not tell, by `keyName`. */
  keys: z.record(z.string().max(40), z.string().min(1).max(2)).default({}),
  /** From key to key, on average. */
  keyMs: z.number().int().min(0).max(1000),
  suffix: z.enum(['enter', 'tab', 'none']),
  /** What it types before each text, but for an AIM identifier. */
  prefix: z.string().max(16).default(''),
  /** It says before each text what kind of code it was (ISO 15424). */
  aim: z.boolean().default(false),
});
export type LearntScanner = z.infer<typeof learntScannerSchema>;

/** Longest that may stand before the text. */
const MOST_PREFIX = 16;
const END_KEYS: Readonly<Record<string, LearntScanner['suffix']>> = {
  Enter: 'enter',
  NumpadEnter: 'enter',
  Tab: 'tab',
};
const isModifier = (code: string): boolean => /^(?:Shift|Control|Alt|Meta|CapsLock|NumLock|OS)/.test(code);

/** `unclear`: these keys are not the whole calibration code, or the scanner gives two characters one key. */
export function learnScanner(keys: readonly WedgeKey[]): Result<LearntScanner, 'unclear'> {
  const pressed = keys.filter(({ code }) => !isModifier(code));
  const end = pressed.findIndex(({ code }) => code in END_KEYS);
  const typed = end < 0 ? pressed : pressed.slice(0, end);
  const before = typed.length - [...CALIBRATION_CODE].length;
  if (before < 0 || before > MOST_PREFIX) return fail('unclear');
  const body = typed.slice(before);
  const map = mapOf(body);
  if (!map) return fail('unclear');

  const layout = LAYOUT_NAMES.find((name) => isLayout(name, map)) ?? 'own';
  const prefix = prefixOf(typed.slice(0, before), layout, map);
  if (!prefix) return fail('unclear');
  const suffix = END_KEYS[pressed[end]?.code ?? ''] ?? 'none';
  const keyMs = Math.min(1000, Math.round(((body.at(-1)?.atMs ?? 0) - (body[0]?.atMs ?? 0)) / (body.length - 1)));
  return ok({
    layout,
    keys: { ...(layout === 'own' ? Object.fromEntries(map) : {}), ...prefix.keys },
    keyMs,
    suffix,
    prefix: prefix.text,
    aim: prefix.aim,
  });
}

/** What each key types, if every key always types the same and no two keys do. */
function mapOf(body: readonly WedgeKey[]): ReadonlyMap<string, string> | undefined {
  const text = [...CALIBRATION_CODE];
  const map = new Map<string, string>();
  const keyOf = new Map<string, string>();
  for (const [at, key] of body.entries()) {
    const name = keyName(key);
    const character = text[at] ?? '';
    if ((map.get(name) ?? character) !== character || (keyOf.get(character) ?? name) !== name) return undefined;
    map.set(name, character);
    keyOf.set(character, name);
  }
  return map;
}

const isLayout = (layout: LayoutName, map: ReadonlyMap<string, string>): boolean =>
  [...map].every(([name, character]) => characterNamed(layout, name) === character);

function characterNamed(layout: LayoutName, name: string): string | undefined {
  if (name.startsWith('AltGr+')) return undefined;
  const shift = name.startsWith('Shift+');
  return layoutCharacter(layout, shift ? name.slice('Shift+'.length) : name, shift);
}

interface Prefix {
  readonly text: string;
  readonly aim: boolean;
  readonly keys: Readonly<Record<string, string>>;
}

/** An AIM identifier is told by its letter and digit: its bracket is on another key in every country. */
function prefixOf(
  typed: readonly WedgeKey[],
  layout: LearntScanner['layout'],
  map: ReadonlyMap<string, string>,
): Prefix | undefined {
  const read = typed.map((key) => {
    const name = keyName(key);
    return map.get(name) ?? (layout === 'own' ? undefined : characterNamed(layout, name));
  });
  const [bracket, kind, digit] = typed.length >= 3 ? read.slice(-3) : [];
  const bracketKey = typed.at(-3);
  const aim =
    bracketKey !== undefined && /^[A-Za-z]$/.test(kind ?? '') && /^\d$/.test(digit ?? '') && (bracket ?? ']') === ']';
  const own = aim ? read.slice(0, -3) : read;
  if (own.includes(undefined)) return undefined;
  return { text: own.join(''), aim, keys: aim && bracket === undefined ? { [keyName(bracketKey)]: ']' } : {} };
}
