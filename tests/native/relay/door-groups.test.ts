import { expect, test } from 'vitest';
import { doorSchema } from '../../../native/messages.ts';
import { groupByLine } from '../../../native/relay/door-groups.ts';

const door = (id: string, more: object = {}) =>
  doorSchema.parse({ id, name: id, path: '/dev/ttyUSB0', driver: 'lcus', ...more });

const inShort = (doors: readonly ReturnType<typeof door>[]) => {
  const { groups, misfits } = groupByLine(doors);
  return {
    groups: groups.map((group) => group.map(({ id }) => id).join(' ')),
    misfits: misfits.map(({ door: { id }, fault }) => `${id} ${fault.code}`),
  };
};

test('doors on one port share a line, doors on others have their own', () => {
  expect(inShort([door('d1'), door('d2', { channel: 2 }), door('d3', { path: 'COM4' })])).toEqual({
    groups: ['d1 d2', 'd3'],
    misfits: [],
  });
});

test.for([
  ['another driver', { driver: 'numato' }],
  ['another speed', { baudRate: 115_200 }],
  ['another device at the same path', { usb: { vendorId: '1a86', productId: '7523', serialNumber: 'A7' } }],
] as const)('%s on the same port does not fit', ([, more]) => {
  expect(inShort([door('d1'), door('d2', more)])).toEqual({ groups: ['d1'], misfits: ['d2 door_not_set_up'] });
});

test('a relay that no board of the family has does not fit, and takes no line', () => {
  expect(inShort([door('d1', { driver: 'kmtronic-2', channel: 3 }), door('d2', { driver: 'kmtronic-2' })])).toEqual({
    groups: ['d2'],
    misfits: ['d1 door_not_set_up'],
  });
});
