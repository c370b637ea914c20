import { AsyncLocalStorage } from 'node:async_hooks';
import type { FaultCode } from '../../core/codes.ts';
import type { Actor } from '../../core/event/event.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { waitUntilMs } from '../../core/session/lock-out.ts';
import type { User } from '../../core/site/entities.ts';
import { may, RIGHTS, type Right } from '../../core/site/rights.ts';
import type { AccountView, SessionView } from '../../preload/session-views.ts';
import { meansOf, type Accounts } from './accounts.ts';
import { createCheckSecret, type CheckSecretParts, type SecretFault } from './check-secret.ts';

export interface SessionParts extends CheckSecretParts {
  /** Undefined while this gate is not enrolled. */
  readonly accounts: () => Accounts | undefined;
  /** Minutes; null: never. */
  readonly signOutAfterMinutes: () => number | null;
  readonly setTimer: (run: () => void, ms: number) => () => void;
  /** Somebody signed in or out. */
  readonly changed: () => void;
}

/** Who works at the desk now, what they may do, and whose act it is. */
export interface Session {
  /** Who answers for what is done now: whoever vouched for this one act, else whoever is signed in. */
  readonly user: () => User | undefined;
  /** Whose act it is that the desk asks for: named as soon as somebody has signed in. */
  readonly actor: () => Actor;
  readonly allows: (right: Right) => boolean;
  /** C1: the locations that the desk may show. Before anybody has signed in: this gate's own. */
  readonly scope: () => readonly string[];
  readonly signInWithPin: (userId: string, pin: string) => Promise<Result<User, SecretFault>>;
  readonly signInWithPassword: (email: string, password: string) => Promise<Result<User, SecretFault>>;
  /** Checks another user's PIN for one act, without switching user: a supervisor at the guard's desk. */
  readonly vouch: (userId: string, pin: string, right: Right) => Promise<Result<User, SecretFault>>;
  readonly signOut: () => void;
  /** Somebody is at the desk: the time until signing out begins anew. */
  readonly touched: () => void;
  /** What central told may have changed: a user who was taken out is out at once (C5). */
  readonly check: () => void;
  /** The border of the desk's calls: runs it as whoever answers for it, or says why not. `null`: open to all. */
  readonly enter: <T>(right: Right | null, run: () => T) => Result<T, FaultCode>;
  readonly view: () => SessionView;
  readonly accounts: () => AccountView[];
}

/** A supervisor's PIN is good for one act that follows soon. */
const VOUCHED_FOR_MS = 2 * 60_000;

export function createSession(parts: SessionParts): Session {
  const { nowMs, tries } = parts;
  const secret = createCheckSecret(parts);
  const entered = new AsyncLocalStorage<User | undefined>();
  let signedInId: string | undefined;
  let signsOutAtMs: number | undefined;
  let cancelSignOut = (): void => {};
  let vouched: { readonly userId: string; readonly right: Right; readonly untilMs: number } | undefined;

  const byId = (userId: string | undefined): User | undefined =>
    userId === undefined ? undefined : parts.accounts()?.byId(userId);
  /** Asked of the cache each time: nobody stays signed in whom central has taken out. */
  const signedIn = (): User | undefined => byId(signedInId);
  const isOpen = (): boolean =>
    !parts
      .accounts()
      ?.all()
      .some((user) => meansOf(user).length > 0);
  const isAllowed = (user: User | undefined, right: Right): boolean => {
    const locationId = parts.accounts()?.locationId;
    if (user) return locationId !== undefined && may(user, right, locationId);
    return isOpen();
  };
  const user = (): User | undefined => entered.getStore() ?? signedIn();

  const signOut = (): void => {
    const wasSignedIn = signedInId !== undefined;
    cancelSignOut();
    signedInId = undefined;
    signsOutAtMs = undefined;
    vouched = undefined;
    if (wasSignedIn) parts.changed();
  };
  const touched = (): void => {
    cancelSignOut();
    const minutes = parts.signOutAfterMinutes();
    if (signedInId === undefined || minutes === null) return void (signsOutAtMs = undefined);
    signsOutAtMs = nowMs() + minutes * 60_000;
    cancelSignOut = parts.setTimer(signOut, minutes * 60_000);
  };
  const begin = (found: Result<User, SecretFault>): Result<User, SecretFault> => {
    if (found.ok) {
      signedInId = found.value.id;
      vouched = undefined;
      touched();
    }
    parts.changed();
    return found;
  };
  /** A voucher is good for one act of its kind, and for as long as whoever gave it is still in use. */
  const takeVoucher = (right: Right): User | undefined => {
    if (vouched?.right !== right || nowMs() >= vouched.untilMs) return undefined;
    const by = byId(vouched.userId);
    vouched = undefined;
    return by && isAllowed(by, right) ? by : undefined;
  };

  return {
    user,
    actor() {
      const userId = user()?.id;
      return { kind: 'user', ...(userId === undefined ? {} : { userId }) };
    },
    allows: (right) => isAllowed(user(), right),
    scope() {
      const locationId = parts.accounts()?.locationId;
      return user()?.locationIds ?? (locationId === undefined ? [] : [locationId]);
    },
    signInWithPin: async (userId, pin) => begin(await secret(() => byId(userId), 'pin', pin, 'session')),
    signInWithPassword: async (email, password) =>
      begin(await secret(() => parts.accounts()?.byEmail(email), 'password', password, 'session')),
    async vouch(userId, pin, right) {
      const by = byId(userId);
      if (by && !isAllowed(by, right)) return fail({ code: 'not_allowed' });
      const found = await secret(() => byId(userId), 'pin', pin, 'vouch');
      if (found.ok) vouched = { userId, right, untilMs: nowMs() + VOUCHED_FOR_MS };
      parts.changed();
      return found;
    },
    signOut,
    touched,
    check() {
      if (signedInId !== undefined && !signedIn()) signOut();
    },
    enter(right, run) {
      const now = signedIn();
      if (right === null) return ok(entered.run(now, run));
      const by = isAllowed(now, right) ? now : takeVoucher(right);
      if (!by && !(now === undefined && isOpen())) return fail(now ? 'not_allowed' : 'sign_in_needed');
      touched();
      return ok(entered.run(by, run));
    },
    view() {
      const now = signedIn();
      const state = now ? 'signed_in' : isOpen() ? 'open' : 'signed_out';
      return {
        state,
        rights: RIGHTS.filter((right) => isAllowed(now, right)),
        ...(now ? { user: { userId: now.id, name: now.name, role: now.role } } : {}),
        ...(now && signsOutAtMs !== undefined ? { signsOutAtMs } : {}),
      };
    },
    accounts: () =>
      (parts.accounts()?.all() ?? [])
        .filter((each) => meansOf(each).length > 0)
        .map((each) => {
          const untilMs = waitUntilMs(tries.of(each.id), nowMs());
          return {
            userId: each.id,
            name: each.name,
            role: each.role,
            means: meansOf(each),
            rights: RIGHTS.filter((right) => isAllowed(each, right)),
            ...(untilMs === undefined ? {} : { waitUntilMs: untilMs }),
          };
        }),
  };
}
