import type { Input, WebContents } from 'electron';
import { deadlineMs, press, tick, WEDGE_IDLE, type WedgeEffect, type WedgeKey, type WedgeStep } from '../core/wedge.ts';
import { setTimer } from './timers.ts';

/**
 * Catches a keyboard-type scanner before any field of the window sees its keys; what a person types is handed on. The rules
 * are core/wedge's; this only keeps the state, the timer, and types released keys back into the window.
 */
export function catchWedge(contents: WebContents, isWanted: () => boolean, onScan: (text: string) => void): void {
  let state = WEDGE_IDLE;
  let cancel = (): void => {};
  /** Keys that we type back come by here again: so many are let through unseen. */
  let ours = 0;

  const perform = (effect: WedgeEffect): void => {
    if (effect.kind === 'scanned') onScan(effect.text);
    if (effect.kind === 'release') for (const key of effect.keys) typeBack(key);
  };
  const typeBack = (key: WedgeKey): void => {
    const modifiers: ('shift' | 'control' | 'alt' | 'meta')[] = [];
    if (key.shift) modifiers.push('shift');
    if (key.ctrl) modifiers.push('control');
    if (key.alt) modifiers.push('alt');
    if (key.meta) modifiers.push('meta');
    const keyCode = key.key === ' ' ? 'Space' : key.key;
    ours += 1;
    contents.sendInputEvent({ type: 'keyDown', keyCode, modifiers });
    if ([...key.key].length === 1) contents.sendInputEvent({ type: 'char', keyCode: key.key, modifiers });
    contents.sendInputEvent({ type: 'keyUp', keyCode, modifiers });
    ours = 0;
  };
  const take = (step: WedgeStep): void => {
    state = step.state;
    cancel();
    const atMs = deadlineMs(state);
    if (atMs !== undefined)
      cancel = setTimer(() => take(tick(state, performance.now())), Math.max(0, atMs - performance.now()));
    for (const effect of step.effects) perform(effect);
  };

  contents.on('before-input-event', (event, input) => {
    if (input.type !== 'keyDown' || !isWanted()) return;
    if (ours > 0) {
      ours -= 1;
      return;
    }
    const step = press(state, keyOf(input, performance.now()));
    if (!step.effects.some(({ kind }) => kind === 'pass')) event.preventDefault();
    take(step);
  });
  contents.on('destroyed', () => cancel());
}

const keyOf = (input: Input, atMs: number): WedgeKey => ({
  code: input.code,
  key: input.key,
  shift: input.shift,
  ctrl: input.control,
  alt: input.alt,
  meta: input.meta,
  repeat: input.isAutoRepeat,
  atMs,
});
