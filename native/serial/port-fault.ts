import { deviceFault, type DeviceFault } from '../fault.ts';

/**
 * What serialport says, by system. It gives opening errors no code, only the operating system's words, so the words
 * are all there is to go by. On Windows "Access denied" means that another program holds the port.
 */
const OPENING_WORDS: readonly (readonly [RegExp, DeviceFault['code']])[] = [
  [/permission denied|EACCES|EPERM|operation not permitted/i, 'port_denied'],
  [/cannot lock port|temporarily unavailable|resource busy|EBUSY|access (is )?denied/i, 'port_busy'],
  [/no such file|file not found|no such device|ENOENT|ENXIO|ENODEV/i, 'port_missing'],
];

/** A fault of a port that could not be opened. Words that are not known count as a lost port, with the words kept. */
export function openingFault(error: Error): DeviceFault {
  const known = OPENING_WORDS.find(([words]) => words.test(error.message));
  return deviceFault(known?.[1] ?? 'port_lost', error.message);
}

/** Any error on an open port is a lost port: serialport names only some of them a disconnect (EIO, for one, is missing). */
export const lostFault = (detail: string): DeviceFault => deviceFault('port_lost', detail);
