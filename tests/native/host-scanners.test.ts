/** Scanners under the real host process, and what it says of all that is plugged in. */
import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { expect, test } from 'vitest';
import { startHost, startScanner } from './bench.ts';
import { serialCable } from './pty.ts';

test.concurrent('a serial scanner reads texts with every ending', async () => {
  await using cable = await serialCable();
  await using host = await startHost({ scanners: [{ id: 's1', kind: 'serial', laneId: 'in', path: cable.near }] });
  await host.stands('s1', 'up');
  const scanner = openSync(cable.far, 'w');
  writeSync(scanner, 'CR\rLF\nCRLF\r\n\x02STX and ETX\x03nothing at all');
  await host.heard.first((message) => message.type === 'reading' && message.text === 'nothing at all');
  closeSync(scanner);
  const texts = host.heard.all.flatMap((message) => (message.type === 'reading' ? [message.text] : []));
  expect(texts).toEqual(['CR', 'LF', 'CRLF', 'STX and ETX', 'nothing at all']);
});

test.concurrent('a simulated scanner is read in the order of its texts, at its pace', async () => {
  await using cable = await serialCable();
  await using host = await startHost({ scanners: [{ id: 's1', kind: 'serial', laneId: 'in', path: cable.near }] });
  await host.stands('s1', 'up');
  const texts = ['GH1:ONE', 'GH1:TWO', 'GH1:THREE'];
  const given = texts.flatMap((text) => ['--text', text]);
  await using _scanner = startScanner(cable.far, ...given, '--every', '50', '--count', '3', '--ending', 'stx_etx');
  await host.heard.first((message) => message.type === 'reading' && message.text === 'GH1:THREE');
  expect(host.heard.all.flatMap((message) => (message.type === 'reading' ? [message.text] : []))).toEqual(texts);
});

test.concurrent('a scanner is asked to beep in its maker’s words', async () => {
  await using cable = await serialCable();
  await using host = await startHost({ scanners: [{ id: 's1', kind: 'serial', laneId: 'in', path: cable.near }] });
  await host.stands('s1', 'up');
  const scanner = openSync(cable.far, 'r');
  host.send({ type: 'signal', scannerId: 's1', maker: 'honeywell', what: 'beep' });
  const heard = new Uint8Array(3);
  readSync(scanner, heard);
  closeSync(scanner);
  expect([...heard]).toEqual([0x16, 0x07, 0x0d]);
});

test.concurrent('what is plugged in is listed when asked for, whatever this computer has', async () => {
  await using host = await startHost({});
  host.send({ type: 'list', requestId: 'l1' });
  const answer = await host.heard.first((message) => message.type === 'plugged');
  expect(answer).toMatchObject({ requestId: 'l1', devices: expect.any(Array) });
});

test.concurrent('a HID scanner that is not plugged in is missing', async () => {
  const usb = { vendorId: 'ffff', productId: '0001', serialNumber: 'no such' };
  await using host = await startHost({ scanners: [{ id: 's1', kind: 'hid', laneId: 'in', usb }] });
  expect(await host.stands('s1', 'down')).toMatchObject({ code: 'port_missing' });
});
