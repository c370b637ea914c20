import { afterAll, beforeAll } from 'vitest';
import { runCentral, type RunningCentral } from './central.ts';
import { simulateDoor, type SimulatedDoor } from './door.ts';
import { newFolder, removeFolder, type RunningGate } from './gate.ts';

export interface RunningSite {
  readonly folder: string;
  readonly central: RunningCentral;
  readonly door: SimulatedDoor;
  gate: RunningGate;
}

/**
 * Central with the demo site, a simulated door and the real gate, for all tests of a describe block. `start` runs the gate
 * and may do more before that; what it returns is closed at the end, the last of several starts too.
 */
export function siteFor(
  driver: 'lcus' | 'modbus-rtu',
  start: (site: Omit<RunningSite, 'gate'>) => Promise<RunningGate>,
): RunningSite {
  const site: Partial<RunningSite> & { folder: string } = { folder: newFolder() };
  beforeAll(async () => {
    const central = await runCentral(site.folder);
    Object.assign(site, { central });
    const door = await simulateDoor(site.folder, driver);
    Object.assign(site, { door });
    site.gate = await start({ folder: site.folder, central, door });
  });
  afterAll(async () => {
    await site.gate?.close();
    await site.door?.stop();
    await site.central?.stop();
    removeFolder(site.folder);
  });
  // Whole before the first test runs.
  return site as RunningSite;
}
