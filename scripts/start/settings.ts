import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { Advice } from '../console.ts';

const DOOR = { id: 'door-1', name: 'Main door', channel: 1, pulseMs: 3000 };
/** The board is simulated, so that it is this one whatever the settings said before. */
const BOARD = {
  driver: 'modbus-rtu',
  unit: 1,
  inputs: [
    { which: 'contact', from: 1, wiring: 'NO' },
    { which: 'rex', from: 2, wiring: 'NO' },
    { which: 'fire', from: 3, wiring: 'NO' },
  ],
};
const SCANNER = { id: 'scanner-1', kind: 'serial', laneId: 'lane-1' };

/** The only parts of the app's settings.json that are touched here; all else in it stays as the app wrote it. */
const devicesSchema = z.array(z.looseObject({ id: z.string() })).default([]);
const settingsSchema = z.looseObject({ doors: devicesSchema, scanners: devicesSchema });

/**
 * Assigns the demo's door and scanner to their serial ports, and leaves every other setting alone.
 * @throws Advice when the file can't be understood.
 */
export function assignDevices(gateHome: string, ports: { doorPort: string; scannerPort: string }): void {
  const file = path.join(gateHome, 'settings.json');
  const settings = readSettings(file);
  const one = (list: z.infer<typeof devicesSchema>, device: { readonly id: string }, fixed: object) => [
    { ...device, ...list.find(({ id }) => id === device.id), ...fixed },
    ...list.filter(({ id }) => id !== device.id),
  ];
  const doors = one(settings.doors, DOOR, { ...BOARD, path: ports.doorPort });
  const scanners = one(settings.scanners, SCANNER, { kind: 'serial', path: ports.scannerPort });
  writeFileSync(file, `${JSON.stringify({ ...settings, doors, scanners }, null, 2)}\n`);
}

function readSettings(file: string): z.infer<typeof settingsSchema> {
  if (!existsSync(file)) return { doors: [], scanners: [] };
  try {
    return settingsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (fault) {
    throw new Advice(`${file} can't be understood: ${(fault as Error).message}\nMend it, or begin anew with --fresh.`);
  }
}
