import { expect, test } from 'vitest';
import { deviceFault } from '../../../native/fault.ts';
import { serialLineSchema } from '../../../native/messages.ts';
import { reopenDelayMs } from '../../../native/serial/backoff.ts';
import { keepOpen } from '../../../native/serial/line.ts';
import { openingFault } from '../../../native/serial/port-fault.ts';
import { fakePort } from '../fake-port.ts';
import { virtualClock } from '../virtual-clock.ts';

const MISSING = deviceFault('port_missing', 'not there');
const BUSY = deviceFault('port_busy', 'another program holds it');

function lineOnFakePort() {
  const clock = virtualClock();
  const port = fakePort();
  const trace: string[] = [];
  const line = keepOpen(serialLineSchema.parse({ path: '/dev/ttyUSB0' }), port.open, clock, {
    opened: () => trace.push('opened'),
    bytes: (bytes) => trace.push(`bytes ${bytes.length}`),
    down: (fault) => trace.push(fault.code),
  });
  return { clock, port, trace, line };
}

test('waits 0.5, 1, 2, 4 and then 5 s between two tries', () => {
  const delays = [0, 1, 2, 3, 4, 5, 500].map((tries) => reopenDelayMs(tries, 'port_busy'));
  expect(delays).toEqual([500, 1000, 2000, 4000, 5000, 5000, 5000]);
});

test('looks four times a second for a port that is not there, however long it has been away', () => {
  expect([0, 1, 500].map((tries) => reopenDelayMs(tries, 'port_missing'))).toEqual([250, 250, 250]);
});

test('opens a lost port again after the delay, not before', () => {
  const { clock, port, trace } = lineOnFakePort();
  port.gone(BUSY);
  clock.advance(499);
  expect(port.opens()).toBe(1);
  clock.advance(1);
  expect(port.opens()).toBe(2);
  port.opened();
  expect(trace).toEqual(['port_busy', 'opened']);
});

test('waits longer after each try in vain, and starts afresh once the device works', () => {
  const { clock, port, line } = lineOnFakePort();
  port.gone(BUSY);
  clock.advance(500);
  port.gone(BUSY);
  clock.advance(999);
  expect(port.opens()).toBe(2);
  clock.advance(1);
  port.opened();
  line.settled();
  port.gone(BUSY);
  clock.advance(500);
  expect(port.opens()).toBe(4);
});

test('closes before it reopens a port whose device is silent', async () => {
  const { clock, port, trace, line } = lineOnFakePort();
  port.opened();
  line.reopen(deviceFault('board_silent', ''));
  await Promise.resolve();
  expect(trace).toEqual(['opened', 'board_silent']);
  clock.advance(500);
  expect(port.opens()).toBe(2);
});

test('drops what is written while the line is down', () => {
  const { port, line } = lineOnFakePort();
  port.gone(MISSING);
  line.write(Uint8Array.of(1));
  expect(port.written).toEqual([]);
});

test('stays closed once it is closed', async () => {
  const { clock, port, line } = lineOnFakePort();
  port.gone(MISSING);
  await line.close();
  clock.advance(60_000);
  expect(port.opens()).toBe(1);
});

test.for([
  ['Error: No such file or directory, cannot open /dev/ttyUSB0', 'port_missing'],
  ['Opening COM9: File not found', 'port_missing'],
  ['Error: No such device or address, cannot open /dev/ttyUSB0', 'port_missing'],
  ['Error Resource temporarily unavailable Cannot lock port', 'port_busy'],
  ['Error: Device or resource busy, cannot open /dev/ttyUSB0', 'port_busy'],
  ['Opening COM3: Access denied', 'port_busy'],
  ['Error: Permission denied, cannot open /dev/ttyUSB0', 'port_denied'],
  ['something that nobody has seen yet', 'port_lost'],
] as const)('"%s" is %s', ([words, code]) => {
  expect(openingFault(new Error(words))).toEqual({ code, detail: words });
});
