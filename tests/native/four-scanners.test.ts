/**
 * Four scanners at one gate. A minute at 30 scans each on virtual time, with the pieces in which a USB line gives them;
 * then the same 120 scans, as fast as they go, on real (pseudo) serial lines through the real host.
 */
import { closeSync, openSync, writeSync } from 'node:fs';
import { expect, test } from 'vitest';
import { serialScannerSchema, type FromHost } from '../../native/messages.ts';
import { runSerialScanner } from '../../native/scanner/serial-scanner.ts';
import { SCAN_ENDINGS, scanChunks, type ScanEnding } from '../../native/simulator/sim-scan.ts';
import { startHost } from './bench.ts';
import { fakePort } from './fake-port.ts';
import { serialCable } from './pty.ts';
import { virtualClock } from './virtual-clock.ts';

const ENDINGS: readonly ScanEnding[] = ['cr', 'crlf', 'stx_etx', 'none'];
const SCANS = 30;
const badge = (scanner: number, scan: number): string => `GH1:${`S${scanner}N${scan}`.padEnd(346, 'Z')}`;
const allBadges = (scanner: number): string[] => Array.from({ length: SCANS }, (_, scan) => badge(scanner, scan));

test('a minute at 30 scans each: none lost, none doubled, none mixed with another', () => {
  const clock = virtualClock();
  const told: FromHost[] = [];
  const ports = ENDINGS.map((_, at) => {
    const port = fakePort();
    const scanner = serialScannerSchema.parse({
      id: `s${at}`,
      kind: 'serial',
      laneId: `l${at}`,
      path: `/dev/tty${at}`,
    });
    runSerialScanner(scanner, { open: port.open, clock, tell: (message) => told.push(message) });
    port.opened();
    return port;
  });
  for (let scan = 0; scan < SCANS; scan++) {
    for (const [at, ending] of ENDINGS.entries()) {
      for (const { bytes, afterMs } of scanChunks(badge(at, scan), ending, ['slow'])) {
        clock.after(afterMs + at, () => ports[at]!.bytes(bytes));
      }
    }
    clock.advance(2000);
  }
  expect(textsOf(told)).toEqual(ENDINGS.map((_, at) => allBadges(at)));
});

test('the same on four real lines at once', async () => {
  await using stack = new AsyncDisposableStack();
  const cables = await Promise.all(ENDINGS.map(() => serialCable()));
  for (const cable of cables) stack.use(cable);
  const scanners = cables.map(({ near }, at) => ({ id: `s${at}`, kind: 'serial', laneId: `l${at}`, path: near }));
  await using host = await startHost({ scanners });
  await Promise.all(scanners.map(({ id }) => host.stands(id, 'up')));
  const lines = cables.map(({ far }) => openSync(far, 'w'));
  // Where silence is the ending it has to be waited for, so that one goes by the host's answers.
  await Promise.all(
    lines.map(async (line, at) => {
      const ending = ENDINGS[at]!;
      for (const text of allBadges(at)) {
        const [before, after] = SCAN_ENDINGS[ending];
        writeSync(line, before + text + after);
        if (ending === 'none') await host.heard.first((message) => message.type === 'reading' && message.text === text);
      }
      await host.heard.first((message) => message.type === 'reading' && message.text === badge(at, SCANS - 1));
    }),
  );
  for (const line of lines) closeSync(line);
  expect(textsOf(host.heard.all)).toEqual(ENDINGS.map((_, at) => allBadges(at)));
});

/** The texts of each scanner, in the order in which they came. */
const textsOf = (messages: readonly FromHost[]): string[][] =>
  ENDINGS.map((_, at) =>
    messages.flatMap((message) => (message.type === 'reading' && message.scannerId === `s${at}` ? [message.text] : [])),
  );
