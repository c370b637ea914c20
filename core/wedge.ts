/**
 * Keyboard-type scanners ("wedges"): the operating system gives their keys as if somebody typed, into whatever has focus. Told apart
 * by pace and by how the text begins, so that a scan goes to the gate and typing to the window.
 *
 * Pace, as measured: scanners 10 ms a key (Honeywell) to 80, at most 100 (Zebra); a fast typist 100 on average, two or three keys in
 * a row much quicker, a held key about 30. A slow scanner is therefore believed only behind a beginning that nobody types by chance.
 *
 * Every character key is held back until that is known, at the longest SLOW_GAP_MS for a lone `g`; released keys come out in order, so no
 * typing is lost. Not told apart: a key that a clerk presses in the midst of a scan, which spoils it; one pressed within 45 ms before a
 * slow scan, which goes to the window with it; and a scanner slower than 30 ms a key, and not learnt, whose text has no known beginning.
 *
 * Keys with Ctrl, Alt or Meta are never part of a scan: a printed code can hold control characters, which scanners type as shortcuts
 * (BadBarcode). A burst that has one, or a key that types nothing, is thrown away whole. A shortcut that opens a burst has already gone
 * through; refusing shortcuts is the windows' own affair.
 */
import { usCharacter } from './us-keyboard.ts';
import { FACTORY_SCANNER, type WedgeScanner } from './wedge-scanner.ts';

/** A key press as the window would get it. `code` is the physical key, `key` what the layout makes of it. */
export interface WedgeKey {
  readonly code: string;
  readonly key: string;
  readonly shift: boolean;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly meta: boolean;
  /** The system repeats a key that is held down. */
  readonly repeat?: boolean;
  /** Any steady clock, milliseconds. */
  readonly atMs: number;
}

export interface WedgeState {
  /** How the scanner types here, once that was learnt; absent: as from the factory. */
  readonly scanner?: WedgeScanner;
  /** Character keys whose fate is open, and what they spell as the scanner types. */
  readonly held: readonly WedgeKey[];
  readonly text: string;
  /** A shortcut came just before the first held key. */
  readonly tainted: boolean;
  readonly shortcutAtMs?: number;
  readonly scannedAtMs?: number;
  /** Set while the rest of a thrown-away burst is still coming in. */
  readonly droppingAtMs?: number;
}

export type WedgeDrop = 'shortcut' | 'other_key' | 'too_long';
export type WedgeEffect =
  /** Let this key through to the window. All other effects keep it from the window. */
  | { readonly kind: 'pass' }
  /** Its fate is still open. */
  | { readonly kind: 'hold' }
  /** Type these into the window, in this order. The last may be the key just pressed. */
  | { readonly kind: 'release'; readonly keys: readonly WedgeKey[] }
  /** A code was scanned: 6 to 4096 characters, scanner prefixes included. */
  | { readonly kind: 'scanned'; readonly text: string }
  /** A burst is thrown away, and what still follows of it. */
  | { readonly kind: 'dropped'; readonly why: WedgeDrop }
  /** Part of what was dropped, or the second half of a scanner's CR LF. */
  | { readonly kind: 'swallow' };
export interface WedgeStep {
  readonly state: WedgeState;
  readonly effects: readonly WedgeEffect[];
}

export const WEDGE_IDLE: WedgeState = { held: [], text: '', tainted: false };

/** With a known beginning: at least `GH1:` and something. The pace still keeps a person out who types it. */
const KNOWN = { minLength: 8, meanMs: 120 } as const;
/** A shortcut that comes so shortly before a burst belongs to it. */
const TAINT_MS = 45;
/** Longest wait for the next key of a burst that may become a known beginning. */
const SLOW_GAP_MS = 120;
/** Silence that ends a scan with a known beginning which has no Enter or Tab. */
const KNOWN_END_MS = 300;
/** Silence that ends a thrown-away burst. */
const DROP_END_MS = 300;
/** CR LF comes as two Enters, or as Enter and Ctrl+J. */
const SUFFIX_MS = 120;
const MAX_KEYS = 4096;
/** Keys that a clerk may have typed just before a scan set in. */
const MAX_TYPED_BEFORE = 8;

