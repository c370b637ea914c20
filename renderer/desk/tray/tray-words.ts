import type { TrayCard } from '../../../preload/tray-views.ts';
import { en } from '../words/en/index.ts';
import type { Say, WordKey } from '../words/words.ts';

const isWord = (key: string): key is WordKey => key in en;

/** Central's codes that staff are told of in the same words: another record stands in this one's place. */
const RECORD = ['not_yours', 'hash_mismatch', 'id_reused', 'seq_reused'];

/** Central's reason as staff read it, and what to do about it. */
export function reasonWords(card: TrayCard, say: Say): { readonly why: string; readonly next: string } {
  return reasonOf(card.status === 'set_aside' ? 'set_aside' : (card.code ?? 'other'), say);
}

/** The same by central's code alone. */
export function reasonOf(code: string, say: Say): { readonly why: string; readonly next: string } {
  const known = RECORD.includes(code) ? 'record' : code;
  const why = `tray.why.${known}`;
  const next = `tray.next.${known}`;
  return isWord(why) && isWord(next)
    ? { why: say(why), next: say(next) }
    : { why: say('tray.why.other'), next: say('tray.next.other', { code }) };
}

export function actWord({ type }: TrayCard, say: Say): string {
  const key = `tray.act.${type}`;
  const told = `feed.types.${type}`;
  if (isWord(key)) return say(key);
  return isWord(told) ? say(told) : say('tray.act.other');
}

export const whoOf = ({ name, workerId }: TrayCard, say: Say): string =>
  name ?? say(workerId === undefined ? 'tray.nobody' : 'tray.stranger');
