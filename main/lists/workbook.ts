import { Zip, ZipDeflate } from 'fflate';

/** Text, or a moment in milliseconds as the site's clocks show it. */
export type SheetCell = string | { readonly siteMs: number };

/** What a sheet has room for (ECMA-376 as table programs read it), its heading with it. */
export const MOST_SHEET_ROWS = 1_048_576;
const MOST_LETTERS = 32_767;

const DAY_MS = 86_400_000;
/** Days from 1899-12-30, which a sheet counts from, to 1970-01-01. */
const EPOCH_DAYS = 25_569;
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OPEN = 'http://schemas.openxmlformats.org';
const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
/** What XML 1.0 has no way to write. */
const UNWRITABLE = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const text = (value: string, style: number): string => {
  const written = value
    .slice(0, MOST_LETTERS)
    .replaceAll(UNWRITABLE, '')
    .replaceAll(/[&<>]/g, (sign) => SIGNS[sign] ?? sign);
  return `<c t="inlineStr" s="${style}"><is><t xml:space="preserve">${written}</t></is></c>`;
};
const cellXml = (cell: SheetCell, style: number): string => {
  if (typeof cell === 'string') return text(cell, style);
  return `<c s="2"><v>${cell.siteMs / DAY_MS + EPOCH_DAYS}</v></c>`;
};
const rowXml = (cells: readonly SheetCell[], style = 0): string =>
  `<row>${cells.map((cell) => cellXml(cell, style)).join('')}</row>`;

/** Styles: 0 plain, 1 bold, 2 a moment. */
const STYLES = `${XML}<styleSheet xmlns="${OPEN}/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`;
const PARTS: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `${XML}<Types xmlns="${OPEN}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`,
  '_rels/.rels': `${XML}<Relationships xmlns="${OPEN}/package/2006/relationships"><Relationship Id="rId1" Type="${OPEN}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${XML}<workbook xmlns="${OPEN}/spreadsheetml/2006/main" xmlns:r="${OPEN}/officeDocument/2006/relationships"><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${OPEN}/package/2006/relationships"><Relationship Id="rId1" Type="${OPEN}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OPEN}/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': STYLES,
};

/**
 * A workbook of one sheet, as its rows come: a long one is never in memory, nor made in one go that would keep a badge waiting.
 * Text is text there, whatever it begins with.
 */
export async function* workbookOf(
  headings: readonly string[],
  pieces: AsyncIterable<readonly (readonly SheetCell[])[]>,
): AsyncGenerator<Uint8Array> {
  const made: Uint8Array[] = [];
  const zip = new Zip((fault, bytes) => {
    if (fault) throw fault;
    made.push(bytes);
  });
  const part = (name: string): ((xml: string, isLast?: boolean) => void) => {
    const file = new ZipDeflate(name, { level: 4 });
    zip.add(file);
    return (xml, isLast = false) => file.push(Buffer.from(xml, 'utf8'), isLast);
  };
  for (const [name, xml] of Object.entries(PARTS)) part(name)(xml, true);
  const sheet = part('xl/worksheets/sheet1.xml');
  sheet(
    `${XML}<worksheet xmlns="${OPEN}/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="${Math.max(1, headings.length)}" width="22" customWidth="1"/></cols><sheetData>${rowXml(headings, 1)}`,
  );
  for await (const rows of pieces) {
    sheet(rows.map((cells) => rowXml(cells)).join(''));
    yield* made.splice(0);
  }
  sheet('</sheetData></worksheet>', true);
  zip.end();
  yield* made.splice(0);
}
