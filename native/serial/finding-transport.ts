import { isMeant } from '../plugged/identity.ts';
import type { ListPorts } from '../plugged/serial-ports.ts';
import { openingFault } from './port-fault.ts';
import type { OpenTransport, Transport } from './transport.ts';

/** Looks for a line's device among what is plugged in, where the settings say what it is known by, and opens it there. */
export function findingTransport(open: OpenTransport, list: ListPorts): OpenTransport {
  return (line, events) => {
    if (!line.usb) return open(line, events);
    let found: Transport | undefined;
    let over = false;
    const looking = look().catch((error: unknown) => {
      if (!over) events.gone(openingFault(error instanceof Error ? error : new Error(String(error))));
    });
    async function look(): Promise<void> {
      const port = (await list()).find((one) => isMeant(line, one));
      if (over) return;
      if (!port) throw new Error(`no such device: ${line.path}, ${JSON.stringify(line.usb)}`);
      found = open({ ...line, path: port.path }, events);
    }
    return {
      write: (bytes) => found?.write(bytes),
      modemLines: () => found?.modemLines?.(),
      async close() {
        over = true;
        await looking;
        await found?.close();
      },
    };
  };
}
