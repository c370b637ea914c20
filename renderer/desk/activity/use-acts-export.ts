import { CODE_NAMES } from '../../../core/codes.ts';
import { ACT_COLUMNS, type ActColumn, type ActFormat } from '../../../core/event/act-file.ts';
import type { ActExportAsk, ActFilters } from '../../../preload/activity-views.ts';
import { useDesk } from '../data/desk.tsx';
import { useSaving, type Saving } from '../list/use-saving.ts';
import { useCodeWords } from '../words/code-words.ts';
import { en } from '../words/en/index.ts';
import type { WordKey } from '../words/words.ts';

/** What a file calls the words that it needs, by how the desk calls them. */
const WORD_GROUPS = { 'feed.types.': 'type.', 'kinds.': 'kind.', 'activity.modes.': 'mode.' } as const;
const FILE_WORDS = (Object.keys(en) as WordKey[]).flatMap((key) =>
  Object.entries(WORD_GROUPS)
    .filter(([from]) => key.startsWith(from))
    .map(([from, to]) => [key, `${to}${key.slice(from.length)}`] as const),
);

/** What a column of the list is in a file; what the list says in one cell has its own there. */
const OF_LIST: Readonly<Partial<Record<ActColumn, readonly string[]>>> = {
  state: ['kind'],
  what: ['what'],
  gate: ['where'],
  place: ['where', 'place'],
  how: ['where', 'how'],
  by: ['where', 'by'],
};
const fileColumns = (hidden: readonly string[]): readonly ActColumn[] =>
  ACT_COLUMNS.filter((column) => OF_LIST[column]?.some((shown) => !hidden.includes(shown)) ?? true);

interface ActsExport extends Omit<Saving, 'save'> {
  /**
   * @param about what the list was narrowed to, in words
   * @param hidden the list's columns that were put away: they are not in the file either
   */
  readonly save: (filters: ActFilters, about: string, format: ActFormat, hidden: readonly string[]) => void;
}

/** B4: saves exactly what is filtered. */
export function useActsExport(): ActsExport {
  const { bridge, say, time, nowMs } = useDesk();
  const codeWords = useCodeWords();
  const saving = useSaving();
  const save: ActsExport['save'] = (filters, about, format, hidden) => {
    const ask: ActExportAsk = {
      ...filters,
      format,
      about,
      fileName: `${say('activity.all')} ${time.fileDay(nowMs())}`,
      columns: fileColumns(hidden).map((id) => ({ id, heading: say(`activity.columns.${id}`) })),
      words: Object.fromEntries([
        ...FILE_WORDS.map(([key, name]) => [name, say(key)] as const),
        ...CODE_NAMES.map((code) => [`code.${code}`, codeWords(code).title] as const),
        ['estimate', say('activity.yes')],
      ]),
    };
    saving.save(() => bridge.exportActs(ask));
  };
  return { ...saving, save };
}
