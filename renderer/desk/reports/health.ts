import type { DeskStatus } from '../../../preload/views.ts';
import type { Tone } from '../parts/tone.tsx';
import type { WordKey } from '../words/words.ts';

/** One part of the gate: how it is, and the word for that. */
export interface Health {
  readonly part: 'scanner' | 'door' | 'camera' | 'central' | 'disk';
  readonly tone: Tone;
  readonly word: WordKey;
}
type Device = DeskStatus['devices'][number];

const OF_DEVICE = {
  up: { tone: 'ok', word: 'dashboard.health.up' },
  starting: { tone: 'warn', word: 'dashboard.health.starting' },
  down: { tone: 'bad', word: 'dashboard.health.down' },
} as const satisfies Record<Device['state'], Omit<Health, 'part'>>;
const WORST = ['down', 'starting', 'up'] as const;
const NONE = { tone: 'idle', word: 'dashboard.health.none' } as const;

const ofDevices = (devices: readonly Device[]): Omit<Health, 'part'> => {
  const worst = WORST.find((state) => devices.some((device) => device.state === state));
  return worst ? OF_DEVICE[worst] : NONE;
};

function ofCamera({ enabled, state }: DeskStatus['camera']): Omit<Health, 'part'> {
  const word = `settings.cameraStates.${state}` as const;
  if (!enabled || state === 'off') return { tone: 'idle', word: 'settings.cameraStates.off' };
  if (state === 'live') return { tone: 'ok', word };
  return { tone: state === 'starting' || state === 'dark' ? 'warn' : 'bad', word };
}

function ofCentral({ connection, staleness }: DeskStatus): Omit<Health, 'part'> {
  if (connection.state === 'revoked') return { tone: 'bad', word: 'bar.revoked' };
  // Without the line the gate works on; with data that are too old it does not.
  if (staleness.level === 'refuse' || staleness.level === 'never')
    return { tone: 'bad', word: `bar.stale.${staleness.level}` };
  if (connection.state === 'not_enrolled') return { tone: 'warn', word: 'bar.notEnrolled' };
  if (connection.state === 'offline') return { tone: 'warn', word: 'dashboard.health.offline' };
  if (connection.state === 'connecting') return { tone: 'warn', word: 'bar.connecting' };
  if (connection.setAside > 0) return { tone: 'warn', word: 'dashboard.health.setAside' };
  return { tone: 'ok', word: 'bar.online' };
}

/** Worst first. Almost full: the space kept back for the last acts can't be kept any more. */
const OF_DISK = [
  ['disk_full', { tone: 'bad', word: 'dashboard.health.full' }],
  ['database_broken', { tone: 'bad', word: 'dashboard.health.down' }],
  ['disk_nearly_full', { tone: 'warn', word: 'dashboard.health.nearlyFull' }],
] as const satisfies readonly (readonly [string, Omit<Health, 'part'>])[];
const ofDisk = ({ faults }: DeskStatus): Omit<Health, 'part'> =>
  OF_DISK.find(([code]) => faults.some((fault) => fault.code === code))?.[1] ?? {
    tone: 'ok',
    word: 'dashboard.health.up',
  };

/** B1: whether scanner, door, camera, line and disk do their work; green, amber or red, always with a word. */
export function healthOf(status: DeskStatus): readonly Health[] {
  const of = (kind: Device['kind']): readonly Device[] => status.devices.filter((device) => device.kind === kind);
  return [
    { part: 'scanner', ...ofDevices(of('scanner')) },
    { part: 'door', ...ofDevices(of('door')) },
    { part: 'camera', ...ofCamera(status.camera) },
    { part: 'central', ...ofCentral(status) },
    { part: 'disk', ...ofDisk(status) },
  ];
}
