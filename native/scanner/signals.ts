/**
 * What makers let a host ask of a scanner on a serial line. Honeywell (and the Datalogic engines of its make): SYN T CR
 * and SYN U CR work the trigger once the scanner is set to be triggered by its host, SYN BEL CR beeps; N86 Series User's
 * Guide, "Trigger Commands". CipherLab: "#@////" CR beeps; 1663 and 1664 manuals, "Host serial commands".
 */
import type { SCANNER_MAKERS, SCANNER_SIGNALS } from '../messages.ts';

type Maker = (typeof SCANNER_MAKERS)[number];
type Signal = (typeof SCANNER_SIGNALS)[number];

const SIGNALS: Readonly<Record<Maker, Partial<Record<Signal, string>>>> = {
  honeywell: { trigger_on: '\x16T\r', trigger_off: '\x16U\r', beep: '\x16\x07\r' },
  cipherlab: { beep: '#@////\r' },
};

/** The bytes to write; undefined if this maker's scanners don't know how to do that. */
export function signalBytes(maker: Maker, what: Signal): Uint8Array | undefined {
  const text = SIGNALS[maker][what];
  return text === undefined ? undefined : new TextEncoder().encode(text);
}
