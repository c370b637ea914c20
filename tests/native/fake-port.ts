import type { OpenTransport, TransportEvents } from '../../native/serial/transport.ts';
import type { ModemLines } from '../../native/inputs/door-inputs.ts';
import type { DeviceFault } from '../../native/fault.ts';

/** A port in memory: what is written to it is kept, and the test plays the device. */
export function fakePort(onWrite: (bytes: Uint8Array) => void = () => {}) {
  const written: Uint8Array[] = [];
  let events: TransportEvents | undefined;
  let opens = 0;
  let modemLines: ModemLines | undefined;
  const open: OpenTransport = (_line, given) => {
    events = given;
    opens += 1;
    return {
      write(bytes) {
        written.push(bytes);
        onWrite(bytes);
      },
      modemLines: async () => {
        if (!modemLines) throw new Error('inappropriate ioctl for device');
        return modemLines;
      },
      async close() {
        events = undefined;
      },
    };
  };
  return {
    open,
    written,
    opens: () => opens,
    /** Absent until it is set: most lines in tests, like a pseudo terminal, have none. */
    setModemLines: (lines: ModemLines) => void (modemLines = lines),
    opened: () => events!.opened(),
    bytes: (bytes: Uint8Array) => events?.bytes(bytes),
    gone(fault: DeviceFault) {
      const hearer = events!;
      events = undefined;
      hearer.gone(fault);
    },
  };
}

export const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));
export const toHex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join(' ');
export const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);
