import type { CheckResult } from '../../../preload/device-views.ts';
import { useDesk } from '../data/desk.tsx';
import type { Tone } from '../parts/tone.tsx';
import { useCodeWords } from '../words/code-words.ts';
import type { Say } from '../words/words.ts';
import type { SiteTime } from '../words/site-time.ts';

export const TONE_OF_RESULT: Readonly<Record<CheckResult['result'], Tone>> = {
  good: 'ok',
  look: 'warn',
  bad: 'bad',
  skipped: 'idle',
};

export interface CheckWords {
  readonly part: string;
  /** Which one, where there are several. */
  readonly name?: string | undefined;
  readonly what: string;
  /** Undefined where there is nothing to do. */
  readonly next?: string | undefined;
}

/** One part of the self-check in plain words: what was found, and what to do about it. */
export function useCheckWords(): (result: CheckResult) => CheckWords {
  const { say, time } = useDesk();
  const codeWords = useCodeWords();
  return (result) => {
    const part = say(`check.parts.${result.part}`);
    const { name } = result;
    if (result.result === 'skipped') return { part, name, what: say('check.skipped') };
    if (result.code) {
      const { title, next } = codeWords(result.code);
      return { part, name, what: title, next };
    }
    const figure = figureOf(result, say, time);
    if (result.result === 'good') return { part, name, what: figure ?? say(`check.good.${result.part}`) };
    return { part, name, what: figure ?? say(`check.not.${result.part}`), next: say(`check.next.${result.part}`) };
  };
}

function figureOf({ part, value, confirmation }: CheckResult, say: Say, time: SiteTime): string | undefined {
  if (part === 'door' && confirmation) return say(`doors.confirmed.${confirmation}`);
  if (value === undefined) return undefined;
  if (part === 'clock') return say('check.clockOff', { seconds: (Math.abs(value) / 1000).toFixed(1) });
  if (part === 'data') return value < 60_000 ? undefined : say('bar.dataAge', { duration: time.duration(value) });
  if (part === 'disk') return say('check.diskFree', { size: (value / 1e9).toFixed(value < 1e10 ? 1 : 0) });
  return undefined;
}
