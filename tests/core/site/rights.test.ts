import { describe, expect, test } from 'vitest';
import { ROLES, type User } from '../../../core/site/entities.ts';
import { may, RIGHTS, type Right } from '../../../core/site/rights.ts';

const user = (rules: Partial<User>): User => ({
  id: 'user-1',
  name: 'Moira Tennant',
  role: 'supervisor',
  status: 'active',
  locationIds: ['here'],
  ...rules,
});

test.each<[User['role'], Right, boolean]>([
  ['gate_staff', 'gate.work', true],
  ['gate_staff', 'override.give', false],
  ['gate_staff', 'checkout.manual', false],
  ['gate_staff', 'devices.setup', false],
  ['supervisor', 'override.give', true],
  ['supervisor', 'checkout.manual', true],
  ['supervisor', 'devices.setup', false],
  ['client_contact', 'timesheets.decide', true],
  ['client_contact', 'override.give', false],
  ['client_contact', 'door.open', false],
  ['administrator', 'devices.setup', true],
])('a %s and %s: %s', (role, right, allowed) => {
  expect(may(user({ role }), right, 'here')).toBe(allowed);
});

describe.each(ROLES)('a %s', (role) => {
  test('may do nothing at a location that is not their own (C1)', () => {
    expect(RIGHTS.filter((right) => may(user({ role }), right, 'elsewhere'))).toEqual([]);
  });
  test('may do nothing once the account is not active (B6)', () => {
    expect(RIGHTS.filter((right) => may(user({ role, status: 'inactive' }), right, 'here'))).toEqual([]);
  });
});
