import { useDesk } from '../data/desk.tsx';
import { en } from './en/index.ts';
import type { WordKey } from './words.ts';

const isWord = (key: string): key is WordKey => key in en;

/** What people call a part of the gate: a door or a scanner by the name in the settings, the rest by a word. */
export function usePartName(): (part: string) => string {
  const { say, status } = useDesk();
  return (part) => {
    const word = `part.${part}`;
    const device = status.devices.find(({ id }) => id === part);
    return device?.name || (isWord(word) ? say(word) : part);
  };
}