const KNOWN_BEGINNING = /^(?:(?:GH|gh)[12]:|gatehouse:[a-z]+\?|\][A-Za-z][0-9])/;
const MAY_BECOME_KNOWN = /^(?:G|GH[12]?|g|gh[12]?|\][A-Za-z]?|gatehouse:[a-z]*)$/;
const typesAs = (state: WedgeState): WedgeScanner => state.scanner ?? FACTORY_SCANNER;
const withoutPrefix = (state: WedgeState, text = state.text): string => {
  const { prefix } = typesAs(state);
  return text.startsWith(prefix) ? text.slice(prefix.length) : text;
};
const isKnown = (state: WedgeState, text = state.text): boolean => KNOWN_BEGINNING.test(withoutPrefix(state, text));
function mayBecomeKnown(state: WedgeState): boolean {
  const text = withoutPrefix(state);
  if (text === '') return state.text !== '';
  return MAY_BECOME_KNOWN.test(text) || 'gatehouse:'.startsWith(text) || typesAs(state).prefix.startsWith(text);
}
/** Nothing is open; how the scanner types is kept. */
const idle = ({ scanner }: WedgeState): WedgeState => (scanner ? { ...WEDGE_IDLE, scanner } : WEDGE_IDLE);
const isModifier = (code: string): boolean =>
  /^(?:(?:Shift|Control|Alt|Meta)(?:Left|Right)|CapsLock|NumLock)$/.test(code);
const isEnd = (code: string): boolean => code === 'Enter' || code === 'NumpadEnter' || code === 'Tab';

/** A key was pressed (key-ups are not wanted). Bursts that ended before it are settled first. */
export function press(before: WedgeState, key: WedgeKey): WedgeStep {
  const { state, effects } = tick(before, key.atMs);
  const add = (step: WedgeStep): WedgeStep => ({ state: step.state, effects: join(effects, step.effects, key) });

  if (state.droppingAtMs !== undefined)
    return add({ state: { ...state, droppingAtMs: key.atMs }, effects: [{ kind: 'swallow' }] });
  if (isModifier(key.code)) return add({ state, effects: [{ kind: 'pass' }] });
  if (isSecondSuffix(state, key)) return add({ state, effects: [{ kind: 'swallow' }] });
  const character = key.repeat === true ? undefined : typesAs(state).characterOf(key);
  if ((key.ctrl || key.alt || key.meta) && character === undefined) return add(interrupt(state, key, 'shortcut'));
  if (isEnd(key.code)) return add(isScan(state) ? scanned(state, key.atMs) : letThrough(state, key));
  return add(character === undefined ? interrupt(state, key, 'other_key') : append(state, key, character));
}

/** Time went by: settles what waited long enough. Call it at `deadlineMs`; more often does no harm. */
export function tick(state: WedgeState, nowMs: number): WedgeStep {
  const deadline = deadlineMs(state);
  if (deadline === undefined || nowMs < deadline) return { state, effects: [] };
  if (state.droppingAtMs !== undefined) return { state: idle(state), effects: [] };
  return isScan(state) ? scanned(state, nowMs) : release(state, state.held);
}

/** When `tick` has something to settle, on the clock of the keys; undefined: nothing is open. */
export function deadlineMs(state: WedgeState): number | undefined {
  if (state.droppingAtMs !== undefined) return state.droppingAtMs + DROP_END_MS;
  const last = state.held.at(-1);
  return last && last.atMs + patienceMs(state);
}

function patienceMs(state: WedgeState): number {
  const { endMs, gapMs } = typesAs(state);
  if (isKnown(state)) return KNOWN_END_MS;
  if (isScan(state)) return endMs;
  return mayBecomeKnown(state) ? SLOW_GAP_MS : gapMs;
}

function append(state: WedgeState, key: WedgeKey, character: string): WedgeStep {
  if (state.held.length === MAX_KEYS) return drop(state, key, 'too_long');
  const tainted = state.held.length === 0 ? key.atMs - (state.shortcutAtMs ?? -Infinity) < TAINT_MS : state.tainted;
  const grown: WedgeState = { ...state, held: [...state.held, key], text: state.text + character, tainted };

  const typed = typedBefore(grown);
  if (typed > 0) {
    const scan = { ...grown, held: grown.held.slice(typed), text: grown.text.slice(typed) };
    return { state: scan, effects: [{ kind: 'release', keys: grown.held.slice(0, typed) }, { kind: 'hold' }] };
  }
  if (isScan(grown))
    return grown.tainted ? drop(state, key, 'shortcut') : { state: grown, effects: [{ kind: 'hold' }] };
  return isTyping(grown) ? release(grown, grown.held) : { state: grown, effects: [{ kind: 'hold' }] };
}

