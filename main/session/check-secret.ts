import type { FaultCode } from '../../core/codes.ts';
import type { EventEnvelope, Fact } from '../../core/event/event.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { isLocked, waitUntilMs } from '../../core/session/lock-out.ts';
import type { User } from '../../core/site/entities.ts';
import { hashOf, type Means } from './accounts.ts';
import type { TriesFile } from './tries-file.ts';
import type { VerifySecret } from './verify-secret.ts';

export interface SecretFault {
  readonly code: FaultCode;
  /** No further try is looked at before. Unix ms. */
  readonly waitUntilMs?: number;
}

export interface CheckSecretParts {
  readonly verify: VerifySecret;
  readonly tries: TriesFile;
  readonly append: (fact: Fact) => Result<EventEnvelope, FaultCode>;
  readonly nowMs: () => number;
}

/** @param user as known when its turn comes; undefined: no such account is in use here. */
export type CheckSecret = (
  user: () => User | undefined,
  means: Means,
  secret: string,
  purpose: 'session' | 'vouch',
) => Promise<Result<User, SecretFault>>;

/** Fits no secret; looked at so that an unknown address takes as long as a known one. */
const DECOY = '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

/** One secret after the other, each counted before it is looked at: neither haste nor a pulled plug gains a try. */
export function createCheckSecret({ verify, tries, append, nowMs }: CheckSecretParts): CheckSecret {
  let last: Promise<unknown> = Promise.resolve();

  const check = async (...[wanted, means, secret, purpose]: Parameters<CheckSecret>): ReturnType<CheckSecret> => {
    const user = wanted();
    const hash = user && hashOf(user, means);
    if (!user || hash === undefined) {
      await verify(DECOY, secret);
      return fail({ code: means === 'pin' ? 'user_gone' : 'secret_wrong' });
    }
    const userId = user.id;
    const untilMs = waitUntilMs(tries.of(userId), nowMs());
    if (untilMs !== undefined) return fail({ code: 'sign_in_locked', waitUntilMs: untilMs });
    const counted = tries.wrong(userId, nowMs());
    if (!(await verify(hash, secret))) {
      if (!isLocked(counted)) return fail({ code: 'secret_wrong', ...waitOf(userId) });
      const data = { userId, means, tries: counted.wrong };
      append({ type: 'user.locked_out', actor: { kind: 'system' }, data });
      return fail({ code: 'sign_in_locked', ...waitOf(userId) });
    }
    tries.clear(userId);
    const actor = { kind: 'user', userId } as const;
    const written = append({ type: 'user.signed_in', actor, data: { userId, means, purpose } });
    return written.ok ? ok(user) : fail({ code: written.fault });
  };
  const waitOf = (userId: string): Pick<SecretFault, 'waitUntilMs'> => {
    const untilMs = waitUntilMs(tries.of(userId), nowMs());
    return untilMs === undefined ? {} : { waitUntilMs: untilMs };
  };

  return (...ask) => {
    const turn = last.then(() => check(...ask));
    last = turn.catch(() => undefined);
    return turn;
  };
}
