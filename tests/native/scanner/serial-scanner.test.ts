import { expect, test } from 'vitest';
import { deviceFault } from '../../../native/fault.ts';
import { serialScannerSchema, type FromHost } from '../../../native/messages.ts';
import { runSerialScanner } from '../../../native/scanner/serial-scanner.ts';
import { ascii, fakePort } from '../fake-port.ts';
import { virtualClock } from '../virtual-clock.ts';

const SCANNER = serialScannerSchema.parse({ id: 's1', kind: 'serial', laneId: 'in', path: '/dev/ttyACM0' });

function scanner() {
  const clock = virtualClock();
  const port = fakePort();
  const told: FromHost[] = [];
  const device = runSerialScanner(SCANNER, { open: port.open, clock, tell: (message) => told.push(message) });
  const texts = () => told.flatMap((message) => (message.type === 'reading' ? [message.text] : []));
  return { clock, port, told, texts, device };
}

test('says what it read, where, and when the last byte came', () => {
  const { port, told, clock } = scanner();
  port.opened();
  clock.advance(50);
  port.bytes(ascii('GH1:ABC\r\n'));
  expect(told).toEqual([
    { type: 'device', deviceId: 's1', kind: 'scanner', state: 'up' },
    { type: 'reading', scannerId: 's1', laneId: 'in', text: 'GH1:ABC', atMs: 1_700_000_000_050 },
  ]);
});

test('takes silence of 300 ms for the ending', () => {
  const { port, texts, clock } = scanner();
  port.opened();
  port.bytes(ascii('GH1:'));
  clock.advance(299);
  port.bytes(ascii('ABC'));
  clock.advance(299);
  expect(texts()).toEqual([]);
  clock.advance(1);
  expect(texts()).toEqual(['GH1:ABC']);
});

test('a text that the cable cut off is not read', () => {
  const { port, texts, clock } = scanner();
  port.opened();
  port.bytes(ascii('GH1:AB'));
  port.gone(deviceFault('port_lost', 'bad file descriptor'));
  clock.advance(1000);
  port.opened();
  port.bytes(ascii('C\r'));
  expect(texts()).toEqual(['C']);
});

test('tells each change of its standing once, and again when asked', () => {
  const { port, told, clock, device } = scanner();
  for (let tries = 0; tries < 3; tries++) {
    port.gone(deviceFault('port_missing', 'not there'));
    clock.advance(5000);
  }
  const down = {
    type: 'device',
    deviceId: 's1',
    kind: 'scanner',
    state: 'down',
    code: 'port_missing',
    detail: 'not there',
  };
  expect(told).toEqual([down]);
  device.tellStanding();
  expect(told).toEqual([down, down]);
});

test('reports a text that is too long and reads the next one', () => {
  const { port, told, texts } = scanner();
  port.opened();
  port.bytes(ascii(`${'x'.repeat(5000)}\rGH1:ABC\r`));
  expect(told[1]).toMatchObject({ state: 'up', detail: '5000 bytes were skipped: too_long' });
  expect(texts()).toEqual(['GH1:ABC']);
});
