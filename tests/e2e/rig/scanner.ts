import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import { SerialPort } from 'serialport';
import { laySerialCable } from '../../../scripts/serial-cable.ts';

/** A scanner at the far end of a serial cable. */
export interface SimulatedScanner {
  /** The port that the gate opens. */
  readonly path: string;
  readonly scan: (text: string) => void;
  readonly stop: () => Promise<void>;
}

export async function simulateScanner(folder: string): Promise<SimulatedScanner> {
  const cable = await laySerialCable(mkdtempSync(path.join(folder, 'scanner-')));
  const port = new SerialPort({ path: cable.deviceEnd, baudRate: 9600 });
  port.on('error', () => undefined);
  return {
    path: cable.appEnd,
    scan: (text) => void port.write(`]Q1${text}\r\n`),
    async stop() {
      port.destroy();
      await cable.cut();
    },
  };
}
