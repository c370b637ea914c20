/** What a settings screen is told of what is plugged in, and by what a device is known again. */
import { describe, expect, test } from 'vitest';
import type { Plugged } from '../../native/messages.ts';
import { pluggedHid } from '../../native/plugged/hid-devices.ts';
import { isMeant } from '../../native/plugged/identity.ts';
import { pluggedSerial } from '../../native/plugged/serial-ports.ts';
import { guessByIds } from '../../native/plugged/usb-ids.ts';

describe('ids tell', () => {
  test.for<[string, string, Plugged['link'], Partial<Plugged>]>([
    ['1eab', '0103', 'hid', { guess: 'scanner', mode: 'keyboard' }],
    ['1eab', '0106', 'serial', { guess: 'scanner', mode: 'serial' }],
    ['1eab', '0110', 'hid', { guess: 'scanner', mode: 'hid_pos' }],
    ['1eab', '0d10', 'hid', { guess: 'scanner', mode: 'hid_pos' }],
    ['05e0', '1200', 'hid', { guess: 'scanner', mode: 'keyboard' }],
    ['05e0', '1701', 'serial', { guess: 'scanner', mode: 'serial' }],
    ['05f9', '4204', 'serial', { guess: 'scanner', mode: 'serial' }],
    ['0c2e', '0b6a', 'serial', { guess: 'scanner', mode: 'serial' }],
    ['2a19', '0c02', 'serial', { guess: 'relay_board' }],
    ['04d8', 'ffee', 'serial', { guess: 'relay_board' }],
    ['1a86', '7523', 'serial', { guess: 'adapter' }],
  ])('%s:%s on %s', ([vendorId, productId, link, expected]) => {
    expect(guessByIds({ vendorId, productId }, link)).toMatchObject(expected);
  });

  test('nothing of a vendor that is not known, nor of the ids that V-USB devices share', () => {
    expect(guessByIds({ vendorId: 'ffff', productId: '0001' }, 'hid')).toEqual({});
    expect(guessByIds({ vendorId: '16c0', productId: '05df' }, 'hid')).toEqual({});
  });
});

test('a scanner says by its usage that it is one, whoever made it', () => {
  const device = { vendorId: 0xffff, productId: 1, path: 'a', usagePage: 0x8c, usage: 2 };
  expect(pluggedHid(device)).toMatchObject({
    guess: 'scanner',
    mode: 'hid_pos',
    usb: { vendorId: 'ffff', productId: '0001' },
  });
});

test('a dcttech board is known by its product string', () => {
  const device = {
    vendorId: 0x16c0,
    productId: 0x05df,
    path: 'a',
    manufacturer: 'www.dcttech.com',
    product: 'USBRelay2',
  };
  expect(pluggedHid(device)).toMatchObject({ guess: 'relay_board', name: 'www.dcttech.com USBRelay2' });
});

test('a port is listed with where it is plugged in, its ids in small letters', () => {
  const port = { path: 'COM7', vendorId: '1A86', productId: '7523', locationId: 'Port_#0002.Hub_#0001' };
  expect(pluggedSerial(port)).toMatchObject({
    path: 'COM7',
    guess: 'adapter',
    usb: { vendorId: '1a86', productId: '7523', location: 'Port_#0002.Hub_#0001' },
  });
  expect(pluggedSerial(port, 'pci-0000:00:14.0-usb-0:2:1.0').usb?.location).toBe('pci-0000:00:14.0-usb-0:2:1.0');
});

test('a built-in port has nothing but its path', () => {
  expect(pluggedSerial({ path: '/dev/ttyS0' })).toEqual({ link: 'serial', path: '/dev/ttyS0', guess: 'adapter' });
});

describe('the settings mean a device', () => {
  const ids = { vendorId: '1a86', productId: '7523' };
  test.for<[string, Parameters<typeof isMeant>[0], Parameters<typeof isMeant>[1], boolean]>([
    ['at its path', { path: 'COM3' }, { path: 'COM3', usb: ids }, true],
    ['not at another path', { path: 'COM3' }, { path: 'COM4' }, false],
    [
      'by serial number, wherever it is',
      { path: 'COM3', usb: { ...ids, serialNumber: 'A7', location: 'left' } },
      { path: 'COM9', usb: { ...ids, serialNumber: 'A7', location: 'right' } },
      true,
    ],
    [
      'not another of the same make, at the same path',
      { path: 'COM3', usb: { ...ids, serialNumber: 'A7' } },
      { path: 'COM3', usb: { ...ids, serialNumber: 'B1' } },
      false,
    ],
    [
      'without a serial number by where it is plugged in',
      { path: 'COM3', usb: { ...ids, location: 'left' } },
      { path: 'COM9', usb: { ...ids, location: 'left' } },
      true,
    ],
    [
      'not another board on the same adapter chip',
      { path: 'COM3', usb: { ...ids, location: 'left' } },
      { path: 'COM3', usb: { ...ids, location: 'right' } },
      false,
    ],
    ['with nothing but ids at its path', { path: 'COM3', usb: ids }, { path: 'COM3', usb: ids }, true],
    [
      'not another device at its path',
      { path: 'COM3', usb: ids },
      { path: 'COM3', usb: { ...ids, vendorId: '0403' } },
      false,
    ],
    ['not a port without ids', { path: 'COM3', usb: ids }, { path: 'COM3' }, false],
  ])('%s', ([, sought, found, meant]) => {
    expect(isMeant(sought, found)).toBe(meant);
  });
});
