/**
 * Input reports of scanners in HID POS mode (usage page 8C) to texts. Report 02 has 64 bytes: its number, the count of
 * data bytes, the data, and in the last byte, bit 0, whether more follows. Where the data start differs:
 *
 *     aim      "]Q1" at 2 to 4, data from 5    Honeywell, Access-IS
 *     shifted  one later: "]" at 3, data from 6  told by webhid-barcode-scanner, maker not named
 *     plain    no identifier, data from 2      Newland, IDTech and copies
 *
 * Some systems leave out the number, so a report may have 63 bytes. Sources: USB HID POS Usage Tables 1.02; Access-IS
 * LSR118, Newland FM420 and Saveo RV2 manuals; captures of a Honeywell Voyager 1602g (python_hon_usbhid).
 */
import { MAX_TEXT_BYTES, type ScanOutcome } from './serial-frame.ts';

/** What a text may wait for its next report. */
export const NEXT_REPORT_MS = 200;

const REPORT_NUMBER = 0x02;
const REPORT_BYTES = 64;
const MOST_DATA_BYTES = 56;
const CR = 0x0d;
/** The scanner's answer to a command, not something that it read. */
const COMMAND_ANSWER = ']Z6';

type Layout = 'aim' | 'shifted' | 'plain';
/** Where the data start when the count is at 0, the report's number taken off. */
const DATA_AT: Readonly<Record<Layout, number>> = { plain: 1, aim: 4, shifted: 5 };
const AIM = /^\][A-Za-z][0-9a-z]$/;

/** A text whose last report has not come. The layout holds for all of its reports: data may look like an identifier. */
export interface ReportsInHand {
  readonly layout: Layout | undefined;
  readonly bytes: Uint8Array;
  /** Also counts bytes that are too many to be held. */
  readonly length: number;
}
export const NO_REPORTS: ReportsInHand = { layout: undefined, bytes: new Uint8Array(), length: 0 };

export interface ReportsRead {
  readonly outcomes: readonly ScanOutcome[];
  readonly inHand: ReportsInHand;
}

/** Takes one input report. One that is not report 02, or not of its size, is passed over. */
export function feedReport(before: ReportsInHand, raw: Uint8Array): ReportsRead {
  const report = withoutNumber(raw);
  if (!report) return { outcomes: [], inHand: before };
  const layout = before.layout ?? layoutOf(report);
  const data = report.subarray(DATA_AT[layout], DATA_AT[layout] + Math.min(report[0]!, MOST_DATA_BYTES));
  const inHand = grown(before, layout, data);
  if ((report.at(-1)! & 1) === 1) return { outcomes: [], inHand };
  const answer = layout === 'aim' && textAt(report, 1) === COMMAND_ANSWER;
  return { outcomes: answer ? [] : ended(inHand), inHand: NO_REPORTS };
}

/** Nothing came for `NEXT_REPORT_MS`: the end of the text is lost, and half a badge is none. */
export function endReportsOnSilence(inHand: ReportsInHand): ReportsRead {
  return { outcomes: inHand.length > 0 ? [{ kind: 'cut', length: inHand.length }] : [], inHand: NO_REPORTS };
}

function withoutNumber(raw: Uint8Array): Uint8Array | undefined {
  if (raw.length === REPORT_BYTES - 1) return raw;
  return raw.length === REPORT_BYTES && raw[0] === REPORT_NUMBER ? raw.subarray(1) : undefined;
}

function layoutOf(report: Uint8Array): Layout {
  if (AIM.test(textAt(report, 2))) return 'shifted';
  if (!AIM.test(textAt(report, 1))) return 'plain';
  // A plain scanner may be set to send the identifier as text. It is counted then, so that reading on ends in three zeros.
  const end = DATA_AT.aim + Math.min(report[0]!, MOST_DATA_BYTES);
  const counted = report[0]! >= 3 && report.subarray(end - 3, end).every((byte) => byte === 0);
  return counted ? 'plain' : 'aim';
}

const textAt = (report: Uint8Array, at: number): string => String.fromCharCode(...report.subarray(at, at + 3));

function grown(before: ReportsInHand, layout: Layout, data: Uint8Array): ReportsInHand {
  const length = before.length + data.length;
  if (length > MAX_TEXT_BYTES) return { layout, bytes: NO_REPORTS.bytes, length };
  const bytes = new Uint8Array(length);
  bytes.set(before.bytes);
  bytes.set(data, before.length);
  return { layout, bytes, length };
}

function ended({ bytes, length }: ReportsInHand): readonly ScanOutcome[] {
  if (length > MAX_TEXT_BYTES) return [{ kind: 'too_long', length }];
  const text = bytes.at(-1) === CR ? bytes.subarray(0, -1) : bytes;
  return text.length > 0 ? [{ kind: 'text', bytes: text }] : [];
}
