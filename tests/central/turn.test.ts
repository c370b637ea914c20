import { describe, expect, test } from 'vitest';
import { turnOf } from '../../central/sync/turn.ts';

const device = {
  id: 'device',
  gateId: 'gate',
  locationId: 'here',
  name: '',
  platform: '',
  appVersion: '',
  enrolledAtMs: 0,
  revokedAtMs: null,
};
const event = (type: string, data: Record<string, unknown> = {}) => ({ type, data });

describe('whom a batch of events takes turns with', () => {
  test('ordinary acts: their place, and the people whom they are about', () => {
    const batch = [
      event('presence.checked_in', { workerId: 'amina' }),
      event('access.refused', { workerId: 'jan' }),
      event('presence.break_ended', { workerId: 'amina' }),
      event('door.opened'),
      event('presence.checked_out', { workerId: 'cas', atLocationId: 'here' }),
    ];
    expect(turnOf(device, batch)).toEqual({ kind: 'acts', locationId: 'here', workerIds: ['amina', 'jan', 'cas'] });
  });

  test.each<[string, unknown]>([
    ['an act that is taken back, which may have been at another place', event('act.undone', { workerId: 'amina' })],
    [
      'somebody checked out of another place',
      event('presence.checked_out', { workerId: 'cas', atLocationId: 'there' }),
    ],
    ['a message, which is mailed', event('message.sent')],
    ['a pass, which makes a badge', event('pass.issued', { workerId: 'amina' })],
    ['a wish of the portal', event('connection.added', { workerId: 'amina' })],
    ['a type from the future', event('presence.teleported', { workerId: 'amina' })],
    ['a value that is no event', 42],
    ['nothing', null],
    ['an event without data', { type: 'door.opened' }],
  ])('%s: with everybody', (_what, value) => {
    expect(turnOf(device, [event('door.opened'), value])).toBeUndefined();
  });
});
