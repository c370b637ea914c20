import { stringify, type Options } from 'csv-stringify/sync';
import { MOST_PAPER_ROWS } from '../../core/event/act-file.ts';
import type { ActExportAsk } from '../../preload/activity-views.ts';
import { TooManyError } from '../files/saving.ts';
import { MOST_SHEET_ROWS, workbookOf } from '../lists/workbook.ts';
import type { PaperPlace } from '../muster/paper.ts';
import type { PaperDoors } from '../windows/paper.ts';
import { actCells, cellText } from './act-cells.ts';
import { actPage, actRows } from './act-page.ts';
import type { ActsPiece } from './activity.ts';

const MOST_ROWS = {
  csv: Number.POSITIVE_INFINITY,
  xlsx: MOST_SHEET_ROWS - 1,
  pdf: MOST_PAPER_ROWS,
} as const satisfies Record<ActExportAsk['format'], number>;
const FORM = { escape_formulas: true, record_delimiter: 'windows' } as const satisfies Options;

/** B4: acts as a file, piece by piece as they come. */
export async function* actFile(
  ask: ActExportAsk,
  pieces: AsyncIterable<ActsPiece>,
  place: PaperPlace,
  pdf: PaperDoors['pdf'],
): AsyncGenerator<string | Uint8Array> {
  const headings = ask.columns.map(({ heading }) => heading);
  const cellsOf = actCells(ask, place.timeZone);
  async function* lines() {
    for await (const { rows, total } of pieces) {
      if (total > MOST_ROWS[ask.format]) throw new TooManyError();
      yield rows.map(cellsOf);
    }
  }
  if (ask.format === 'xlsx') {
    yield* workbookOf(headings, lines());
    return;
  }
  if (ask.format === 'csv') {
    yield stringify([headings], { ...FORM, bom: true });
    for await (const some of lines())
      yield stringify(
        some.map((cells) => cells.map(cellText)),
        FORM,
      );
    return;
  }
  const parts: string[] = [];
  let count = 0;
  for await (const some of lines()) {
    parts.push(actRows(some.map((cells) => cells.map(cellText))));
    count += some.length;
  }
  yield await pdf(actPage({ title: ask.fileName, about: ask.about, headings }, parts, count, place));
}
