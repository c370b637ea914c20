import type { ActColumn } from '../../core/event/act-file.ts';
import type { ActExportAsk, ActRow } from '../../preload/activity-views.ts';

/** A cell; a moment is Unix milliseconds as the site's clocks show them, as if they were UTC. */
export type ActCell = string | { readonly siteMs: number };

type Word = (key: string) => string;

const CELLS: Readonly<Record<Exclude<ActColumn, 'time'>, (row: ActRow, word: Word) => string>> = {
  state: ({ kind }, word) => word(`kind.${kind}`),
  name: ({ name }) => name ?? '',
  company: ({ contractorName }) => contractorName ?? '',
  what: ({ code, type }, word) => word(code === undefined ? `type.${type}` : `code.${code}`),
  gate: ({ gateName }) => gateName ?? '',
  place: ({ locationName }) => locationName ?? '',
  how: ({ mode }, word) => (mode === undefined ? '' : word(`mode.${mode}`)),
  by: ({ byName }) => byName ?? '',
  estimate: ({ estimated }, word) => (estimated ? word('estimate') : ''),
  // An act that central or another gate told has its number in that gate's chain.
  number: ({ seq }) => (seq > 0 ? String(seq) : ''),
};

/** An act as the cells of a file, with the desk's words and the site's time. */
export function actCells({ columns, words }: Pick<ActExportAsk, 'columns' | 'words'>, timeZone: string) {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  const word: Word = (key) => words[key] ?? key.slice(key.indexOf('.') + 1);
  const siteMs = (atMs: number): number => Date.parse(`${format.format(atMs).replace(' ', 'T')}Z`);
  return (row: ActRow): ActCell[] =>
    columns.map(({ id }) => (id === 'time' ? { siteMs: siteMs(row.atMs) } : CELLS[id](row, word)));
}

/** 2026-03-02 07:00:00: any table program takes that for a moment. */
export const cellText = (cell: ActCell): string =>
  typeof cell === 'string' ? cell : new Date(cell.siteMs).toISOString().slice(0, 19).replace('T', ' ');
