/** How a scanner sets a text apart from the next one. */
export const SCAN_ENDINGS = {
  cr: ['', '\r'],
  lf: ['', '\n'],
  crlf: ['', '\r\n'],
  stx_etx: ['\x02', '\x03'],
  none: ['', ''],
} as const;
export type ScanEnding = keyof typeof SCAN_ENDINGS;
export const isScanEnding = (name: string): name is ScanEnding => Object.hasOwn(SCAN_ENDINGS, name);

/** What can be wrong with a scanner, as switches that may be combined. */
export const SCAN_FAULTS = {
  half: 'sends half of every text, and no ending',
  doubled: 'sends every text twice',
  noise: 'sends rubbish in front of every text',
  aim: 'puts the AIM identifier ]Q1 in front of every text',
  slow: 'sends byte by byte, as at 9600 baud',
  mute: 'sends nothing',
} as const;
export type ScanFault = keyof typeof SCAN_FAULTS;
export const isScanFault = (name: string): name is ScanFault => Object.hasOwn(SCAN_FAULTS, name);

export interface ScanChunk {
  readonly bytes: Uint8Array;
  readonly afterMs: number;
}

const NOISE = '\x00\x1c#~';
/** Ten bits at 9600 baud. */
const BYTE_MS = 1.04;

/** What goes out on the line for one scan. */
export function scanChunks(text: string, ending: ScanEnding, faults: readonly ScanFault[]): readonly ScanChunk[] {
  if (faults.includes('mute')) return [];
  const [before, after] = SCAN_ENDINGS[ending];
  const said = `${faults.includes('noise') ? NOISE : ''}${faults.includes('aim') ? ']Q1' : ''}${text}`;
  const once = faults.includes('half') ? before + said.slice(0, Math.ceil(said.length / 2)) : before + said + after;
  const bytes = new TextEncoder().encode(faults.includes('doubled') ? once + once : once);
  if (!faults.includes('slow')) return [{ bytes, afterMs: 0 }];
  return [...bytes].map((byte, at) => ({ bytes: Uint8Array.of(byte), afterMs: at * BYTE_MS }));
}
