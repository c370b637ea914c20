/**
 * Keyboard-type scanners ("wedges"): the operating system gives their keys as if somebody typed, into whatever has focus. Told apart
 * by pace and by how the text begins, so that a scan goes to the gate and typing to the window.
 *
 * Pace, as measured: scanners 10 ms a key (Honeywell) to 80, at most 100 (Zebra); a fast typist 100 on average, two or three keys in
 * a row much quicker, a held key about 30. A slow scanner is therefore believed only behind a beginning that nobody types by chance.
 *
 * Every character key is held back until that is known, at the longest SLOW_GAP_MS for a lone `g`; released keys come out in order, so no
 * typing is lost. Not told apart: a key that a clerk presses in the midst of a scan, which spoils it; one pressed within 45 ms before a
 * slow scan, which goes to the window with it; and a scanner slower than 30 ms a key whose text has no known beginning.
 *
 * Keys with Ctrl, Alt or Meta are never part of a scan: a printed code can hold control characters, which scanners type as shortcuts
 * (BadBarcode). A burst that has one, or a key that types nothing, is thrown away whole. A shortcut that opens a burst has already gone
 * through; refusing shortcuts is the windows' own affair.
 */
import { usCharacter } from './us-keyboard.ts';

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
  /** Character keys whose fate is open, and what they spell on a US keyboard. */
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

/** Without a known beginning: more keys than fingers roll in one go, at a pace no hand keeps up. */
const FAST = { minLength: 6, meanMs: 30 } as const;
/** With one: at least `GH1:` and something. The pace still keeps a person out who types it. */
const KNOWN = { minLength: 8, meanMs: 120 } as const;
/** Longest wait for the next key: of a burst that is nothing yet; of one that may become a known beginning. */
const FAST_GAP_MS = 45;
const SLOW_GAP_MS = 120;
/** Silence that ends a scan which has no Enter or Tab: of a fast one, of one with a known beginning. */
const FAST_END_MS = 100;
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
const mayBecomeKnown = (text: string): boolean =>
  MAY_BECOME_KNOWN.test(text) || (text !== '' && 'gatehouse:'.startsWith(text));
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
  if (key.ctrl || key.alt || key.meta) return add(interrupt(state, key, 'shortcut'));
  if (isEnd(key.code)) return add(isScan(state) ? scanned(state, key.atMs) : letThrough(state, key));
  const character = key.repeat === true ? undefined : usCharacter(key.code, key.shift);
  return add(character === undefined ? interrupt(state, key, 'other_key') : append(state, key, character));
}

/** Time went by: settles what waited long enough. Call it at `deadlineMs`; more often does no harm. */
export function tick(state: WedgeState, nowMs: number): WedgeStep {
  const deadline = deadlineMs(state);
  if (deadline === undefined || nowMs < deadline) return { state, effects: [] };
  if (state.droppingAtMs !== undefined) return { state: WEDGE_IDLE, effects: [] };
  return isScan(state) ? scanned(state, nowMs) : release(state, state.held);
}

/** When `tick` has something to settle, on the clock of the keys; undefined: nothing is open. */
export function deadlineMs(state: WedgeState): number | undefined {
  if (state.droppingAtMs !== undefined) return state.droppingAtMs + DROP_END_MS;
  const last = state.held.at(-1);
  return last && last.atMs + patienceMs(state);
}

function patienceMs(state: WedgeState): number {
  if (KNOWN_BEGINNING.test(state.text)) return KNOWN_END_MS;
  if (isScan(state)) return FAST_END_MS;
  return mayBecomeKnown(state.text) ? SLOW_GAP_MS : FAST_GAP_MS;
}

function append(state: WedgeState, key: WedgeKey, character: string): WedgeStep {
  if (state.held.length === MAX_KEYS) return drop(key, 'too_long');
  const tainted = state.held.length === 0 ? key.atMs - (state.shortcutAtMs ?? -Infinity) < FAST_GAP_MS : state.tainted;
  const grown: WedgeState = { ...state, held: [...state.held, key], text: state.text + character, tainted };

  const typed = typedBefore(grown.text);
  if (typed > 0) {
    const scan = { ...grown, held: grown.held.slice(typed), text: grown.text.slice(typed) };
    return { state: scan, effects: [{ kind: 'release', keys: grown.held.slice(0, typed) }, { kind: 'hold' }] };
  }
  if (isScan(grown)) return grown.tainted ? drop(key, 'shortcut') : { state: grown, effects: [{ kind: 'hold' }] };
  return isTyping(grown) ? release(grown, grown.held) : { state: grown, effects: [{ kind: 'hold' }] };
}

/** A known beginning that set in while a clerk was typing: how many keys came before it. */
function typedBefore(text: string): number {
  if (text.length > MAX_TYPED_BEFORE + 'gatehouse:calibrate?'.length || KNOWN_BEGINNING.test(text)) return 0;
  for (let at = 1; at <= Math.min(MAX_TYPED_BEFORE, text.length); at++) {
    if (KNOWN_BEGINNING.test(text.slice(at))) return at;
  }
  return 0;
}

function isScan({ held, text }: WedgeState): boolean {
  const { minLength, meanMs } = KNOWN_BEGINNING.test(text) ? KNOWN : FAST;
  return held.length >= minLength && meanGapMs(held) <= meanMs && !isOneKey(held);
}

/** Long enough to be a scan, and it is none: no need to keep a clerk waiting. */
function isTyping({ held, text }: WedgeState): boolean {
  return held.length >= (KNOWN_BEGINNING.test(text) ? KNOWN : FAST).minLength && !mayBecomeKnown(text);
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
  const isBurst = state.held.length >= 2 && meanGapMs([...state.held, key]) <= FAST.meanMs;
  if (isBurst || isScan(state)) return drop(key, why);
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
  state: { ...WEDGE_IDLE, scannedAtMs: atMs },
  effects: [{ kind: 'scanned', text: state.text }],
});

const drop = (key: WedgeKey, why: WedgeDrop): WedgeStep => ({
  state: { ...WEDGE_IDLE, droppingAtMs: key.atMs },
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
