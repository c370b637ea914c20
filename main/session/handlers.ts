import type { Result } from '../../core/result.ts';
import type { sessionCalls, SignInAnswer } from '../../preload/session-views.ts';
import type { Handlers } from '../ipc.ts';
import type { SecretFault } from './check-secret.ts';
import type { Session } from './session.ts';

/** The desk's calls about who works at it. */
export function sessionHandlers(session: Session): Pick<Handlers<'desk'>, keyof typeof sessionCalls> {
  return {
    listAccounts: session.accounts,
    signInWithPin: async ({ userId, pin }) => answerOf(await session.signInWithPin(userId, pin)),
    signInWithPassword: async ({ email, password }) => answerOf(await session.signInWithPassword(email, password)),
    vouch: async ({ userId, pin, right }) => answerOf(await session.vouch(userId, pin, right)),
    signOut() {
      session.signOut();
      return undefined;
    },
    touchDesk() {
      session.touched();
      return undefined;
    },
  };
}

export const answerOf = (found: Result<unknown, SecretFault>): SignInAnswer =>
  found.ok ? { ok: true } : { ok: false, ...found.fault };
