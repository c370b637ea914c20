import type { PaperPlace } from '../muster/paper.ts';

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);

const STYLE = `@page{size:A4 landscape;margin:12mm}body{font:8.5pt system-ui,'Noto Sans Arabic',sans-serif;color:#000}h1{font-size:16pt;margin:0}
p{margin:1.5mm 0}table{border-collapse:collapse;width:100%;table-layout:fixed}th,td{text-align:start;vertical-align:top;padding:1mm 1.5mm;overflow-wrap:anywhere;border-bottom:.2mm solid #999}
th{border-bottom:.5mm solid #000}thead{display:table-header-group}tr{break-inside:avoid}`;

/** Rows of a table, a line for each act. */
export const actRows = (lines: readonly (readonly string[])[]): string =>
  lines.map((line) => `<tr>${line.map((cell) => `<td>${escaped(cell)}`).join('')}`).join('\n');

/**
 * Acts on paper: what the list is, of where and when, and its lines. `parts` are rows of a few hundred lines each, in a table of their own:
 * Chromium takes four times as long for a table that is twice as long.
 */
export function actPage(
  sheet: { readonly title: string; readonly about: string; readonly headings: readonly string[] },
  parts: readonly string[],
  count: number,
  { siteName, gateName, language, timeZone, nowMs }: PaperPlace,
): string {
  const { title, about, headings } = sheet;
  const made = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(nowMs);
  const head = `<thead><tr>${headings.map((name) => `<th>${escaped(name)}</th>`).join('')}</tr></thead>`;
  const tables = (parts.length > 0 ? parts : ['']).map((rows) => `<table>${head}<tbody>${rows}</tbody></table>`);
  return `<!doctype html><html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8">
<title>${escaped(title)}</title><style>${STYLE}</style></head><body><h1>${escaped(title)}</h1>
<p>${escaped(`${siteName}, ${gateName}`)} · ${made} · ${count}</p><p>${escaped(about)}</p>
${tables.join('\n')}</body></html>`;
}
