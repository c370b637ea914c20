import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { runGate, type RunningGate } from './gate.ts';
import { simulateScanner, type SimulatedScanner } from './scanner.ts';

/** A gate of its own folder, without camera and desk: a lane for both directions, and one that only leads in. */
export interface Gate {
  readonly running: RunningGate;
  readonly both: SimulatedScanner;
  readonly inOnly: SimulatedScanner;
}

/** `more`: settings of this gate alone. */
export async function startGate(
  folder: string,
  name: string,
  central: { readonly url: string; readonly enrolmentCode: string },
  more: Record<string, unknown> = {},
): Promise<Gate> {
  const own = path.join(folder, name);
  mkdirSync(own);
  const [both, inOnly] = [await simulateScanner(own), await simulateScanner(own)];
  const settings = {
    lanes: [
      { id: 'both', name: 'Both', direction: 'both' },
      { id: 'in', name: 'In', direction: 'in' },
    ],
    scanners: [
      { id: 'serial-1', kind: 'serial', path: both.path, laneId: 'both' },
      { id: 'serial-2', kind: 'serial', path: inOnly.path, laneId: 'in' },
    ],
    camera: { enabled: false },
    wedge: { enabled: false },
    windows: { kiosk: true, desk: false },
    ...more,
  };
  const running = await runGate({ folder: own, settings, central });
  await (await running.kiosk()).getByText('Riverside').first().waitFor();
  return { running, both, inOnly };
}

/** The same gate after its program was started anew. */
export async function again(gate: Gate): Promise<Gate> {
  const running = await runGate({ folder: path.dirname(gate.running.home) });
  await (await running.kiosk()).getByText('Riverside').first().waitFor();
  return { ...gate, running };
}
