/**
 * What makers let a host ask of a scanner on a serial line. Honeywell (and the Datalogic engines of its make): SYN T CR
 * and SYN U CR work the trigger once the scanner is set to be triggered by its host, SYN BEL CR beeps; N86 Series User's
 * Guide, "Trigger Commands". CipherLab: "#@////" CR beeps; 1663 and 1664 manuals, "Host serial commands". Datalogic: 01
 * beeps whatever is set; QuickScan QD2300 Product Reference Guide, appendix G. Newland: SCNTRG1 and SCNTRG0 between
 * "~ SOH 0000 #" and "; ETX"; NLS-HR52 User Guide, "Use of programming command". Zebra: BEL beeps once "Beep on <BEL>" is
 * set; LS2208 Product Reference Guide, RS-232. None of these three was tried on a scanner yet.
 */
import type { SCANNER_MAKERS, SCANNER_SIGNALS } from '../messages.ts';

type Maker = (typeof SCANNER_MAKERS)[number];
type Signal = (typeof SCANNER_SIGNALS)[number];

const SIGNALS: Readonly<Record<Maker, Partial<Record<Signal, string>>>> = {
  honeywell: { trigger_on: '\x16T\r', trigger_off: '\x16U\r', beep: '\x16\x07\r' },
  zebra: { beep: '\x07' },
  datalogic: { beep: '\x01' },
  newland: { trigger_on: '~\x010000#SCNTRG1;\x03', trigger_off: '~\x010000#SCNTRG0;\x03' },
  cipherlab: { beep: '#@////\r' },
};

/**
 * The same as an output report of a Honeywell scanner in HID POS mode: FD, the count, the command. Found by trial on a
 * Voyager 1602g (python_hon_usbhid); no other maker's scanners are known to take commands this way.
 */
export const hidSignal = (command: Uint8Array): number[] => [0xfd, command.length, ...command];

/** The bytes to write; undefined if this maker's scanners don't know how to do that. */
export function signalBytes(maker: Maker, what: Signal): Uint8Array | undefined {
  const text = SIGNALS[maker][what];
  return text === undefined ? undefined : new TextEncoder().encode(text);
}
