import type { DoorTest, DoorView } from '../../../preload/device-views.ts';
import type { DeskStatus } from '../../../preload/views.ts';
import { useDesk } from '../data/desk.tsx';
import type { Tone } from '../parts/tone.tsx';
import { useCodeWords } from '../words/code-words.ts';
import type { Say, WordKey } from '../words/words.ts';

export interface DoorSaid {
  readonly tone: Tone;
  readonly word: WordKey;
}

/** The one thing to know of a door: what is dangerous first, then what does not work, then how it was set. */
export function doorSaid({ alarm, fire, state, mode, contact }: DoorView): DoorSaid {
  if (fire) return { tone: 'bad', word: 'doors.fire' };
  if (alarm) return { tone: 'bad', word: `doors.alarms.${alarm}` };
  if (state === 'down') return { tone: 'bad', word: 'bar.doorDown' };
  if (state === 'starting') return { tone: 'idle', word: 'bar.doorStarting' };
  if (mode !== 'normal') return { tone: 'warn', word: `doors.modes.${mode}` };
  if (contact === 'open') return { tone: 'ok', word: 'doors.open' };
  return { tone: 'ok', word: 'bar.doorUp' };
}

const WEIGHT: Readonly<Record<Tone, number>> = { bad: 0, warn: 1, idle: 2, ok: 3, left: 3 };
export const worstFirst = (doors: readonly DoorView[]): readonly DoorView[] =>
  doors.toSorted((a, b) => WEIGHT[doorSaid(a).tone] - WEIGHT[doorSaid(b).tone]);

/** What the bar says of all doors: the worst one, by name where there are several. */
export function doorsTruth({ doors }: DeskStatus, say: Say): { value: string; more?: string; tone: Tone } {
  const worst = worstFirst(doors)[0];
  if (!worst) return { value: say('bar.doorNone'), tone: 'warn' };
  const { tone, word } = doorSaid(worst);
  if (doors.length === 1) return { value: say(word), tone };
  if (tone === 'ok') return { value: say('doors.allReady', { count: doors.length }), tone };
  return { value: say(word), more: worst.name, tone };
}

export interface TestSaid {
  readonly tone: Tone;
  readonly title: string;
  readonly next: string;
}

/** What came of opening a door: whether the board says so, and what the contact saw. */
export function useTestWords(): (test: DoorTest) => TestSaid {
  const { say } = useDesk();
  const words = useCodeWords();
  return (test) => {
    if (!test.ok) return { tone: 'bad', ...words(test.code) };
    const title = say(`doors.confirmed.${test.confirmation}`);
    if (test.contactOpened === undefined) {
      const tone = test.confirmation === 'blind' ? 'warn' : 'ok';
      return { tone, title, next: say(tone === 'warn' ? 'doors.lookYourself' : 'doors.noContact') };
    }
    return test.contactOpened
      ? { tone: 'ok', title, next: say('doors.contactOpened') }
      : { tone: 'warn', title, next: say('doors.contactStill') };
  };
}
