import { expect, test } from 'vitest';
import { makerOf } from '../../main/device-handlers.ts';
import { scannerSchema } from '../../native/messages.ts';

const serial = (more: object) =>
  scannerSchema.parse({ id: 's', kind: 'serial', path: '/dev/ttyS0', laneId: 'l', ...more });
const usb = (vendorId: string) => ({ usb: { vendorId, productId: '0001' } });

test.each<[string, object, string | undefined]>([
  ['a bare line', {}, undefined],
  ['a bare line that a person named', { maker: 'datalogic' }, 'datalogic'],
  ['a USB scanner, by its vendor', usb('0c2e'), 'honeywell'],
  ['an adapter that a person named', { ...usb('1a86'), maker: 'newland' }, 'newland'],
  ['an adapter that nobody named', usb('1a86'), undefined],
  ['a person over the vendor', { ...usb('05f9'), maker: 'datalogic' }, 'datalogic'],
])('the maker of %s', (_name, more, maker) => {
  expect(makerOf(serial(more))).toBe(maker);
});
