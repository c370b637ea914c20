import { expect, test } from 'vitest';
import { watchHid } from '../../../native/hid/hid-watch.ts';
import { hidScannerSchema, type FromHost } from '../../../native/messages.ts';
import { runHidScanner } from '../../../native/scanner/hid-scanner.ts';
import { ascii } from '../fake-port.ts';
import { fakeHid, settled } from '../hid/fake-hid.ts';
import { virtualClock } from '../virtual-clock.ts';

const NEWLAND = { vendorId: 0x1eab, productId: 0x0110, usagePage: 0x8c, usage: 2, product: 'HR200' };
const HONEYWELL = { vendorId: 0x0c2e, productId: 0x0b81, usagePage: 0x8c, usage: 2, product: 'Voyager' };
const usbOf = (serialNumber: string) => ({ vendorId: '1eab', productId: '0110', serialNumber });

const scanned = (text: string, more = false): Uint8Array => {
  const bytes = new Uint8Array(64);
  bytes.set([2, text.length, ...ascii(text)]);
  bytes[63] = more ? 1 : 0;
  return bytes;
};

/** Scanners as the settings list them, on fake HID devices and virtual time. */
function rig(...settings: readonly object[]) {
  const clock = virtualClock();
  const fake = fakeHid();
  const told: FromHost[] = [];
  const watch = watchHid(fake.hid, clock);
  const taken = new Set<string>();
  const scanners = settings.map((one) => hidScannerSchema.parse({ kind: 'hid', laneId: 'in', ...one }));
  const run = () =>
    scanners.map((scanner) => {
      const named = scanners.filter((other) => other !== scanner && (other.path ?? other.usb));
      return runHidScanner(scanner, {
        hid: fake.hid,
        watch,
        clock,
        tell: (message) => told.push(message),
        taken,
        named,
      });
    });
  return {
    ...fake,
    clock,
    run,
    async after(ms: number) {
      await settled();
      for (let passed = 0; passed < ms; passed += 100) {
        clock.advance(100);
        await settled();
      }
    },
    said: () =>
      told.splice(0).map((message) => {
        if (message.type === 'reading') return `${message.scannerId} read ${message.text}`;
        if (message.type !== 'device') return message.type;
        return [message.deviceId, message.state, message.code].filter(Boolean).join(' ');
      }),
    details: () => told.flatMap((message) => (message.type === 'device' ? [message.detail] : [])),
  };
}

test('reads a scanner that is plugged in later, and says what it read', async () => {
  const { run, plug, send, after, said } = rig({ id: 's1' });
  run();
  await after(0);
  expect(said()).toEqual(['s1 down port_missing']);
  plug({ ...NEWLAND, path: '/dev/hidraw3' });
  await after(1500);
  send('/dev/hidraw3', scanned('GH1:ABC'));
  expect(said()).toEqual(['s1 up', 's1 read GH1:ABC']);
});

test('an unplugged scanner is down, and reads on at another path when it is back', async () => {
  const { run, plug, pull, send, after, said, trace } = rig({ id: 's1', usb: usbOf('A7') });
  plug({ ...NEWLAND, path: '/dev/hidraw3', serialNumber: 'A7' });
  run();
  await after(0);
  pull('/dev/hidraw3', true);
  await after(1500);
  plug({ ...NEWLAND, path: '/dev/hidraw5', serialNumber: 'A7' });
  await after(1500);
  send('/dev/hidraw5', scanned('GH1:ABC'));
  expect(said()).toEqual(['s1 up', 's1 down port_lost', 's1 down port_missing', 's1 up', 's1 read GH1:ABC']);
  expect(trace).toEqual(['open /dev/hidraw3', 'close /dev/hidraw3, 0 listening', 'open /dev/hidraw5']);
});

test('a pull that reading does not notice is noticed by the next look', async () => {
  const { run, plug, pull, after, said } = rig({ id: 's1' });
  plug({ ...NEWLAND, path: '/dev/hidraw3' });
  run();
  await after(0);
  pull('/dev/hidraw3', false);
  await after(1500);
  expect(said().slice(0, 2)).toEqual(['s1 up', 's1 down port_lost']);
});

test('several scanners are told apart by serial number, and one without a name takes what is left', async () => {
  const { run, plug, send, after, said } = rig(
    { id: 'any' },
    { id: 's1', usb: usbOf('A1') },
    { id: 's2', usb: usbOf('A2') },
  );
  plug(...['A2', 'A1', 'A9'].map((serialNumber, at) => ({ ...NEWLAND, path: `/dev/hidraw${at}`, serialNumber })));
  run();
  await after(0);
  expect(said().toSorted()).toEqual(['any up', 's1 up', 's2 up']);
  for (const at of [0, 1, 2]) send(`/dev/hidraw${at}`, scanned(`text ${at}`));
  expect(said()).toEqual(['s2 read text 0', 's1 read text 1', 'any read text 2']);
});

test('a Honeywell scanner is switched to HID reports, others are left alone', async () => {
  const { run, plug, after, features } = rig({ id: 's1', path: 'a' }, { id: 's2', path: 'b' });
  plug({ ...NEWLAND, path: 'a' }, { ...HONEYWELL, path: 'b' });
  run();
  await after(0);
  expect(features).toEqual(['fe01']);
});

test('half a text is given up after 200 ms', async () => {
  const { run, plug, send, after, said } = rig({ id: 's1' });
  plug({ ...NEWLAND, path: 'a' });
  run();
  await after(0);
  send('a', scanned('GH1:', true));
  await after(200);
  send('a', scanned('ABC'));
  expect(said()).toEqual(['s1 up', 's1 up', 's1 read ABC']);
});

test('a scanner that is set up to type is named', async () => {
  const { run, plug, after, details } = rig({ id: 's1' });
  plug({ vendorId: 0x1eab, productId: 0x0103, usagePage: 1, usage: 6, path: 'a' });
  run();
  await after(0);
  expect(details()).toEqual(['Newland scanner is plugged in, but not in HID POS mode']);
});

test('a stop closes it with nobody listening, also while it opens, and says nothing more', async () => {
  const { run, plug, after, said, trace } = rig({ id: 's1' });
  plug({ ...NEWLAND, path: 'a' });
  const [opened] = run();
  await after(0);
  await opened!.stop();
  const [opening] = run();
  await opening!.stop();
  await after(5000);
  expect(trace.filter((what) => what.startsWith('close')).every((what) => what.endsWith(', 0 listening'))).toBe(true);
  expect(trace.at(-1)).toMatch(/^close/);
  expect(said()).toEqual(['s1 up']);
});

test('a Honeywell scanner is asked to beep in a report of its own; other makers’ words are not tried', async () => {
  const { run, plug, after, outputs } = rig({ id: 's1' });
  plug({ ...HONEYWELL, path: 'a' });
  const [scanner] = run();
  scanner!.signal('honeywell', 'beep');
  await after(0);
  scanner!.signal('honeywell', 'beep');
  scanner!.signal('honeywell', 'trigger_on');
  scanner!.signal('cipherlab', 'beep');
  expect(outputs).toEqual(['fd0316070d', 'fd0316540d']);
});

test('a computer whose HID devices can’t be listed says so, and reads once they can', async () => {
  const { run, plug, breakListing, after, said, details } = rig({ id: 's1' });
  plug({ ...NEWLAND, path: 'a' });
  breakListing('no hidraw');
  run();
  await after(0);
  expect(details()).toEqual(["HID devices can't be listed: Error: no hidraw"]);
  breakListing(undefined);
  await after(1500);
  expect(said()).toEqual(['s1 down port_missing', 's1 up']);
});
