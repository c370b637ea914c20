import { expect, test } from 'vitest';
import type { Fact } from '../../../core/event/event.ts';
import { fail, ok } from '../../../core/result.ts';
import type { User } from '../../../core/site/entities.ts';
import { createAccounts } from '../../../main/session/accounts.ts';
import { createLeaveKiosk } from '../../../main/session/leave-kiosk.ts';
import { openTries } from '../../../main/session/tries-file.ts';
import { wayOut } from '../../../main/windows/keep-kiosk.ts';
import { newHome, START_MS } from '../fixtures.ts';

const user = (id: string, role: User['role'], secrets: Partial<User>): User => ({
  id,
  name: id,
  role,
  status: 'active',
  locationIds: ['here'],
  ...secrets,
});

function kiosk(users: User[]) {
  const facts: Fact[] = [];
  let nowMs = START_MS;
  const accounts = createAccounts(
    { all: (() => users) as never, get: (() => undefined) as never, revision: () => 1 },
    'here',
  );
  const leave = createLeaveKiosk({
    accounts: () => accounts,
    verify: (hash, secret) => Promise.resolve(hash === `hash of ${secret}`),
    tries: openTries(newHome()),
    append(fact) {
      facts.push(fact);
      return ok({} as never);
    },
    nowMs: () => nowMs,
  });
  return { ...leave, facts, pass: (ms: number) => void (nowMs += ms) };
}
const STAFF = [
  user('moira', 'gate_staff', { pinHash: 'hash of 1234' }),
  user('olu', 'client_contact', { pinHash: 'hash of 8888' }),
];

test('G9: anybody on the staff leads out of the kiosk by PIN, and it is on record who', async () => {
  const { leave, facts } = kiosk(STAFF);
  expect(await leave('1234')).toEqual(ok(undefined));
  expect(facts.map(({ actor }) => actor)).toEqual([{ kind: 'user', userId: 'moira' }]);
});

test('a client’s contact does not', async () => {
  expect(await kiosk(STAFF).leave('8888')).toMatchObject({ ok: false, fault: { code: 'secret_wrong' } });
});

test('five wrong ones lock the way out for everybody, for a time', async () => {
  const { leave, pass, facts } = kiosk(STAFF);
  for (const waitMs of [1000, 2000, 4000, 8000, 0]) {
    await leave('0000');
    pass(waitMs);
  }
  expect(await leave('1234')).toEqual(fail({ code: 'sign_in_locked', waitUntilMs: START_MS + 15_000 + 300_000 }));
  expect(facts.map(({ data }) => data)).toEqual([{ userId: 'kiosk', means: 'pin', tries: 5 }]);
});

test('where nobody on the staff has a PIN, none is asked for', () => {
  expect(kiosk([]).isGuarded()).toBe(false);
  expect(kiosk(STAFF).isGuarded()).toBe(true);
});

const NONE = { control: false, meta: false, alt: false, shift: false };
test.each([
  [{ ...NONE, key: 'Escape' }, 'ask'],
  [{ ...NONE, key: 'F4', alt: true }, 'ask'],
  [{ ...NONE, key: 'w', control: true }, 'ask'],
  [{ ...NONE, key: 'Q', control: true }, 'ask'],
  [{ ...NONE, key: 'F11' }, 'stop'],
  [{ ...NONE, key: 'r', control: true }, 'stop'],
  [{ ...NONE, key: 'I', control: true, shift: true }, 'stop'],
  [{ ...NONE, key: 'w' }, undefined],
  [{ ...NONE, key: '1' }, undefined],
  [{ ...NONE, key: 'Enter' }, undefined],
] as const)('at a kiosk %j is %s', (input, way) => {
  expect(wayOut(input)).toBe(way);
});
