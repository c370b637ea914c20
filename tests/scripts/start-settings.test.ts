import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseSettings } from '../../main/settings.ts';
import { assignDevices } from '../../scripts/start/settings.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'gatehouse-home-'));
});
afterEach(() => rmSync(home, { recursive: true }));

const settingsFile = (): string => path.join(home, 'settings.json');
const written = (): unknown => JSON.parse(readFileSync(settingsFile(), 'utf8'));

test('writes what the app understands', () => {
  assignDevices(home, { doorPort: '/dev/pts/7', scannerPort: '/dev/pts/9' });
  const { settings, problems } = parseSettings(written());
  expect(problems).toEqual([]);
  expect(settings.doors).toMatchObject([
    { id: 'door-1', driver: 'modbus-rtu', path: '/dev/pts/7', channel: 1, pulseMs: 3000 },
  ]);
  expect(settings.scanners).toMatchObject([{ id: 'scanner-1', kind: 'serial', path: '/dev/pts/9', laneId: 'lane-1' }]);
});

test('keeps what somebody has set, the port apart', () => {
  const other = { id: 'door-2', name: 'Gate', driver: 'lcus', path: '/dev/ttyUSB0' };
  writeFileSync(
    settingsFile(),
    JSON.stringify({ volume: 0.2, doors: [{ id: 'door-1', pulseMs: 900, path: 'old' }, other] }),
  );
  assignDevices(home, { doorPort: 'new', scannerPort: 'scan' });
  expect(written()).toMatchObject({ volume: 0.2, doors: [{ id: 'door-1', pulseMs: 900, path: 'new' }, other] });
});

test('leaves a file alone that it can not understand, and says so', () => {
  writeFileSync(settingsFile(), '{ "doors": ');
  expect(() => assignDevices(home, { doorPort: 'new', scannerPort: 'scan' })).toThrow("can't be understood");
  expect(readFileSync(settingsFile(), 'utf8')).toBe('{ "doors": ');
});
