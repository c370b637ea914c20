/** How a keyboard-type scanner types: what its keys mean, and the pace by which it is told from a person. */
import { keyName, layoutCharacter } from './keyboard-layout.ts';
import type { LearntScanner } from './learnt-scanner.ts';
import { usCharacter } from './us-keyboard.ts';
import type { WedgeKey } from './wedge.ts';

export interface WedgeScanner {
  /** Undefined: this key is no part of any text. */
  readonly characterOf: (key: WedgeKey) => string | undefined;
  /** Typed before each text, and no part of it. */
  readonly prefix: string;
  /** A text without a known beginning is a scan when it is so long, at such a pace on average. */
  readonly minLength: number;
  readonly meanMs: number;
  /** Longest wait for the next key of a burst that is nothing yet. */
  readonly gapMs: number;
  /** Silence that ends a scan which has no Enter or Tab. */
  readonly endMs: number;
}

/** More keys than fingers roll in one go, at a pace no hand keeps up. */
const FAST = { minLength: 6, meanMs: 30, gapMs: 45, endMs: 100 } as const;
/** Above FAST's pace a person can keep up for a word, not for this many keys. */
const SLOWER_MIN_LENGTH = 10;
/** No person types 1300 keys a minute for ten keys on end. */
const SLOWEST_MEAN_MS = 45;
/** Quick scanners are given what a busy PC adds. */
const QUICKEST_MEAN_MS = 22;
const LONGEST_GAP_MS = 120;
/** A scanner that is known to end with a key is waited for, so that a busy PC does not cut its text in two. */
const KNOWN_END_MS = 300;

const hasNone = ({ ctrl, alt, meta }: WedgeKey): boolean => !ctrl && !alt && !meta;

/** As scanners leave the factory: US keys, any pace. */
export const FACTORY_SCANNER: WedgeScanner = {
  characterOf: (key) => (hasNone(key) ? usCharacter(key.code, key.shift) : undefined),
  prefix: '',
  ...FAST,
};

/**
 * The pace of one scanner leaves less room for a mistake: a quick one is told from rolling fingers more surely, a slower
 * one is believed without a known beginning, if its text is long enough.
 */
export function scannerAsLearnt(learnt: LearntScanner): WedgeScanner {
  const { layout, keys, keyMs, prefix, suffix } = learnt;
  const meanMs = clamp(keyMs * 1.5, QUICKEST_MEAN_MS, SLOWEST_MEAN_MS);
  return {
    characterOf(key) {
      const own = key.meta ? undefined : keys[keyName(key)];
      if (own !== undefined || !hasNone(key)) return own;
      return layout === 'own' ? usCharacter(key.code, key.shift) : layoutCharacter(layout, key.code, key.shift);
    },
    prefix,
    minLength: meanMs > FAST.meanMs ? SLOWER_MIN_LENGTH : FAST.minLength,
    meanMs,
    gapMs: clamp(keyMs * 3, FAST.gapMs, LONGEST_GAP_MS),
    endMs: suffix === 'none' ? FAST.endMs : KNOWN_END_MS,
  };
}

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));
