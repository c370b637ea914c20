import { learnScanner } from '../../core/learnt-scanner.ts';
import type { WedgeKey } from '../../core/wedge.ts';
import type { Learning } from '../../preload/device-views.ts';
import type { SettingsFile } from '../settings.ts';
import { TRIAL_MS } from './try-scanners.ts';

export interface LearnScannerParts {
  readonly settings: Pick<SettingsFile, 'saved' | 'set'>;
  readonly tell: (learning: Learning) => void;
  readonly setTimer: (run: () => void, ms: number) => () => void;
}

export interface LearnScanner {
  readonly set: (on: boolean) => void;
  readonly isOn: () => boolean;
  /** A key that was pressed while it is on. True: it is kept from the window. */
  readonly hear: (key: WedgeKey) => boolean;
  readonly forget: () => void;
}

/** A slower scanner than this is none; a person who types the code by hand teaches nothing. */
const LONGEST_GAP_MS = 400;
/** Fewer keys than this are somebody at the keyboard. */
const FEWEST_KEYS = 20;
/** Keys so close behind one another are no person's: Enter and Space would press a button. */
const BURST_KEYS = 3;

/**
 * Watches a keyboard-type scanner type its calibration code. A dialog that has no field is open meanwhile, so that letters
 * are nobody's typing; Tab, Enter, Space and Escape pass unless they belong to a burst.
 */
export function createLearnScanner({ settings, tell, setTimer }: LearnScannerParts): LearnScanner {
  let cancelEnd: (() => void) | undefined;
  let cancelSettle = (): void => {};
  let burst: WedgeKey[] = [];

  const end = (): void => {
    cancelEnd?.();
    cancelEnd = undefined;
    cancelSettle();
    burst = [];
  };
  const settle = (): void => {
    const keys = burst;
    burst = [];
    if (keys.length < FEWEST_KEYS) return;
    const result = learnScanner(keys);
    if (!result.ok) return tell({ ok: false });
    end();
    settings.set('wedge', { ...settings.saved().wedge, learnt: result.value });
    tell({ ok: true, learnt: result.value });
  };

  return {
    set(on) {
      end();
      if (on) cancelEnd = setTimer(end, TRIAL_MS);
    },
    isOn: () => cancelEnd !== undefined,
    hear(key) {
      if (/^(?:Shift|Control|Alt|Meta)/.test(key.code) || key.repeat === true) return false;
      const last = burst.at(-1);
      if (last && key.atMs - last.atMs > LONGEST_GAP_MS) burst = [];
      burst.push(key);
      cancelSettle();
      cancelSettle = setTimer(settle, LONGEST_GAP_MS);
      return burst.length > BURST_KEYS || ([...key.key].length === 1 && key.key !== ' ');
    },
    forget() {
      const { learnt: _, ...wedge } = settings.saved().wedge;
      settings.set('wedge', wedge);
    },
  };
}
