/**
 * The device host: a process of its own that owns every serial port, so that a crash or a hang in a driver can't take
 * the gate down. It decides nothing. Whenever it starts, every relay is driven to rest before its door is called up:
 * a board with its own supply keeps its last state when a host dies in the middle of a pulse.
 *
 *     main ◀── messages.ts ──▶ host ─▶ devices ─┬─▶ serial-scanner ─▶ line ─▶ transport ─▶ scanner
 *                                               │      serial-frame*
 *                                               ├─▶ hid-scanner ────▶ node-hid ─────────▶ scanner in HID POS mode
 *                                               │      hid-report*     └ found again every 1.5 s
 *                                               └─▶ relay/board ────▶ line ─▶ transport ─▶ relay board
 *                                                   │  conversation*   │         one open port, lost once
 *                                                   │  relay-life*     └ opens it again: 0.25 to 5 s
 *                                                   │  one dialect* for each family
 *                                                   └─▶ door-inputs ─▶ contact, request to exit, fire
 *                                                          debounce*
 *
 * What has a star is pure: bytes or events with their time in, frames or effects out. To add a family of boards see
 * relay/drivers.ts; to see one without having one, simulator/door.ts.
 */
import { systemClock } from './clock.ts';
import { devicesOf } from './devices.ts';
import { hidTransport } from './hid/hid-transport.ts';
import { nodeHid } from './hid/hid-seam.ts';
import { toHostSchema, type ToHost } from './messages.ts';
import { connectParent } from './parent.ts';
import { listPorts, sharedList } from './plugged/serial-ports.ts';
import { findingTransport } from './serial/finding-transport.ts';
import { serialTransport } from './serial/transport.ts';

const parent = connectParent();
const devices = devicesOf({
  open: {
    serial: findingTransport(serialTransport(systemClock), sharedList(listPorts, systemClock)),
    hid: hidTransport(nodeHid, systemClock),
  },
  hid: nodeHid,
  listPorts,
  clock: systemClock,
  tell: parent.tell,
});

parent.onMessage((raw) => {
  const message = toHostSchema.safeParse(raw);
  if (message.success) obey(message.data);
  else process.stderr.write(`device host: a message was not understood: ${message.error.message}\n`);
});
parent.onGone(() => void leave());
process.on('SIGTERM', () => void leave());
parent.tell({ type: 'ready' });

function obey(message: ToHost): void {
  switch (message.type) {
    case 'configure':
      return void devices.configure(message);
    case 'pulse':
      return devices.pulse(message);
    case 'list':
      return void devices.list().then((plugged) => {
        parent.tell({ type: 'plugged', requestId: message.requestId, devices: [...plugged] });
      });
    case 'signal':
      return devices.signal(message);
    case 'ping':
      return parent.tell({ type: 'pong', n: message.n });
    case 'stop':
      return void devices.stop().then(() => parent.tell({ type: 'stopped' }));
  }
}

async function leave(): Promise<void> {
  await devices.stop();
  process.exit(0);
}
