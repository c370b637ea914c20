import type { FeedRow } from '../../../preload/views.ts';
import { useDesk } from '../data/desk.tsx';
import { en } from './en/index.ts';
import { useCodeWords } from './code-words.ts';
import { usePartName } from './part-name.ts';
import type { WordKey } from './words.ts';

export interface FeedWords {
  readonly who: string;
  readonly what: string;
  /** The reader's next step, or what goes with it; undefined where there is nothing to add. */
  readonly why?: string | undefined;
}

const isWord = (key: string): key is WordKey => key in en;

/** Who, what and why of a feed line, in the desk's language. */
export function useFeedWords(): (row: FeedRow) => FeedWords {
  const { say } = useDesk();
  const codeWords = useCodeWords();
  const partName = usePartName();
  return (row) => {
    const type = `feed.types.${row.type}`;
    const words = row.code && codeWords(row.code, row.facts);
    const notes = row.notes.map((note) => codeWords(note, row.facts).title).join(' ');
    const stranger = row.kind === 'note' || row.kind === 'fault' ? 'feed.gate' : 'feed.somebody';
    const who = row.name ?? (row.part === undefined ? say(stranger) : partName(row.part));
    // A recovery names the trouble that is over: its own words alone would read as if it had come again.
    if (row.type === 'device.recovered') return { who, what: say('feed.types.device.recovered'), why: words?.title };
    return {
      who,
      what: words?.title ?? say(isWord(type) ? type : 'feed.types.other'),
      why: notes || words?.next || row.facts.reason || undefined,
    };
  };
}
