import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../core/event/event.ts';
import { fail, ok } from '../../../core/result.ts';
import type { User } from '../../../core/site/entities.ts';
import { createAccounts } from '../../../main/session/accounts.ts';
import { createSession } from '../../../main/session/session.ts';
import { openTries } from '../../../main/session/tries-file.ts';
import { newHome, START_MS } from '../fixtures.ts';
import { virtualTime } from '../virtual-time.ts';

const HERE = 'location-1';
const MINUTE_MS = 60_000;
const user = (id: string, role: User['role'], but: Partial<User> = {}): User => ({
  id,
  name: id,
  role,
  status: 'active',
  locationIds: [HERE],
  pinHash: `hash of ${id}'s pin`,
  ...but,
});
const GUARD = user('moira', 'gate_staff');
const SUPERVISOR = user('idris', 'supervisor', { locationIds: [HERE, 'location-2'] });
const CONTACT: User = {
  id: 'olu',
  name: 'Olu',
  role: 'client_contact',
  status: 'active',
  locationIds: [HERE],
  email: 'Olu@client.example',
  passwordHash: "hash of olu's password",
};

function desk({ users = [GUARD, SUPERVISOR, CONTACT], home = newHome(), minutes = 15 as number | null } = {}) {
  const time = virtualTime(START_MS);
  const facts: Fact[] = [];
  let known = users;
  let revision = 0;
  let full = false;
  const accounts = createAccounts(
    {
      all: (() => known) as never,
      get: ((_entity: string, id: string) => known.find((each) => each.id === id)) as never,
      revision: () => revision,
    },
    HERE,
  );
  const session = createSession({
    accounts: () => accounts,
    signOutAfterMinutes: () => minutes,
    verify: (hash, secret) => Promise.resolve(hash === `hash of ${secret}`),
    tries: openTries(home),
    append(fact) {
      if (full) return fail('disk_full');
      facts.push(fact);
      return ok({} as never);
    },
    nowMs: time.nowMs,
    setTimer: time.setTimer,
    changed: () => undefined,
  });
  return {
    session,
    facts,
    time,
    /** Central tells other accounts. */
    tell(next: User[]) {
      known = next;
      revision += 1;
      session.check();
    },
    fillDisk: () => void (full = true),
    pin: (id: string, pin = `${id}'s pin`) => session.signInWithPin(id, pin),
  };
}

describe('where nobody has a secret', () => {
  test('the desk works as it is, and acts bear no name', () => {
    const { session } = desk({ users: [{ ...CONTACT, passwordHash: undefined }] });
    expect(session.view().state).toBe('open');
    expect(session.enter('override.give', session.actor)).toEqual(ok({ kind: 'user' }));
  });
});

describe('signing in', () => {
  test('by PIN names whoever acts from then on, and is on record', async () => {
    const { session, pin, facts } = desk();
    expect((await pin('moira')).ok).toBe(true);
    expect(session.enter('door.open', session.actor)).toEqual(ok({ kind: 'user', userId: 'moira' }));
    expect(facts).toEqual([
      {
        type: 'user.signed_in',
        actor: { kind: 'user', userId: 'moira' },
        data: { userId: 'moira', means: 'pin', purpose: 'session' },
      },
    ]);
  });

  test('by e-mail and password, capitals or not (E5)', async () => {
    const { session } = desk();
    expect((await session.signInWithPassword(' olu@CLIENT.example', "olu's password")).ok).toBe(true);
    expect(session.view().user?.role).toBe('client_contact');
  });

  test.each([
    ['an unknown address', 'nobody@client.example', 'secret_wrong'],
    ['another password', 'olu@client.example', 'secret_wrong'],
  ])('by %s is answered alike', async (_name, email, code) => {
    const { session } = desk();
    expect(await session.signInWithPassword(email, 'something')).toMatchObject({ ok: false, fault: { code } });
  });

  test.each<[string, User]>([
    ['is inactive (B6)', { ...GUARD, status: 'inactive' }],
    ['has no part in this place (C1)', { ...GUARD, locationIds: ['elsewhere'] }],
    ['has no PIN', { ...GUARD, pinHash: undefined }],
  ])('does not work for an account that %s', async (_name, account) => {
    const { pin } = desk({ users: [account, SUPERVISOR] });
    expect(await pin('moira')).toEqual(fail({ code: 'user_gone' }));
  });

  test('does not happen when it can’t be written down', async () => {
    const { session, pin, fillDisk } = desk();
    fillDisk();
    expect(await pin('moira')).toEqual(fail({ code: 'disk_full' }));
    expect(session.view().state).toBe('signed_out');
  });

  test('as somebody else takes the place of whoever was signed in', async () => {
    const { session, pin } = desk();
    await pin('moira');
    await pin('idris');
    expect(session.view().user?.userId).toBe('idris');
    expect(session.scope()).toEqual([HERE, 'location-2']);
  });
});

