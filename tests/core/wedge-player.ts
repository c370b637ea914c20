import { layoutKeyOf, type LayoutName } from '../../core/keyboard-layout.ts';
import { usKeyOf } from '../../core/us-keyboard.ts';
import type { WedgeScanner } from '../../core/wedge-scanner.ts';
import {
  deadlineMs,
  press,
  tick,
  WEDGE_IDLE,
  type WedgeEffect,
  type WedgeKey,
  type WedgeState,
} from '../../core/wedge.ts';

/** Key traces for the tests of the wedge, and somebody to play them on virtual time. */
export const named = (code: string, atMs: number, more: Partial<WedgeKey> = {}): WedgeKey => ({
  code,
  key: code,
  shift: false,
  ctrl: false,
  alt: false,
  meta: false,
  atMs,
  ...more,
});
export const enter = (atMs: number) => named('Enter', atMs);

/** A text as keys, the first at `startMs`; gaps are given in turn, over and over. With Shift's own key, as real keyboards have it. */
export function type(
  text: string,
  startMs: number,
  gapsMs: readonly number[],
  layout: (key: string) => string = (key) => key,
): WedgeKey[] {
  let atMs = startMs;
  return [...text].flatMap((character, at) => {
    if (at > 0) atMs += gapsMs[(at - 1) % gapsMs.length]!;
    const { code, shift } = usKeyOf(character)!;
    const own = named(code, atMs, { key: layout(character), shift });
    return shift ? [named('ShiftLeft', atMs, { shift }), own] : [own];
  });
}
/** A text as the keys of a scanner that is set to a country's keyboard. */
export const typeIn = (layout: LayoutName, text: string, startMs: number, gapMs: number): WedgeKey[] =>
  [...text].flatMap((character, at) => {
    const { code, shift } = layoutKeyOf(layout, character)!;
    const atMs = startMs + at * gapMs;
    return shift ? [named('ShiftLeft', atMs, { shift }), named(code, atMs, { shift })] : [named(code, atMs)];
  });
export const lastMs = (keys: readonly WedgeKey[]): number => keys.at(-1)!.atMs;
export const ending = (code: string, keys: WedgeKey[], gapMs = 10): WedgeKey[] => [
  ...keys,
  named(code, lastMs(keys) + gapMs),
];
export const withEnter = (keys: WedgeKey[], gapMs?: number): WedgeKey[] => ending('Enter', keys, gapMs);

/** What reached the window, what was scanned and what was thrown away, with the clock run on until all is settled. */
export function play(keys: readonly WedgeKey[], scanner?: WedgeScanner) {
  let state: WedgeState = scanner ? { ...WEDGE_IDLE, scanner } : WEDGE_IDLE;
  const seen: WedgeEffect[] = [];
  const window: WedgeKey[] = [];
  const take = (effects: readonly WedgeEffect[], key?: WedgeKey) => {
    for (const effect of effects) {
      if (effect.kind === 'pass' && key) window.push(key);
      if (effect.kind === 'release') window.push(...effect.keys);
      seen.push(effect);
    }
  };
  const runTo = (nowMs: number) => {
    for (let due = deadlineMs(state); due !== undefined && due <= nowMs; due = deadlineMs(state)) {
      const step = tick(state, due);
      state = step.state;
      take(step.effects);
    }
  };
  for (const key of keys) {
    runTo(key.atMs - 1);
    const step = press(state, key);
    state = step.state;
    take(step.effects, key);
  }
  runTo(Infinity);
  const characters = window.filter(({ code }) => !/^(?:Shift|Control|Alt|Meta)/.test(code));
  return {
    window: characters.map(({ key }) => key).join(''),
    windowKeys: window,
    scans: seen.flatMap((effect) => (effect.kind === 'scanned' ? [effect.text] : [])),
    drops: seen.flatMap((effect) => (effect.kind === 'dropped' ? [effect.why] : [])),
    swallowed: seen.filter(({ kind }) => kind === 'swallow').length,
    state,
  };
}
