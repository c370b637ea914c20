import type { Leaver } from '../../core/checkout/check-out.ts';
import type { User } from '../../core/site/entities.ts';
import { may } from '../../core/site/rights.ts';
import type { Answer, Ask } from '../../preload/contract.ts';
import type { checkoutCalls, CheckOutManyAsk } from '../../preload/checkout-views.ts';
import type { Ground } from '../ground.ts';
import { createBatches } from './batches.ts';
import { createLeavers } from './leavers.ts';

/** Bulk checkout (B2), as the desk asks for it. */
export type Checkout = {
  readonly [N in keyof typeof checkoutCalls]: (ask: Ask<'desk', N>) => Answer<'desk', N>;
} & { readonly settled: () => Promise<void> };

export interface CheckoutParts extends Ground {
  readonly breathe: () => Promise<void>;
  readonly changed: () => void;
}

const keyOf = ({ workerId, locationId }: Leaver): string => `${locationId} ${workerId}`;

export function createCheckout(parts: CheckoutParts): Checkout {
  const { cache, clock, identity } = parts;
  const leavers = createLeavers(parts);
  const batches = createBatches(parts);
  const user = (): User | undefined => {
    const { userId } = parts.actor();
    return userId === undefined ? undefined : cache.get('user', userId);
  };
  /** C1: the user's own places; without a user, this gate's alone. */
  const scope = (): readonly string[] => user()?.locationIds ?? [identity.locationId];
  const named = (id: string) => ({ id, name: cache.get('location', id)?.name ?? id });

  const chosen = (who: CheckOutManyAsk['who']): readonly Leaver[] => {
    if ('people' in who) return [...new Map(who.people.map((one) => [keyOf(one), one])).values()];
    const left = new Set(who.except.map(keyOf));
    return leavers
      .matching(who.all, scope(), clock.nowMs())
      .filter((one) => one.sinceMs <= who.asOfMs && !left.has(keyOf(one)));
  };

  return {
    listForCheckout({ offset, limit, ...filters }) {
      const [nowMs, locationIds] = [clock.nowMs(), scope()];
      const matching = leavers.matching(filters, locationIds, nowMs);
      return {
        rows: matching.slice(offset, offset + limit).map((one) => leavers.row(one, nowMs)),
        total: matching.length,
        all: leavers.matching({ query: '' }, locationIds, nowMs).length,
        asOfMs: nowMs,
        locations: locationIds.map(named),
      };
    },
    checkOutMany({ who, reason }) {
      const by = user();
      const mayAt = (locationId: string): boolean =>
        by ? may(by, 'checkout.manual', locationId) : locationId === identity.locationId;
      const people = chosen(who);
      if (people.length === 0) return { result: 'nobody' };
      const batchId = batches.start(people, { reason, mayAt });
      return batchId === undefined ? { result: 'busy' } : { result: 'started', batchId };
    },
    getCheckOutBatch: batches.latest,
    stopCheckOut({ batchId }) {
      batches.stop(batchId);
      return undefined;
    },
    undoCheckOut: ({ batchId }) => ({ result: batches.undo(batchId) }),
    settled: batches.settled,
  };
}
