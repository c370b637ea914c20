/** A HID relay board behind the seam of node-hid: the same conversation as on a serial line. */
import { expect, test } from 'vitest';
import { devicesOf } from '../../../native/devices.ts';
import { hidTransport } from '../../../native/hid/hid-transport.ts';
import { doorSchema, type FromHost } from '../../../native/messages.ts';
import { newSimBoard, simHears } from '../../../native/simulator/sim-board.ts';
import { simDcttech } from '../../../native/simulator/sim-dcttech.ts';
import { fakePort } from '../fake-port.ts';
import { virtualClock } from '../virtual-clock.ts';
import { fakeHid, settled } from './fake-hid.ts';

const BOARD = {
  vendorId: 0x16c0,
  productId: 0x05df,
  product: 'USBRelay2',
  path: '/dev/hidraw0',
  serialNumber: 'GATE1',
};
const DOOR = doorSchema.parse({
  id: 'd1',
  name: 'Main door',
  driver: 'dcttech-hid',
  path: '/dev/hidraw7',
  usb: { vendorId: '16c0', productId: '05df', serialNumber: 'GATE1' },
});

function rig() {
  const clock = virtualClock();
  const fake = fakeHid();
  const told: FromHost[] = [];
  const moves: string[] = [];
  let board = newSimBoard(2);
  const hear = (bytes: Uint8Array): Uint8Array => {
    const step = simHears(simDcttech, board, bytes, clock.nowMs());
    board = step.board;
    moves.push(...step.changes.map(({ relay, on }) => `relay ${relay} ${on ? 'ON' : 'OFF'}`));
    return step.replies[0]?.bytes ?? new Uint8Array();
  };
  fake.onGetFeature((id) => hear(Uint8Array.of(id)));
  fake.onFeature(hear);
  const devices = devicesOf({
    open: { serial: fakePort().open, hid: hidTransport(fake.hid, clock) },
    hid: fake.hid,
    listPorts: async () => [],
    clock,
    tell: (message) => told.push(message),
  });
  return {
    ...fake,
    devices,
    moves,
    async after(ms: number) {
      await settled();
      for (let passed = 0; passed < ms; passed += 20) {
        clock.advance(20);
        await settled();
      }
    },
    said: () =>
      told.splice(0).map((message) => {
        if (message.type === 'pulsed') return message.result.ok ? message.result.confirmation : message.result.code;
        return message.type === 'device' ? [message.state, message.code].filter(Boolean).join(' ') : message.type;
      }),
  };
}

test('a pulse is read back in the report of its board, found by its serial number', async () => {
  const { devices, plug, after, said, moves, trace } = rig();
  plug(BOARD);
  await devices.configure({ type: 'configure', scanners: [], doors: [DOOR] });
  await after(500);
  devices.pulse({ type: 'pulse', requestId: 'r1', doorId: 'd1', pulseMs: 1000 });
  await after(2000);
  expect(said()).toEqual(['up', 'verified']);
  expect(moves).toEqual(['relay 1 ON', 'relay 1 OFF']);
  expect(trace).toEqual(['open /dev/hidraw0']);
});

test('a board that is pulled out is lost, and at rest again when it is back', async () => {
  const { devices, plug, pull, after, said, moves } = rig();
  plug(BOARD);
  await devices.configure({ type: 'configure', scanners: [], doors: [DOOR] });
  await after(500);
  devices.pulse({ type: 'pulse', requestId: 'r1', doorId: 'd1', pulseMs: 30_000 });
  await after(300);
  pull(BOARD.path, false);
  await after(3000);
  plug({ ...BOARD, path: '/dev/hidraw4' });
  await after(1500);
  expect(said()).toEqual(['up', 'verified', 'down port_lost', 'down port_missing', 'up']);
  expect(moves).toEqual(['relay 1 ON', 'relay 1 OFF']);
});

test('a stop brings it to rest and closes it', async () => {
  const { devices, plug, after, moves, trace } = rig();
  plug(BOARD);
  await devices.configure({ type: 'configure', scanners: [], doors: [DOOR] });
  await after(500);
  devices.pulse({ type: 'pulse', requestId: 'r1', doorId: 'd1', pulseMs: 30_000 });
  await after(300);
  const stopped = devices.stop();
  await after(500);
  await stopped;
  expect(moves).toEqual(['relay 1 ON', 'relay 1 OFF']);
  expect(trace.at(-1)).toBe('close /dev/hidraw0, 0 listening');
});

test('what is plugged in is listed, and nothing is opened for it', async () => {
  const { devices, plug, trace } = rig();
  plug(BOARD);
  expect(await devices.list()).toMatchObject([{ link: 'hid', guess: 'relay_board', path: '/dev/hidraw0' }]);
  expect(trace).toEqual([]);
});
