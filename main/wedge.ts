import type { Input, WebContents } from 'electron';
import type { LearntScanner } from '../core/learnt-scanner.ts';
import { scannerAsLearnt } from '../core/wedge-scanner.ts';
import { deadlineMs, press, tick, WEDGE_IDLE, type WedgeEffect, type WedgeKey, type WedgeStep } from '../core/wedge.ts';
import type { LearnScanner } from './device-setup/learn-scanner.ts';
import { setTimer } from './timers.ts';

export interface Wedge {
  readonly isWanted: () => boolean;
  readonly learnt: () => LearntScanner | undefined;
  readonly learning: () => LearnScanner | undefined;
}

/**
 * Catches a keyboard-type scanner before any field of the window sees its keys; what a person types is handed on. The rules
 * are core/wedge's; this only keeps the state, the timer, and types released keys back into the window.
 */
export function catchWedge(contents: WebContents, wedge: Wedge, onScan: (text: string) => void): void {
  let state = WEDGE_IDLE;
  let learnt: LearntScanner | undefined;
  /** The settings may have learnt another one, but not in the midst of its text. */
  const typesAs = (now: LearntScanner | undefined): void => {
    if (now === learnt || state.held.length > 0) return;
    learnt = now;
    state = now ? { ...WEDGE_IDLE, scanner: scannerAsLearnt(now) } : WEDGE_IDLE;
  };
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
    if (input.type !== 'keyDown' || !wedge.isWanted()) return;
    if (ours > 0) {
      ours -= 1;
      return;
    }
    const key = keyOf(input, performance.now());
    const learning = wedge.learning();
    if (learning?.isOn()) {
      if (learning.hear(key)) event.preventDefault();
      return;
    }
    typesAs(wedge.learnt());
    const step = press(state, key);
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
