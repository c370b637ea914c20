import { expect, test } from 'vitest';
import type { DeskStatus } from '../../../preload/views.ts';
import { healthOf } from '../../../renderer/desk/reports/health.ts';

const up = (kind: 'scanner' | 'door', state: 'up' | 'down' | 'starting' = 'up') => ({ kind, state });
const WELL = {
  devices: [up('scanner'), up('door')],
  camera: { enabled: true, state: 'live' },
  connection: { state: 'online', setAside: 0 },
  staleness: { level: 'fresh' },
  faults: [],
};
const tonesOf = (more: object): string =>
  healthOf({ ...WELL, ...more } as unknown as DeskStatus)
    .map(({ part, tone }) => `${part} ${tone}`)
    .join(', ');

test.each([
  ['all is well', {}, 'scanner ok, door ok, camera ok, central ok, disk ok'],
  [
    'one door of two is down',
    { devices: [up('door'), up('door', 'down')] },
    'scanner idle, door bad, camera ok, central ok, disk ok',
  ],
  [
    'a scanner starts',
    { devices: [up('scanner', 'starting'), up('door')] },
    'scanner warn, door ok, camera ok, central ok, disk ok',
  ],
  [
    'no camera is wanted',
    { camera: { enabled: false, state: 'off' } },
    'scanner ok, door ok, camera idle, central ok, disk ok',
  ],
  [
    'the camera is gone',
    { camera: { enabled: true, state: 'missing' } },
    'scanner ok, door ok, camera bad, central ok, disk ok',
  ],
  [
    'the line is down',
    { connection: { state: 'offline', setAside: 0 } },
    'scanner ok, door ok, camera ok, central warn, disk ok',
  ],
  ['the data are too old', { staleness: { level: 'refuse' } }, 'scanner ok, door ok, camera ok, central bad, disk ok'],
  [
    'acts are set aside',
    { connection: { state: 'online', setAside: 2 } },
    'scanner ok, door ok, camera ok, central warn, disk ok',
  ],
  [
    'the disk is almost full',
    { faults: [{ code: 'disk_nearly_full' }] },
    'scanner ok, door ok, camera ok, central ok, disk warn',
  ],
  ['the disk is full', { faults: [{ code: 'disk_full' }] }, 'scanner ok, door ok, camera ok, central ok, disk bad'],
])('B1: the parts of the gate while %s', (_when, more, tones) => {
  expect(tonesOf(more)).toBe(tones);
});
