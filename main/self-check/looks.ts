import type { FaultCode } from '../../core/codes.ts';
import type { DeviceView, DeskStatus } from '../../preload/views.ts';
import type { DoorTest, DoorView } from '../../preload/device-views.ts';
import type { Settings } from '../settings.ts';
import { scannerName } from '../view/devices.ts';
import type { Found, Look } from './self-check.ts';

export interface LooksParts {
  readonly settings: () => Settings;
  readonly deviceOf: (id: string) => Pick<DeviceView, 'state' | 'code'>;
  readonly doorOf: (id: string) => DoorView | undefined;
  /** Releases a door on record. */
  readonly tryDoor: (doorId: string) => Promise<DoorTest>;
  /** Central's clock minus this one's; null: never learnt. */
  readonly clockOffsetMs: () => number | null;
  readonly staleness: () => DeskStatus['staleness'];
  readonly connection: () => DeskStatus['connection'];
  readonly journal: () => JournalState | undefined;
  readonly freeBytes: () => Promise<number | undefined>;
}

/** The newest part of the journal: whether its chain holds, and whether a commit is on disk before it is acknowledged. */
export interface JournalState {
  readonly events: number;
  readonly whole: boolean;
  readonly durable: boolean;
}

const CLOCK_GOOD_MS = 2000;
const CLOCK_BAD_MS = 60_000;
/** A gate writes about 1 kB per act: some months are good, some weeks are not. */
const DISK_GOOD = 1_000_000_000;
const DISK_BAD = 100_000_000;

/** Everything that a shift relies on, in the order in which a person would walk along it. */
export function looksAt(parts: LooksParts): Look[] {
  const { camera, doors, scanners, volume } = parts.settings();
  return [
    { part: 'camera', look: () => (camera.enabled ? deviceFound(parts.deviceOf('camera')) : { result: 'skipped' }) },
    ...scanners.map((scanner): Look => {
      const name = scannerName(scanner);
      const look = () => deviceFound(parts.deviceOf(scanner.id));
      return { part: 'scanner', deviceId: scanner.id, ...(name === '' ? {} : { name }), look };
    }),
    ...doors.map(({ id, name }): Look => {
      const look = async () => doorFound(parts.doorOf(id), await parts.tryDoor(id));
      return { part: 'door', deviceId: id, name, look };
    }),
    { part: 'sound', look: () => ({ result: volume > 0 ? 'good' : 'look' }) },
    { part: 'clock', look: () => clockFound(parts.clockOffsetMs()) },
    { part: 'data', look: () => dataFound(parts.staleness()) },
    { part: 'central', look: () => centralFound(parts.connection()) },
    { part: 'journal', look: () => journalFound(parts.journal()) },
    { part: 'disk', look: async () => diskFound(await parts.freeBytes()) },
  ];
}

const withCode = (code: FaultCode | undefined): { code?: FaultCode } => (code === undefined ? {} : { code });

export function deviceFound({ state, code }: Pick<DeviceView, 'state' | 'code'>): Found {
  if (state === 'up') return { result: 'good' };
  return { result: state === 'starting' ? 'look' : 'bad', ...withCode(code) };
}

/** A board that says nothing has to be looked at by a person, and so has a contact of which nothing is known. */
export function doorFound(door: DoorView | undefined, test: DoorTest): Found {
  if (!test.ok) return { result: test.code === 'door_kept_shut' ? 'skipped' : 'bad', code: test.code };
  const { confirmation } = test;
  const sure = confirmation !== 'blind' && door?.contact !== 'unknown';
  return { result: sure ? 'good' : 'look', confirmation };
}

export function clockFound(offsetMs: number | null): Found {
  if (offsetMs === null) return { result: 'look' };
  const off = Math.abs(offsetMs);
  return { result: off <= CLOCK_GOOD_MS ? 'good' : off <= CLOCK_BAD_MS ? 'look' : 'bad', value: offsetMs };
}

export function dataFound({ level, ageMs }: DeskStatus['staleness']): Found {
  const value = ageMs === undefined ? {} : { value: ageMs };
  switch (level) {
    case 'fresh':
      return { result: 'good', ...value };
    case 'warn':
      return { result: 'look', code: 'data_stale', ...value };
    case 'ask':
      return { result: 'look', code: 'data_old_ask', ...value };
    case 'refuse':
      return { result: 'bad', code: 'data_too_old', ...value };
    case 'never':
      return { result: 'bad' };
  }
}

/** Offline is a state, not an error: the gate works on, and somebody should know. */
export function centralFound({ state, code }: DeskStatus['connection']): Found {
  switch (state) {
    case 'online':
      return { result: 'good' };
    case 'connecting':
      return { result: 'look' };
    case 'offline':
      return { result: 'look', code: code ?? 'central_unreachable' };
    case 'not_enrolled':
      return { result: 'bad', code: 'not_enrolled' };
    case 'revoked':
      return { result: 'bad', code: 'device_revoked' };
  }
}

export function journalFound(state: JournalState | undefined): Found {
  if (!state) return { result: 'bad', code: 'not_enrolled' };
  const good = state.whole && state.durable;
  return { result: good ? 'good' : 'bad', ...(good ? {} : { code: 'database_broken' }), value: state.events };
}

export function diskFound(freeBytes: number | undefined): Found {
  if (freeBytes === undefined) return { result: 'look' };
  if (freeBytes < DISK_BAD) return { result: 'bad', code: 'disk_full', value: freeBytes };
  return { result: freeBytes < DISK_GOOD ? 'look' : 'good', value: freeBytes };
}
