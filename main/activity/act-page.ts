import type { PaperPlace } from '../muster/paper.ts';

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);

const STYLE = `@page{size:A4 landscape;margin:12mm}body{font:8.5pt system-ui,'Noto Sans Arabic',sans-serif;color:#000}h1{font-size:16pt;margin:0}
p{margin:1.5mm 0}table{border-collapse:collapse;width:100%}th,td{text-align:start;vertical-align:top;padding:1mm 1.5mm;border-bottom:.2mm solid #999}
th{border-bottom:.5mm solid #000}thead{display:table-header-group}tr{break-inside:avoid}`;

/** Acts on paper: what the list is, of where and when, and a line for each. */
export function actPage(
  sheet: { readonly title: string; readonly about: string; readonly headings: readonly string[] },
  lines: readonly (readonly string[])[],
  { siteName, gateName, language, timeZone, nowMs }: PaperPlace,
): string {
  const { title, about, headings } = sheet;
  const made = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(nowMs);
  const body = lines.map((line) => `<tr>${line.map((cell) => `<td>${escaped(cell)}`).join('')}`);
  return `<!doctype html><html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8">
<title>${escaped(title)}</title><style>${STYLE}</style></head><body><h1>${escaped(title)}</h1>
<p>${escaped(`${siteName}, ${gateName}`)} · ${made} · ${lines.length}</p><p>${escaped(about)}</p>
<table><thead><tr>${headings.map((head) => `<th>${escaped(head)}</th>`).join('')}</tr></thead>
<tbody>${body.join('\n')}</tbody></table></body></html>`;
}
