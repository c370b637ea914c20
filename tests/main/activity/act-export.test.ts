import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { actExportHandlers } from '../../../main/activity/act-export.ts';
import { createActivity } from '../../../main/activity/activity.ts';
import { createSaving } from '../../../main/files/saving.ts';
import { createLeavers } from '../../../main/checkout/leavers.ts';
import type { ActExportAsk } from '../../../preload/activity-views.ts';
import { checkoutDesk } from '../checkout/checkout-desk.ts';
import { checkIn, checkOut, refusal, START_MS } from '../fixtures.ts';
import { put } from '../site.ts';

const BEN = put('worker', 'ben', { firstName: '=Ben', lastName: '<Reed>' });
const PLACE = {
  siteName: 'Harbour',
  gateName: 'North gate',
  timeZone: 'Europe/Warsaw',
  language: 'en',
  nowMs: START_MS,
} as const;

/** The real acts of a real journal; the dialog is answered at once, the printer keeps its page. */
function desk(saves: 'saved' | 'cancelled' | 'full' = 'saved') {
  const { ground, journal, clock } = checkoutDesk([BEN]);
  const activity = createActivity(ground, createLeavers(ground));
  journal.append([checkIn('anna')]);
  clock.advance(3_600_000);
  journal.append([refusal('too_early'), checkIn('ben'), checkOut('ben')]);
  const files = new Map<string, Buffer>();
  const pages: string[] = [];
  const saving = createSaving({
    async saveAs(name, bytes) {
      if (saves === 'full') throw new Error('ENOSPC');
      if (saves === 'cancelled') return false;
      const parts: Buffer[] = [];
      for await (const part of bytes as AsyncIterable<string | Uint8Array>)
        parts.push(typeof part === 'string' ? Buffer.from(part, 'utf8') : Buffer.from(part));
      files.set(name, Buffer.concat(parts));
      return true;
    },
  });
  const handlers = actExportHandlers(
    {
      saving,
      paper: {
        async pdf(page) {
          pages.push(page);
          return Buffer.from('%PDF-1.7');
        },
      },
    },
    () => activity,
    () => PLACE,
  );
  return { handlers, saving, files, pages, journal };
}
const ask = (format: ActExportAsk['format'], more: Partial<ActExportAsk> = {}): ActExportAsk => ({
  query: '',
  format,
  fileName: 'Acts',
  about: 'Everything',
  columns: [
    { id: 'time', heading: 'Time' },
    { id: 'name', heading: 'Name' },
    { id: 'what', heading: 'What' },
    { id: 'number', heading: 'Number' },
  ],
  words: { 'code.too_early': 'Too early' },
  ...more,
});

test('B4: a CSV has every act that matches, newest first, in the site’s time and with the desk’s words', async () => {
  const { handlers, files } = desk();
  expect(await handlers.exportActs(ask('csv'))).toEqual({ came: 'saved' });
  const lines = String(files.get('Acts.csv')).split('\r\n').filter(Boolean);
  expect(lines).toHaveLength(5);
  expect([lines[0], lines[3]]).toEqual(['\uFEFFTime,Name,What,Number', '2026-03-02 08:00:00,,Too early,2']);
  expect(lines[1]).toContain("'=Ben <Reed>");
});

test.each([
  ['who was refused', { status: 'refused' }, 1],
  ['who is inside', { status: 'checked_in' }, 1],
  ['a name', { query: 'kowal' }, 1],
  ['a time', { fromMs: START_MS + 1 }, 3],
  ['a time to come', { fromMs: START_MS * 2 }, 0],
] as const)('B4: only %s is in the file, where that was asked for', async (_what, filters, count) => {
  const { handlers, files } = desk();
  await handlers.exportActs(ask('csv', filters));
  expect(String(files.get('Acts.csv')).split('\r\n').filter(Boolean)).toHaveLength(count + 1);
});

test('B4: a workbook has text as text and moments as moments', async () => {
  const { handlers, files } = desk();
  expect(await handlers.exportActs(ask('xlsx'))).toEqual({ came: 'saved' });
  const parts = unzipSync(files.get('Acts.xlsx') ?? Buffer.alloc(0));
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect(sheet.match(/<row>/g)).toHaveLength(5);
  expect(sheet).toContain('<t xml:space="preserve">=Ben &lt;Reed&gt;</t>');
  // 2026-03-02 07:00 in Warsaw, in days since 1899-12-30.
  expect(sheet).toContain('<v>46083.29166666');
});

test('B4: a PDF says what the list was narrowed to', async () => {
  const { handlers, files, pages } = desk();
  expect(await handlers.exportActs(ask('pdf', { about: 'Refused <today>' }))).toEqual({ came: 'saved' });
  expect(files.has('Acts.pdf')).toBe(true);
  expect(pages[0]).toContain('Refused &lt;today&gt;');
  expect(pages[0]?.match(/<tr><td>/g)).toHaveLength(4);
});

test('of more lines than paper has room for, no PDF is made', async () => {
  const { handlers, journal } = desk();
  journal.append(Array.from({ length: 5000 }, () => refusal('too_early')));
  expect(await handlers.exportActs(ask('pdf'))).toEqual({ came: 'too_many' });
});

test('tells how far it is, takes one file at a time, and stops', async () => {
  const { handlers, saving, journal } = desk();
  journal.append(Array.from({ length: 3000 }, () => refusal('too_early')));
  expect(saving.progress()).toBeNull();
  const saved = handlers.exportActs(ask('csv'));
  expect(await handlers.exportActs(ask('csv'))).toEqual({ came: 'fault' });
  while (!saving.progress()?.rows) await new Promise((resolve) => setImmediate(resolve));
  expect(saving.progress()).toMatchObject({ total: 3004 });
  saving.stop();
  expect(await saved).toEqual({ came: 'stopped' });
  expect(saving.progress()).toBeNull();
});

test.each(['cancelled', 'full'] as const)('%s is said', async (how) => {
  expect(await desk(how).handlers.exportActs(ask('csv'))).toEqual({ came: how === 'full' ? 'fault' : how });
});
