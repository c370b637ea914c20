import { RIGHTS, type Right } from '../../../core/site/rights.ts';
import type { Ask } from '../../../preload/contract.ts';
import type { AccountView, sessionCalls, SessionView, SignInAnswer } from '../../../preload/session-views.ts';

/** A place where nobody has a PIN: everything is allowed. */
export const OPEN_SESSION: SessionView = { state: 'open', rights: [...RIGHTS] };
export const SIGNED_OUT: SessionView = { state: 'signed_out', rights: [] };

const GUARD_RIGHTS: readonly Right[] = ['gate.work', 'door.open', 'muster.run'];
export const ACCOUNTS: readonly AccountView[] = [
  { userId: 'u-guard', name: 'Moira Tennant', role: 'gate_staff', means: ['pin'], rights: [...GUARD_RIGHTS] },
  { userId: 'u-super', name: 'Idris Vaughan', role: 'supervisor', means: ['pin'], rights: [...RIGHTS] },
  { userId: 'u-contact', name: 'Olu Adeyemi', role: 'client_contact', means: ['password'], rights: ['orders.see'] },
];
export const signedInAs = (userId: string): SessionView => {
  const account = ACCOUNTS.find((each) => each.userId === userId);
  if (!account) throw new Error(`the fixture has no ${userId}`);
  const { name, role, rights } = account;
  return { state: 'signed_in', user: { userId, name, role }, rights };
};

/** What main answers to the calls about who works at the desk. Everybody's PIN is 1234. */
export function sessionAnswers(
  nowMs: number,
  set: (session: SessionView) => void,
): {
  readonly [N in keyof typeof sessionCalls]: (ask: Ask<'desk', N>) => unknown;
} {
  let wrong = 0;
  const look = (secret: string, right: string): SignInAnswer => {
    if (secret === right) return { ok: true };
    wrong += 1;
    if (wrong < 5) return { ok: false, code: 'secret_wrong' };
    return { ok: false, code: 'sign_in_locked', waitUntilMs: nowMs + 5 * 60_000 };
  };
  return {
    listAccounts: () => ACCOUNTS,
    signInWithPin({ userId, pin }) {
      const answer = look(pin, '1234');
      if (answer.ok) set(signedInAs(userId));
      return answer;
    },
    signInWithPassword({ password }) {
      const answer = look(password, 'harbour');
      if (answer.ok) set(signedInAs('u-contact'));
      return answer;
    },
    vouch: ({ pin }) => look(pin, '1234'),
    signOut: () => set(SIGNED_OUT),
    touchDesk: () => undefined,
  };
}
