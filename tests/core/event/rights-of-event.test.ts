import { expect, test } from 'vitest';
import type { GateEvent } from '../../../core/event/event.ts';
import { rightsOfEvent } from '../../../core/event/rights-of-event.ts';

const eventOf = (type: string, data: object): GateEvent =>
  ({ type, data, actor: { kind: 'user', userId: 'olu' } }) as unknown as GateEvent;

test.each([
  ['override.given', { purpose: 'admit_person' }, ['override.give']],
  ['override.given', { purpose: 'open_once' }, ['door.open']],
  ['override.given', { purpose: 'test' }, ['devices.setup']],
  ['override.given', { purpose: 'exit_request' }, []],
  ['door.mode_changed', {}, ['door.mode']],
  ['person.exported', {}, ['settings.edit']],
  ['device.setup_changed', {}, ['devices.setup']],
  ['presence.checked_out', { mode: 'bulk' }, ['checkout.manual']],
  ['presence.checked_out', { mode: 'manual' }, ['checkout.manual']],
  ['presence.checked_out', { mode: 'scan' }, []],
  ['presence.checked_in', { mode: 'manual' }, ['gate.work', 'checkout.manual']],
  ['access.granted', {}, ['gate.work']],
  ['access.refused', {}, []],
  ['act.undone', {}, ['gate.work', 'checkout.manual']],
  ['muster.started', {}, ['muster.run']],
  ['timesheet.approved', {}, ['timesheets.decide']],
  ['contact.changed', { what: 'details', userId: 'olu' }, []],
  ['contact.changed', { what: 'details', userId: 'another' }, ['contacts.edit']],
  ['contact.changed', { what: 'removed', userId: 'olu' }, ['contacts.edit']],
  ['user.signed_in', {}, []],
] as const)('%s %j needs one of %j', (type, data, rights) => {
  expect(rightsOfEvent(eventOf(type, data))).toEqual(rights);
});
