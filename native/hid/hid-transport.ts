import type { Clock } from '../clock.ts';
import { lostFault, openingFault } from '../serial/port-fault.ts';
import type { OpenTransport, SerialLine } from '../serial/transport.ts';
import { pluggedHid } from '../plugged/hid-devices.ts';
import { closeHid, type HidHandle, type HidSeam } from './hid-seam.ts';
import { isMeant } from '../plugged/identity.ts';

/** A feature report with its number. */
const REPORT_BYTES = 9;
/** A request that hangs in the driver must not keep the host from ending. */
const CLOSE_TIMEOUT_MS = 1000;

/**
 * A HID device that is spoken to by feature reports, as a transport: a write of one byte asks for the report of that
 * number, which comes in as bytes; a longer write is sent as a report, its number first. One after the other.
 */
export function hidTransport(hid: HidSeam, clock: Clock): OpenTransport {
  return function open(line, events) {
    let handle: HidHandle | undefined;
    let over = false;
    let work = start();

    async function start(): Promise<void> {
      try {
        const path = await pathOf(hid, line);
        if (path === undefined) throw new Error(`no such device ${line.path}`);
        handle = await hid.open(path);
        handle.on('error', (error: Error) => void giveUp(lostFault(error.message)));
        if (!over) events.opened();
      } catch (error) {
        await giveUp(openingFault(error instanceof Error ? error : new Error(String(error))));
      }
    }

    async function giveUp(fault: Parameters<typeof events.gone>[0]): Promise<void> {
      if (over) return;
      over = true;
      if (handle) await closeHid(handle);
      events.gone(fault);
    }

    async function send(bytes: Uint8Array): Promise<void> {
      if (over || !handle) return;
      try {
        if (bytes.length > 1) return void (await handle.sendFeatureReport([...bytes]));
        const report = await handle.getFeatureReport(bytes[0]!, REPORT_BYTES);
        if (!over) events.bytes(Uint8Array.from(report));
      } catch (error) {
        await giveUp(lostFault(error instanceof Error ? error.message : String(error)));
      }
    }

    return {
      write(bytes) {
        work = work.then(() => send(bytes));
      },
      async close() {
        const first = !over;
        over = true;
        await Promise.race([work, new Promise<void>((resolve) => clock.after(CLOSE_TIMEOUT_MS, resolve))]);
        if (first && handle) await closeHid(handle);
      },
    };
  };
}

async function pathOf(hid: HidSeam, sought: Pick<SerialLine, 'path' | 'usb'>): Promise<string | undefined> {
  if (!sought.usb) return sought.path;
  return (await hid.devices()).find((device) => {
    const found = pluggedHid(device);
    return found !== undefined && isMeant(sought, found);
  })?.path;
}
