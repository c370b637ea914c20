import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { Advice } from '../console.ts';

const DOOR = { id: 'door-1', name: 'Main door', driver: 'lcus', channel: 1, pulseMs: 3000 };

/** The only part of the app's settings.json that is touched here; all else in it stays as the app wrote it. */
const settingsSchema = z.looseObject({ doors: z.array(z.looseObject({ id: z.string() })).default([]) });

/**
 * Assigns the demo's door to its serial port, and leaves every other setting alone.
 * @throws Advice when the file can't be understood.
 */
export function assignDoor(gateHome: string, port: string): void {
  const file = path.join(gateHome, 'settings.json');
  const settings = readSettings(file);
  const known = settings.doors.find(({ id }) => id === DOOR.id);
  const others = settings.doors.filter(({ id }) => id !== DOOR.id);
  const doors = [{ ...DOOR, ...known, path: port }, ...others];
  writeFileSync(file, `${JSON.stringify({ ...settings, doors }, null, 2)}\n`);
}

function readSettings(file: string): z.infer<typeof settingsSchema> {
  if (!existsSync(file)) return { doors: [] };
  try {
    return settingsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (fault) {
    throw new Advice(`${file} can't be understood: ${(fault as Error).message}\nMend it, or begin anew with --fresh.`);
  }
}
