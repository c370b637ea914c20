import { stringify } from 'csv-stringify/sync';
import writeExcelFile from 'write-excel-file/node';
import type { SheetColumn } from '../../core/timesheet/states.ts';
import type { SheetExportAsk, SheetRow } from '../../preload/timesheet-views.ts';

/** A cell as a table program reckons with it: minutes are numbers, days are days. */
type Cell = string | number | Date | null;

const clock = (timeZone: string): ((ms: number) => string) => {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, timeStyle: 'short' });
  return (ms) => format.format(ms);
};
const each = ({ spans, timeZone }: SheetRow, of: 'fromMs' | 'toMs'): string =>
  spans.map((span) => clock(timeZone)(span[of])).join('; ');
/** Hours as a decimal number, which sheets add up. */
const hours = (minutes: number): number => Math.round((minutes / 60) * 100) / 100;

const CELLS: Readonly<Record<SheetColumn, (row: SheetRow, word: (code: string) => string) => Cell>> = {
  day: ({ day }) => new Date(`${day}T00:00:00.000Z`),
  name: ({ name }) => name,
  place: ({ locationName }) => locationName,
  client: ({ clientName }) => clientName ?? null,
  from: (row) => each(row, 'fromMs'),
  to: (row) => each(row, 'toMs'),
  breaks: ({ breakMinutes }) => hours(breakMinutes),
  worked: ({ workedMinutes }) => hours(workedMinutes),
  unconfirmed: ({ unconfirmedMinutes }) => (unconfirmedMinutes === 0 ? null : hours(unconfirmedMinutes)),
  estimate: ({ estimated }, word) => (estimated ? word('estimate') : null),
  state: ({ state }, word) => word(state),
  decidedBy: ({ decidedByName }) => decidedByName ?? null,
  reason: ({ reason }) => reason ?? null,
  later: ({ later }) => (later ? hours(later.workedMinutes) : null),
};

type TableAsk = Pick<SheetExportAsk, 'columns' | 'words'>;

function cellsOf(rows: readonly SheetRow[], { columns, words }: TableAsk): Cell[][] {
  const word = (code: string): string => words[code] ?? code;
  return rows.map((row) => columns.map(({ id }) => CELLS[id](row, word)));
}

/** UTF-8 with its mark, and no cell that a table program would take for a formula. */
export const csvOfSheets = (rows: readonly SheetRow[], ask: TableAsk): Uint8Array =>
  Buffer.from(
    stringify(
      [
        ask.columns.map(({ heading }) => heading),
        ...cellsOf(rows, ask).map((row) =>
          row.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : cell)),
        ),
      ],
      { bom: true, escape_formulas: true, record_delimiter: 'windows' },
    ),
    'utf8',
  );

const WIDTHS: Readonly<Partial<Record<SheetColumn, number>>> = { name: 26, place: 22, client: 22, reason: 40 };

/** The same as a workbook: days and hours stay numbers. Text is text there, whatever it begins with. */
export async function xlsxOfSheets(rows: readonly SheetRow[], ask: TableAsk): Promise<Uint8Array> {
  const head = ask.columns.map(({ heading }) => ({ value: heading, type: String, fontWeight: 'bold' as const }));
  const body = cellsOf(rows, ask).map((row) =>
    row.map((cell) => {
      if (cell === null) return null;
      if (cell instanceof Date) return { value: cell, type: Date, format: 'yyyy-mm-dd' };
      return typeof cell === 'number' ? { value: cell, type: Number, format: '0.00' } : { value: cell, type: String };
    }),
  );
  const columns = ask.columns.map(({ id }) => ({ width: WIDTHS[id] ?? 14 }));
  return writeExcelFile([head, ...body], { columns, stickyRowsCount: 1 }).toBuffer();
}
