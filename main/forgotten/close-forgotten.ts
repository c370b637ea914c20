import { forgottenAtMs, longestKeptMs } from '../../core/forgotten/due.ts';
import { forgottenFact, type Forgotten } from '../../core/forgotten/facts.ts';
import type { Ground } from '../ground.ts';
import { createDoubt } from './doubt.ts';

/** At the start the other gates' acts come first: whoever left there has not forgotten anything. */
const FIRST_LOOK_MS = 15_000;
const LOOK_EVERY_MS = 60_000;
/** A site that was shut for days is closed in several looks: no write is long enough to keep a badge waiting. */
const MOST_AT_ONCE = 200;

export type ForgottenGround = Pick<
  Ground,
  'append' | 'cache' | 'clock' | 'identity' | 'journal' | 'policy' | 'presence'
>;

/**
 * G7: checks out whoever the location's rule says has forgotten it, each minute and soon after the start. Only those whom this gate saw
 * come in, and whom no other gate saw since, so that two gates never close the same stay. Returns how to stop.
 */
export function closeForgotten(
  ground: ForgottenGround,
  setTimer: (run: () => void, ms: number) => () => void,
  closed: () => void,
): () => void {
  const doubt = createDoubt(ground);
  let cancel = (): void => {};
  const look = (): void => {
    cancel = setTimer(look, LOOK_EVERY_MS);
    if (doubt.isOpen()) return;
    const found = forgottenNow(ground).slice(0, MOST_AT_ONCE);
    if (found.length > 0 && ground.append(found.map(forgottenFact)).ok) closed();
  };
  cancel = setTimer(look, FIRST_LOOK_MS);
  return () => cancel();
}

/** Judged by central's clock, as far as it is known, and told by this device's own. */
export function forgottenNow({ cache, clock, identity, policy, presence }: ForgottenGround): Forgotten[] {
  const timeZone = cache.get('location', identity.locationId)?.timeZone;
  const rule = policy().forgottenCheckout;
  if (timeZone === undefined || rule.rule === 'never') return [];
  const offsetMs = clock.offsetMs() ?? 0;
  const nowMs = clock.nowMs() + offsetMs;
  const latestMs = nowMs - longestKeptMs(rule);
  return presence.inside().flatMap(({ workerId, correctedMs, gateId }) => {
    if (gateId !== undefined || correctedMs > latestMs) return [];
    const leftAtMs = forgottenAtMs(rule, correctedMs, timeZone);
    if (leftAtMs === undefined || leftAtMs > nowMs) return [];
    return [{ workerId, sinceMs: correctedMs - offsetMs, leftAtMs: leftAtMs - offsetMs }];
  });
}
