import type { Plugged } from '../messages.ts';
import type { HidDeviceInfo } from '../hid/hid-seam.ts';
import { guessByIds, HID_POS_SCANNER, HID_POS_USAGE_PAGE, hexId } from './usb-ids.ts';

/** Says by its usage that it is a scanner; no other HID device uses this page. */
export const isHidPos = ({ usagePage, usage }: HidDeviceInfo): boolean =>
  usagePage === HID_POS_USAGE_PAGE && usage === HID_POS_SCANNER;

/** dcttech boards share their ids with every V-USB device; their product string is their own. */
const RELAY_PRODUCT = /^USBRelay\d/;
const MAX_NAME = 200;

/** A HID device as the settings screen shows it; undefined for one that can't be opened by path. */
export function pluggedHid(device: HidDeviceInfo): Plugged | undefined {
  if (device.path === undefined) return undefined;
  const usb = {
    vendorId: hexId(device.vendorId),
    productId: hexId(device.productId),
    ...(device.serialNumber ? { serialNumber: device.serialNumber.slice(0, 128) } : {}),
  };
  const { name, ...guess } = guessByIds(usb, 'hid');
  const said = [device.manufacturer, device.product].filter(Boolean).join(' ') || name;
  return {
    link: 'hid',
    path: device.path,
    ...(said ? { name: said.slice(0, MAX_NAME) } : {}),
    usb,
    guess: 'other',
    ...guess,
    ...(isHidPos(device) ? { guess: 'scanner', mode: 'hid_pos' } : {}),
    ...(RELAY_PRODUCT.test(device.product ?? '') ? { guess: 'relay_board' } : {}),
  };
}
