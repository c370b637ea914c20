import { showNotification } from '@mantine/notifications';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { FaultCode } from '../../../core/codes.ts';
import { CODE_NAMES } from '../../../core/codes.ts';
import type { ExportAsk, ExportColumn, ListName, ListState } from '../../../preload/list-views.ts';
import { useDesk } from '../data/desk.tsx';
import { useCodeWords } from '../words/code-words.ts';
import type { WordKey } from '../words/words.ts';
import { STATES_OF_LIST, stateWord } from './list-words.ts';
import type { Narrowing } from './narrowing.ts';

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

/** Shorter waits need no progress. */
const LOOK_EVERY_MS = 800;
const OUTCOMES = { saved: 'lists.exported', stopped: 'lists.exportStopped', fault: 'lists.notExported' } as const;

/** How far a file is that takes longer than a moment. */
export interface ExportProgress {
  readonly rows: number;
  readonly total: number;
}
export interface Exporting {
  readonly save: () => void;
  readonly progress: ExportProgress | undefined;
  readonly stop: () => void;
}

/** Saves a list as it is searched, chosen and sorted; says so, or that the place would not take it. */
export function useExport(list: Exclude<ListName, 'feed'>, query: string, { sort, filters }: Narrowing): Exporting {
  const { bridge, say, time, nowMs } = useDesk();
  const wordsOfCode = useCodeWords();
  const [isSaving, setSaving] = useState(false);
  const [progress, setProgress] = useState<ExportProgress>();
  useEffect(() => {
    if (!isSaving) return undefined;
    const look = async (): Promise<void> => setProgress((await bridge.getExport()) ?? undefined);
    const timer = setInterval(() => void look().catch(() => undefined), LOOK_EVERY_MS);
    return () => {
      clearInterval(timer);
      setProgress(undefined);
    };
  }, [bridge, isSaving]);
  const stop = useCallback(() => void bridge.stopExport().catch(() => undefined), [bridge]);
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
    setSaving(true);
    void bridge
      .exportList(ask)
      .catch(() => ({ came: 'fault' as const }))
      .then(({ came }) => {
        setSaving(false);
        if (came !== 'cancelled') showNotification({ message: say(OUTCOMES[came]) });
      });
  }, [bridge, say, time, nowMs, wordsOfCode, list, sort, filters]);
  return { save, progress, stop };
}
