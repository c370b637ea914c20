import { expect, test } from 'vitest';
import { demoId } from '../../central/demo/id.ts';
import { workerIdOf } from '../../central/demo/people.ts';
import { enrolled, startCentral } from './running-central.ts';

const AMARA = workerIdOf('amara');
const OUT = { workerId: AMARA, mode: 'bulk', code: 'goodbye', notes: [] };
const MODE = { doorId: 'door-1', from: 'normal', to: 'held_open', why: 'Delivery' };

test('B6, C1: central asks again whether the account that is named may do such a thing', async () => {
  const device = await enrolled(await startCentral());
  const by = (key: string) => ({ actor: { kind: 'user' as const, userId: demoId(`user/${key}`) } });
  const results = await device.push(
    device.event('presence.checked_out', OUT, by('supervisor')),
    device.event('door.mode_changed', MODE, by('desk')),
    device.event('presence.checked_out', OUT, by('desk')),
    device.event('door.mode_changed', MODE, by('contact')),
    device.event('door.mode_changed', MODE, by('left')),
    device.event('door.mode_changed', MODE, by('depot')),
    device.event('door.mode_changed', MODE, by('nobody')),
  );
  const taken = results.map(({ status, detail }) => (status === 'rejected' ? detail : 'taken'));
  expect(taken).toEqual([
    'taken',
    'taken',
    'a gate_staff may not do this',
    'a client_contact may not do this',
    'the account is not active',
    'the account has no part in this location',
    'there is no such account',
  ]);
});
