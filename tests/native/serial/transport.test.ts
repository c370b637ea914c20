/** The real serialport on a pseudo terminal. */
import { expect, test } from 'vitest';
import { systemClock, type Clock } from '../../../native/clock.ts';
import type { DeviceFault } from '../../../native/fault.ts';
import { serialLineSchema } from '../../../native/messages.ts';
import { serialTransport, type Transport } from '../../../native/serial/transport.ts';
import { serialCable } from '../pty.ts';

/** A second passes in 20 ms. */
const HURRIED: Clock = { ...systemClock, after: (ms, run) => systemClock.after(ms / 50, run) };

/** Opens a port and gathers all that it says. */
async function opened(
  path: string,
  { onBytes = () => {}, clock = systemClock }: { onBytes?: () => void; clock?: Clock } = {},
) {
  const trace: string[] = [];
  const received: number[] = [];
  let transport!: Transport;
  let lose!: (fault: DeviceFault) => void;
  const lost = new Promise<DeviceFault>((resolve) => (lose = resolve));
  await new Promise<void>((resolve) => {
    transport = serialTransport(clock)(serialLineSchema.parse({ path }), {
      opened: () => (trace.push('opened'), resolve()),
      bytes(bytes) {
        received.push(...bytes);
        onBytes();
      },
      gone: (fault) => (trace.push(fault.code), lose(fault), resolve()),
    });
  });
  return { transport, trace, received, lost };
}

test('carries bytes both ways', async () => {
  await using cable = await serialCable();
  const near = await opened(cable.near);
  const far = await opened(cable.far);
  near.transport.write(Uint8Array.of(0xa0, 1, 1, 0xa2));
  await expect.poll(() => far.received).toEqual([0xa0, 1, 1, 0xa2]);
  far.transport.write(Uint8Array.of(0, 255));
  await expect.poll(() => near.received).toEqual([0, 255]);
  await Promise.all([near.transport.close(), far.transport.close()]);
});

test('a pulled cable is told once, also while nothing is written', async () => {
  await using cable = await serialCable();
  const { lost, trace, transport } = await opened(cable.near);
  await cable.pull();
  expect(await lost).toMatchObject({ code: 'port_lost' });
  transport.write(Uint8Array.of(1));
  await transport.close();
  expect(trace).toEqual(['opened', 'port_lost']);
});

test('a cable that breaks between two reads is told, though serialport itself never notices', async () => {
  await using cable = await serialCable();
  const far = await opened(cable.far);
  const { lost, trace } = await opened(cable.near, { onBytes: () => cable.snap(), clock: HURRIED });
  far.transport.write(Uint8Array.of(1));
  expect(await lost).toMatchObject({ code: 'port_lost' });
  expect(trace).toEqual(['opened', 'port_lost']);
  await far.transport.close();
});

test('a line that works is left alone however often it is asked', async () => {
  await using cable = await serialCable();
  let asked = 0;
  const clock: Clock = { ...HURRIED, after: (ms, run) => HURRIED.after(ms, () => ((asked += 1), run())) };
  const { trace, transport } = await opened(cable.near, { clock });
  await expect.poll(() => asked).toBeGreaterThan(5);
  expect(trace).toEqual(['opened']);
  await transport.close();
});

test('a write that gets stuck ends the transport by our own time-out', async () => {
  await using cable = await serialCable();
  const { lost, transport } = await opened(cable.near);
  cable.freeze();
  transport.write(new Uint8Array(200_000));
  expect((await lost).detail).toContain('no write in 500 ms');
  cable.thaw();
});

test('closing twice, and in the middle of a write, says nothing more', async () => {
  await using cable = await serialCable();
  const { trace, transport } = await opened(cable.near);
  cable.freeze();
  transport.write(new Uint8Array(200_000));
  await Promise.all([transport.close(), transport.close()]);
  cable.thaw();
  expect(trace).toEqual(['opened']);
});

test('closing while it opens leaves the port free', async () => {
  await using cable = await serialCable();
  const transport = serialTransport(systemClock)(serialLineSchema.parse({ path: cable.near }), {
    opened: () => {},
    bytes: () => {},
    gone: () => {},
  });
  await transport.close();
  const again = await opened(cable.near);
  expect(again.trace).toEqual(['opened']);
  await again.transport.close();
});

test.for(['/dev/gatehouse-no-such-port', '/dev/null'])('%s does not open and says why', async (path) => {
  const { trace } = await opened(path);
  expect(trace).toHaveLength(1);
  expect(trace[0]).toMatch(/^port_/);
});