/** A known beginning that set in while a clerk was typing: how many keys came before it. */
function typedBefore(state: WedgeState): number {
  const { text } = state;
  const { prefix } = typesAs(state);
  if (text.length > MAX_TYPED_BEFORE + prefix.length + 'gatehouse:calibrate?'.length || isKnown(state)) return 0;
  for (let at = 1; at <= Math.min(MAX_TYPED_BEFORE, text.length); at++) {
    if (isKnown(state, text.slice(at)) && (text.startsWith(prefix, at) || at >= prefix.length)) return at;
  }
  return 0;
}

function isScan(state: WedgeState): boolean {
  const { held } = state;
  const { minLength, meanMs } = isKnown(state) ? KNOWN : typesAs(state);
  return held.length >= minLength && meanGapMs(held) <= meanMs && !isOneKey(held);
}

/** Long enough to be a scan, and it is none: no need to keep a clerk waiting. */
function isTyping(state: WedgeState): boolean {
  const { minLength } = isKnown(state) ? KNOWN : typesAs(state);
  return state.held.length >= minLength && !mayBecomeKnown(state);
}

/** A key held down, where the system does not say that it repeats. */
const isOneKey = (held: readonly WedgeKey[]): boolean => held.every(({ code }) => code === held[0]?.code);

function meanGapMs(keys: readonly WedgeKey[]): number {
  const [first, last] = [keys[0], keys.at(-1)];
  return first === undefined || last === undefined || keys.length < 2
    ? Infinity
    : (last.atMs - first.atMs) / (keys.length - 1);
}

/** A key that no scan has: it unmasks a burst, or it is the next thing that a clerk does. */
function interrupt(state: WedgeState, key: WedgeKey, why: 'shortcut' | 'other_key'): WedgeStep {
  const isBurst = state.held.length >= 2 && meanGapMs([...state.held, key]) <= typesAs(state).meanMs;
  if (isBurst || isScan(state)) return drop(state, key, why);
  const { state: after, effects } = letThrough(state, key);
  return { state: why === 'shortcut' ? { ...after, shortcutAtMs: key.atMs } : after, effects };
}

/** Behind keys that were held, a key must not overtake them. */
const letThrough = (state: WedgeState, key: WedgeKey): WedgeStep =>
  state.held.length > 0 ? release(state, [...state.held, key]) : { state, effects: [{ kind: 'pass' }] };

const release = (state: WedgeState, keys: readonly WedgeKey[]): WedgeStep => ({
  state: { ...state, held: [], text: '', tainted: false },
  effects: [{ kind: 'release', keys }],
});

const scanned = (state: WedgeState, atMs: number): WedgeStep => ({
  state: { ...idle(state), scannedAtMs: atMs },
  effects: [{ kind: 'scanned', text: textOf(state) }],
});

/** Beside the scanner that was learnt another may hang that types as from the factory: its known beginning tells. */
function textOf(state: WedgeState): string {
  if (isKnown(state) || !state.scanner) return withoutPrefix(state);
  const asUs = state.held.map(({ code, shift }) => usCharacter(code, shift) ?? '').join('');
  return KNOWN_BEGINNING.test(asUs) ? asUs : withoutPrefix(state);
}

const drop = (state: WedgeState, key: WedgeKey, why: WedgeDrop): WedgeStep => ({
  state: { ...idle(state), droppingAtMs: key.atMs },
  effects: [{ kind: 'dropped', why }],
});

function isSecondSuffix(state: WedgeState, { code, ctrl, atMs }: WedgeKey): boolean {
  if (state.held.length > 0 || state.scannedAtMs === undefined || atMs - state.scannedAtMs > SUFFIX_MS) return false;
  return isEnd(code) || (ctrl && code === 'KeyJ');
}

/** Puts what was settled before a key in front of what became of the key, which must not overtake released ones. */
function join(settled: readonly WedgeEffect[], own: readonly WedgeEffect[], key: WedgeKey): readonly WedgeEffect[] {
  const last = settled.at(-1);
  if (last?.kind !== 'release' || own[0]?.kind !== 'pass' || isModifier(key.code)) return [...settled, ...own];
  return [{ kind: 'release', keys: [...last.keys, key] }];
}
