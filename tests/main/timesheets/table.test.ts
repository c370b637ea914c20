import { inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { csvOfSheets, xlsxOfSheets } from '../../../main/timesheets/table.ts';
import type { SheetRow } from '../../../preload/timesheet-views.ts';

const ROW: SheetRow = {
  timesheetId: 't',
  workerId: 'anna',
  name: '=Anna',
  day: '2026-03-29',
  locationName: 'Riverside',
  timeZone: 'Europe/Warsaw',
  spans: [
    { fromMs: Date.parse('2026-03-28T23:00:00.000Z'), toMs: Date.parse('2026-03-29T04:00:00.000Z'), ending: 'seen' },
    { fromMs: Date.parse('2026-03-29T05:00:00.000Z'), toMs: Date.parse('2026-03-29T07:30:00.000Z'), ending: 'told' },
  ],
  workedMinutes: 450,
  breakMinutes: 0,
  breakByRule: false,
  unconfirmedMinutes: 0,
  estimated: true,
  state: 'open',
  canApprove: true,
  canDispute: true,
  waiting: false,
};
const ASK = {
  columns: (['day', 'name', 'from', 'to', 'worked', 'estimate', 'state'] as const).map((id) => ({
    id,
    heading: id.toUpperCase(),
  })),
  words: { open: 'To review', estimate: 'Yes' },
};

/** A part of a zip file, found by its directory. */
function partOf(zip: Buffer, name: string): string {
  for (let at = zip.indexOf('PK\x01\x02'); at >= 0; at = zip.indexOf('PK\x01\x02', at + 4)) {
    const nameLength = zip.readUInt16LE(at + 28);
    if (zip.toString('utf8', at + 46, at + 46 + nameLength) !== name) continue;
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const bytes = zip.subarray(start, start + zip.readUInt32LE(at + 20));
    return (zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(bytes) : bytes).toString('utf8');
  }
  throw new Error(`no ${name}`);
}

test('C4: CSV has the place’s times, hours as numbers, and no formula', () => {
  const [head, line] = Buffer.from(csvOfSheets([ROW], ASK))
    .toString('utf8')
    .split('\r\n');
  expect(head).toBe('\uFEFFDAY,NAME,FROM,TO,WORKED,ESTIMATE,STATE');
  expect(line).toBe("2026-03-29,'=Anna,00:00; 07:00,06:00; 09:30,7.5,Yes,To review");
});

test('C4: a workbook has a row per day, days as days and hours as numbers', async () => {
  const sheet = partOf(Buffer.from(await xlsxOfSheets([ROW, ROW], ASK)), 'xl/worksheets/sheet1.xml');
  expect(sheet.match(/<row /g)).toHaveLength(3);
  // 46110 days after the year 1900 began, as table programs count.
  expect(sheet).toMatch(/<c r="A2"[^>]*><v>46110<\/v>/);
  expect(sheet).toMatch(/<c r="E2"[^>]*><v>7.5<\/v>/);
});
