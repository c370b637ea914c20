/**
 * What USB ids tell without opening anything. From usb.ids 2025.07.26 and the makers' manuals; ids that several kinds of
 * device share (CH340, V-USB) are no more than adapters here.
 */
import type { Plugged, UsbIdentity } from '../messages.ts';

export const HID_POS_USAGE_PAGE = 0x8c;
export const HID_POS_SCANNER = 0x02;

/** Vendors that make scanners and nothing else a gate would plug in. */
const SCANNER_MAKERS: Readonly<Record<string, string>> = {
  '0c2e': 'Honeywell',
  '0536': 'Honeywell (Hand Held Products)',
  '23d0': 'Youjie by Honeywell',
  '05e0': 'Zebra',
  '05f9': 'Datalogic',
  '1eab': 'Newland',
};

type Known = Pick<Plugged, 'guess' | 'mode'> & { readonly name: string };

/** Single products whose ids tell more than their vendor does. */
const PRODUCTS: Readonly<Record<string, Known>> = {
  '05e0:1200': { guess: 'scanner', mode: 'keyboard', name: 'Zebra scanner' },
  '05e0:1701': { guess: 'scanner', mode: 'serial', name: 'Zebra scanner' },
  '05e0:0600': { guess: 'scanner', mode: 'serial', name: 'Zebra scanner' },
  '05f9:2206': { guess: 'scanner', mode: 'keyboard', name: 'Datalogic scanner' },
  '05f9:4204': { guess: 'scanner', mode: 'serial', name: 'Datalogic scanner' },
  '0c2e:0204': { guess: 'scanner', mode: 'keyboard', name: 'Honeywell scanner' },
  '0c2e:0700': { guess: 'scanner', mode: 'serial', name: 'Honeywell MS7120' },
  '0c2e:0720': { guess: 'scanner', mode: 'serial', name: 'Honeywell MS7120' },
  '0581:0107': { guess: 'scanner', mode: 'keyboard', name: 'Tera scanner' },
  '0581:020c': { guess: 'scanner', mode: 'keyboard', name: 'Tera scanner' },
  '24ea:0197': { guess: 'scanner', mode: 'keyboard', name: 'Meva scanner' },
  '04d8:ffee': { guess: 'relay_board', name: 'Devantech board' },
  '1a86:7523': { guess: 'adapter', name: 'CH340 serial line' },
  '0403:6001': { guess: 'adapter', name: 'FTDI serial line' },
  '10c4:ea60': { guess: 'adapter', name: 'CP210x serial line' },
  '067b:2303': { guess: 'adapter', name: 'PL2303 serial line' },
};

/** On Newland scanners the last two digits of the product id tell the mode, the first two the model. */
const NEWLAND_MODES: Readonly<Record<string, NonNullable<Plugged['mode']>>> = {
  '03': 'keyboard',
  '06': 'serial',
  '10': 'hid_pos',
};
const NUMATO = '2a19';

/** The best guess by ids alone. `link` is how the system offers the device: a scanner with a serial port is in serial mode. */
export function guessByIds(usb: Pick<UsbIdentity, 'vendorId' | 'productId'>, link: Plugged['link']): Partial<Known> {
  const product = PRODUCTS[`${usb.vendorId}:${usb.productId}`];
  if (product) return product;
  if (usb.vendorId === NUMATO) return { guess: 'relay_board', name: 'Numato module' };
  const maker = SCANNER_MAKERS[usb.vendorId];
  if (maker === undefined) return {};
  const mode = maker === 'Newland' ? NEWLAND_MODES[usb.productId.slice(2)] : undefined;
  if (mode !== undefined) return { guess: 'scanner', mode, name: `${maker} scanner` };
  return { guess: 'scanner', name: `${maker} scanner`, ...(link === 'serial' ? { mode: 'serial' } : {}) };
}

/** Honeywell scanners send no reports until feature report FE says 01. */
export const needsHidModeReport = (vendorId: number): boolean => vendorId === 0x0c2e || vendorId === 0x23d0;

export const hexId = (id: number): string => id.toString(16).padStart(4, '0');
