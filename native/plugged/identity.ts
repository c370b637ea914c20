import type { UsbIdentity } from '../messages.ts';

/** A device as it is found: where it is now, and what it is known by. */
export interface Found {
  readonly path: string;
  readonly usb?: UsbIdentity | undefined;
}

/** What the settings say of a device. */
export interface Sought {
  readonly path?: string | undefined;
  readonly usb?: UsbIdentity | undefined;
}

/**
 * The device that is meant: by its serial number where it has one, else by where it is plugged in, else by its path.
 * The same vendor and product alone is not enough: another board on the same adapter chip would be opened as this one.
 */
export function isMeant({ path, usb }: Sought, found: Found): boolean {
  if (!usb) return path === found.path;
  if (usb.vendorId !== found.usb?.vendorId || usb.productId !== found.usb.productId) return false;
  if (usb.serialNumber !== undefined) return usb.serialNumber === found.usb.serialNumber;
  if (usb.location !== undefined) return usb.location === found.usb.location;
  return path === found.path;
}