describe('a wrong PIN', () => {
  test('makes the next one wait, even the right one', async () => {
    const { pin, time } = desk();
    expect(await pin('moira', '0000')).toEqual(fail({ code: 'secret_wrong', waitUntilMs: START_MS + 1000 }));
    expect(await pin('moira')).toEqual(fail({ code: 'sign_in_locked', waitUntilMs: START_MS + 1000 }));
    await time.pass(1000);
    expect((await pin('moira')).ok).toBe(true);
  });

  test('locks that name alone at the fifth, which is on record, and over a restart', async () => {
    const home = newHome();
    const first = desk({ home });
    for (const waitMs of [1000, 2000, 4000, 8000, 0]) {
      await first.pin('moira', '0000');
      await first.time.pass(waitMs);
    }
    const untilMs = START_MS + 15_000 + 5 * MINUTE_MS;
    expect(first.facts).toEqual([
      { type: 'user.locked_out', actor: { kind: 'system' }, data: { userId: 'moira', means: 'pin', tries: 5 } },
    ]);
    const again = desk({ home });
    expect(await again.pin('moira')).toEqual(fail({ code: 'sign_in_locked', waitUntilMs: START_MS + 5 * MINUTE_MS }));
    expect(first.session.accounts().find(({ userId }) => userId === 'moira')?.waitUntilMs).toBe(untilMs);
    expect((await again.pin('idris')).ok).toBe(true);
  });

  test('many at once count one after the other', async () => {
    const { pin } = desk();
    const answers = await Promise.all(Array.from({ length: 20 }, (_, at) => pin('moira', String(at))));
    const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.fault.code));
    expect(codes.filter((code) => code === 'secret_wrong')).toHaveLength(1);
  });
});

describe('what an act needs', () => {
  test('nobody signed in: seeing is open, acting asks who it is', () => {
    const { session } = desk();
    expect(session.enter(null, () => 'the lists')).toEqual(ok('the lists'));
    expect(session.enter('gate.work', () => 'done')).toEqual(fail('sign_in_needed'));
  });

  test('a guard may open a door and may not give an override', async () => {
    const { session, pin } = desk();
    await pin('moira');
    expect(session.enter('door.open', () => 'done').ok).toBe(true);
    expect(session.enter('override.give', () => 'done')).toEqual(fail('not_allowed'));
  });
});

describe('a supervisor’s PIN at the guard’s desk', () => {
  const vouched = async () => {
    const at = desk();
    await at.pin('moira');
    await at.session.vouch('idris', "idris's pin", 'override.give');
    return at;
  };

  test('is good for one act, which bears the supervisor’s name', async () => {
    const { session, facts } = await vouched();
    expect(session.enter('override.give', session.actor)).toEqual(ok({ kind: 'user', userId: 'idris' }));
    expect(session.enter('override.give', session.actor)).toEqual(fail('not_allowed'));
    expect(session.view().user?.userId).toBe('moira');
    expect(facts.at(-1)?.data).toEqual({ userId: 'idris', means: 'pin', purpose: 'vouch' });
  });

  test('keeps its name while the act goes on', async () => {
    const { session } = await vouched();
    const entered = session.enter('override.give', async () => {
      await Promise.resolve();
      return session.actor();
    });
    expect(entered.ok && (await entered.value)).toEqual({ kind: 'user', userId: 'idris' });
  });

  test('is not good for another act, nor two minutes later', async () => {
    const { session, time } = await vouched();
    expect(session.enter('checkout.manual', () => 'done')).toEqual(fail('not_allowed'));
    await time.pass(2 * MINUTE_MS);
    expect(session.enter('override.give', () => 'done')).toEqual(fail('not_allowed'));
  });

  test('does not help where the other has no such right either', async () => {
    const { session, pin } = desk();
    await pin('moira');
    expect(await session.vouch('olu', 'whatever', 'override.give')).toEqual(fail({ code: 'not_allowed' }));
  });
});

describe('signed out', () => {
  test('at once when central takes the account out (C5)', async () => {
    const { session, pin, tell } = desk();
    await pin('moira');
    tell([{ ...GUARD, status: 'inactive' }, SUPERVISOR]);
    expect(session.view()).toMatchObject({ state: 'signed_out', rights: [] });
    expect(session.enter('gate.work', () => 'done')).toEqual(fail('sign_in_needed'));
  });

  test('when nobody has touched the desk for as long as the place’s rule says', async () => {
    const { session, pin, time } = desk({ minutes: 15 });
    await pin('moira');
    await time.pass(14 * MINUTE_MS);
    session.touched();
    await time.pass(14 * MINUTE_MS);
    expect(session.view().state).toBe('signed_in');
    await time.pass(MINUTE_MS);
    expect(session.view().state).toBe('signed_out');
  });

  test('never by itself where the rule says never', async () => {
    const { session, pin, time } = desk({ minutes: null });
    await pin('moira');
    await time.pass(24 * 60 * MINUTE_MS);
    expect(session.view().state).toBe('signed_in');
  });
});
