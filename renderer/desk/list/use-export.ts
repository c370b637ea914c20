import { useCallback, useEffect, useRef } from 'react';
import type { FaultCode } from '../../../core/codes.ts';
import { CODE_NAMES } from '../../../core/codes.ts';
import type { ExportAsk, ExportColumn, ListName, ListState } from '../../../preload/list-views.ts';
import { useDesk } from '../data/desk.tsx';
import { useCodeWords } from '../words/code-words.ts';
import type { WordKey } from '../words/words.ts';
import { STATES_OF_LIST, stateWord } from './list-words.ts';
import type { Narrowing } from './narrowing.ts';
import { useSaving, type Saving } from './use-saving.ts';

export interface Exporting extends Omit<Saving, 'save'> {
  readonly save: () => void;
}

const WORK = ['order', 'title', 'client', 'starts', 'ends'] as const;
/** What the file of each list has; everything, whatever columns the screen has room for. */
const COLUMNS_OF: Readonly<Record<Exclude<ListName, 'feed'>, readonly ExportColumn[]>> = {
  scheduled: ['name', 'company', ...WORK, 'state'],
  granted: ['name', 'company', 'order', 'title', 'client', 'granted', 'until', 'state'],
  inside: ['name', 'company', 'order', 'title', 'client', 'since'],
  working: ['name', 'company', ...WORK, 'state', 'since'],
  refused: ['since', 'name', 'company', 'why'],
};
const HEADINGS: Readonly<Record<ExportColumn, WordKey>> = {
  name: 'lists.columns.name',
  company: 'lists.columns.company',
  order: 'lists.columns.order',
  title: 'lists.columns.title',
  client: 'lists.columns.client',
  starts: 'lists.columns.starts',
  ends: 'lists.columns.ends',
  state: 'lists.columns.state',
  since: 'lists.columns.stateSince',
  granted: 'lists.columns.granted',
  until: 'lists.columns.until',
  why: 'lists.columns.why',
};

/** Saves a list as it is searched, chosen and sorted. */
export function useExport(list: Exclude<ListName, 'feed'>, query: string, { sort, filters }: Narrowing): Exporting {
  const { bridge, say, time, nowMs } = useDesk();
  const wordsOfCode = useCodeWords();
  const { save: saveFile, ...saving } = useSaving();
  // Typing changes what would be saved, and not the button.
  const asked = useRef(query);
  useEffect(() => void (asked.current = query), [query]);
  const save = useCallback(() => {
    const states = STATES_OF_LIST[list].map((state: ListState) => [state, stateWord(say, list, state)] as const);
    const codes =
      list === 'refused' ? CODE_NAMES.map((code) => [code, wordsOfCode(code as FaultCode).title] as const) : [];
    const ask: ExportAsk = {
      list,
      query: asked.current,
      ...(sort && { sort }),
      filters,
      fileName: `${say(`lists.${list}`)} ${time.fileDay(nowMs())}`,
      columns: COLUMNS_OF[list].map((id) => ({ id, heading: say(HEADINGS[id]) })),
      words: Object.fromEntries([...states, ...codes]),
    };
    saveFile(() => bridge.exportList(ask));
  }, [bridge, say, time, nowMs, wordsOfCode, list, sort, filters, saveFile]);
  return { ...saving, save };
}
