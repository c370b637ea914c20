import { fail, ok, type Result } from '../../core/result.ts';
import { isLocked, waitUntilMs } from '../../core/session/lock-out.ts';
import { may } from '../../core/site/rights.ts';
import { hashOf, type Accounts } from './accounts.ts';
import type { CheckSecretParts, SecretFault } from './check-secret.ts';

export interface LeaveKioskParts extends CheckSecretParts {
  /** Undefined while this gate is not enrolled. */
  readonly accounts: () => Accounts | undefined;
}

export interface LeaveKiosk {
  /** False where nobody of the gate's staff has a PIN: then nobody can be asked for one. */
  readonly isGuarded: () => boolean;
  /** G9: the PIN of anybody on the staff. The kiosk names nobody, so tries are counted for the kiosk itself. */
  readonly leave: (pin: string) => Promise<Result<undefined, SecretFault>>;
}

const KIOSK = 'kiosk';

export function createLeaveKiosk({ accounts, verify, tries, append, nowMs }: LeaveKioskParts): LeaveKiosk {
  let last: Promise<unknown> = Promise.resolve();
  const staff = () => {
    const known = accounts();
    return (known?.all() ?? []).flatMap((user) => {
      const hash = hashOf(user, 'pin');
      return known && hash !== undefined && may(user, 'gate.work', known.locationId) ? [{ user, hash }] : [];
    });
  };
  const wait = (): Pick<SecretFault, 'waitUntilMs'> => {
    const untilMs = waitUntilMs(tries.of(KIOSK), nowMs());
    return untilMs === undefined ? {} : { waitUntilMs: untilMs };
  };
  const look = async (pin: string): Promise<Result<undefined, SecretFault>> => {
    if (wait().waitUntilMs !== undefined) return fail({ code: 'sign_in_locked', ...wait() });
    const counted = tries.wrong(KIOSK, nowMs());
    const fits = await Promise.all(
      staff().map(async (each) => ((await verify(each.hash, pin)) ? each.user.id : undefined)),
    );
    const userId = fits.find((id) => id !== undefined);
    if (userId !== undefined) {
      tries.clear(KIOSK);
      // A full disk keeps nobody in the kiosk.
      append({
        type: 'user.signed_in',
        actor: { kind: 'user', userId },
        data: { userId, means: 'pin', purpose: 'vouch' },
      });
      return ok(undefined);
    }
    if (!isLocked(counted)) return fail({ code: 'secret_wrong', ...wait() });
    const data = { userId: KIOSK, means: 'pin' as const, tries: counted.wrong };
    append({ type: 'user.locked_out', actor: { kind: 'system' }, data });
    return fail({ code: 'sign_in_locked', ...wait() });
  };
  return {
    isGuarded: () => staff().length > 0,
    leave(pin) {
      const turn = last.then(() => look(pin));
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}
