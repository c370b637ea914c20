const LINE_POINTS = 24;

/** One A4 page of plain lines, the first large (ISO 32000-1): as small as a PDF can be. Latin text only. */
export function drawPdf(lines: readonly string[]): Buffer {
  const text = lines
    .map((line, at) => `/F1 ${at === 0 ? 24 : 13} Tf (${escaped(line)}) Tj 0 -${at === 0 ? 40 : LINE_POINTS} Td`)
    .join('\n');
  const content = `BT 72 740 Td\n${text}\nET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return String(offset).padStart(10, '0');
  });
  const table = offsets.map((offset) => `${offset} 00000 n \n`).join('');
  const size = objects.length + 1;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(`${file}xref\n0 ${size}\n0000000000 65535 f \n${table}${trailer}`, 'latin1');
}

const escaped = (line: string): string => line.replaceAll(/[\\()]/g, '\\$&');
