import { expect, test } from 'vitest';
import { serialLineSchema, type Plugged } from '../../../native/messages.ts';
import { sharedList } from '../../../native/plugged/serial-ports.ts';
import { findingTransport } from '../../../native/serial/finding-transport.ts';
import type { OpenTransport } from '../../../native/serial/transport.ts';
import { fakePort } from '../fake-port.ts';
import { settled } from '../hid/fake-hid.ts';
import { virtualClock } from '../virtual-clock.ts';

const usb = { vendorId: '1a86', productId: '7523', location: 'left' };
const LINE = serialLineSchema.parse({ path: '/dev/ttyUSB0', usb });
const board = (path: string, location: string): Plugged => ({
  link: 'serial',
  path,
  guess: 'adapter',
  usb: { ...usb, location },
});

function rig(list: () => Promise<readonly Plugged[]>) {
  const port = fakePort();
  const opened: string[] = [];
  const gone: string[] = [];
  const open: OpenTransport = (line, events) => (opened.push(line.path), port.open(line, events));
  const events = { opened: () => {}, bytes: () => {}, gone: ({ code }: { code: string }) => gone.push(code) };
  return { port, opened, gone, start: (line = LINE) => findingTransport(open, list)(line, events) };
}

test('opens the device where it is now, not what has taken its old path', async () => {
  const { opened, start } = rig(async () => [board('/dev/ttyUSB0', 'right'), board('/dev/ttyUSB1', 'left')]);
  start();
  await settled();
  expect(opened).toEqual(['/dev/ttyUSB1']);
});

test('a device that is not plugged in is missing', async () => {
  const { opened, gone, start } = rig(async () => [board('/dev/ttyUSB0', 'right')]);
  start();
  await settled();
  expect({ opened, gone }).toEqual({ opened: [], gone: ['port_missing'] });
});

test('a line without such an identity is opened at its path, and nothing is listed', async () => {
  const { opened, start } = rig(() => Promise.reject(new Error('nobody should ask')));
  start(serialLineSchema.parse({ path: '/dev/ttyS0' }));
  expect(opened).toEqual(['/dev/ttyS0']);
});

test('closed while it looks, it opens nothing and says nothing', async () => {
  const { opened, gone, start } = rig(async () => [board('/dev/ttyUSB1', 'left')]);
  await start().close();
  await settled();
  expect({ opened, gone }).toEqual({ opened: [], gone: [] });
});

test('many that look at once have the ports listed once', async () => {
  const clock = virtualClock();
  let lists = 0;
  const list = sharedList(async () => ((lists += 1), []), clock);
  await Promise.all([list(), list(), list()]);
  expect(lists).toBe(1);
  clock.advance(700);
  await list();
  expect(lists).toBe(2);
});
