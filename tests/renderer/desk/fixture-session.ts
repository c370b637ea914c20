import { RIGHTS } from '../../../core/site/rights.ts';
import type { Ask } from '../../../preload/contract.ts';
import type { sessionCalls, SessionView } from '../../../preload/session-views.ts';

/** A place where nobody has a PIN: everything is allowed. */
export const OPEN_SESSION: SessionView = { state: 'open', rights: [...RIGHTS] };

/** What main answers to the calls about who works at the desk. */
export function sessionAnswers(): { readonly [N in keyof typeof sessionCalls]: (ask: Ask<'desk', N>) => unknown } {
  return {
    listAccounts: () => [],
    signInWithPin: () => ({ ok: true }),
    signInWithPassword: () => ({ ok: true }),
    vouch: () => ({ ok: true }),
    signOut: () => undefined,
    touchDesk: () => undefined,
  };
}
