import { stringify } from 'csv-stringify/sync';
import type { RollRowView, RollView } from '../../preload/muster-views.ts';
import { paperWords } from './paper-words.ts';

/** Where and when the paper is made. */
export interface PaperPlace {
  readonly siteName: string;
  readonly gateName: string;
  readonly timeZone: string;
  readonly language: string;
  readonly nowMs: number;
}

/** A roll call, or who is inside where none was held. */
export type PaperOf = Pick<RollView, 'rows'> & Partial<Pick<RollView, 'kind' | 'startedAtMs' | 'counts'>>;

const momentIn = (timeZone: string): ((ms: number | undefined) => string) => {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return (ms) => (ms === undefined ? '' : format.format(ms));
};

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

const STYLE = `@page{size:A4;margin:14mm}body{font:11pt system-ui,'Noto Sans Arabic',sans-serif;color:#000}h1{font-size:18pt;margin:0}
p{margin:2mm 0}table{border-collapse:collapse;width:100%}th,td{text-align:start;padding:1.6mm 2mm;border-bottom:.3mm solid #999}
th{border-bottom:.6mm solid #000}thead{display:table-header-group}tr{break-inside:avoid}i{display:inline-block;width:5mm;height:5mm;border:.4mm solid #000}`;

function linesOf({ rows }: PaperOf, { timeZone, language }: PaperPlace): string[][] {
  const words = paperWords(language);
  const moment = momentIn(timeZone);
  return rows.map((row: RollRowView) => [
    row.name,
    row.contractorName ?? '',
    moment(row.sinceMs),
    words.states[row.state],
    moment(row.markedAtMs),
    row.markedBy ?? '',
  ]);
}

/** A page to print: names in order, with a box to tick for everybody of whom nobody said anything yet. */
export function paperPage(of: PaperOf, place: PaperPlace): string {
  const words = paperWords(place.language);
  const moment = momentIn(place.timeZone);
  const isRoll = of.kind !== undefined;
  const title = of.kind === undefined ? words.inside : words[of.kind];
  const heads = [words.name, words.company, words.since, ...(isRoll ? [words.state, words.time, words.by] : [])];
  const body = linesOf(of, place).map((line, at) => {
    const tick = of.rows[at]?.state === 'unmarked' ? '<i></i>' : '';
    return `<tr><td>${tick}</td>${line
      .slice(0, heads.length)
      .map((cell) => `<td>${escaped(cell)}</td>`)
      .join('')}</tr>`;
  });
  const { counts } = of;
  const count = counts ? `${counts.accounted}/${counts.total}` : String(of.rows.length);
  return `<!doctype html><html lang="${place.language}" dir="${place.language === 'ar' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8">
<title>${escaped(title)}</title><style>${STYLE}</style></head><body><h1>${escaped(title)}</h1>
<p>${escaped(`${place.siteName}, ${place.gateName}`)} · ${moment(of.startedAtMs)}</p>
<p>${words.people}: <b>${count}</b> · ${words.made} ${moment(place.nowMs)}</p>
<table><thead><tr><th></th>${heads.map((head) => `<th>${escaped(head)}</th>`).join('')}</tr></thead>
<tbody>${body.join('\n')}</tbody></table></body></html>`;
}

/** The same for table programs: UTF-8 with its mark, no cell that such a program would take for a formula. */
export function paperTable(of: PaperOf, place: PaperPlace): string {
  const words = paperWords(place.language);
  const heads = [words.name, words.company, words.since, words.state, words.time, words.by];
  return stringify([heads, ...linesOf(of, place)], { bom: true, escape_formulas: true, record_delimiter: 'windows' });
}
