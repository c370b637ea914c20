import type { checkoutCalls } from '../../preload/checkout-views.ts';
import type { Handlers } from '../ipc.ts';
import type { Station } from '../station.ts';

const NOBODY = { rows: [], total: 0, all: 0, locations: [] };

/** The desk's calls about checking out many; a gate that is not enrolled yet has nobody inside. */
export function checkoutHandlers(parts: {
  readonly station: () => Station | undefined;
  readonly nowMs: () => number;
}): Pick<Handlers<'desk'>, keyof typeof checkoutCalls> {
  const checkout = () => parts.station()?.areas.checkout;
  return {
    listForCheckout: (ask) => checkout()?.listForCheckout(ask) ?? { ...NOBODY, asOfMs: parts.nowMs() },
    checkOutMany: (ask) => checkout()?.checkOutMany(ask) ?? { result: 'nobody' },
    getCheckOutBatch: () => checkout()?.getCheckOutBatch(undefined) ?? null,
    stopCheckOut: (ask) => checkout()?.stopCheckOut(ask),
    undoCheckOut: (ask) => checkout()?.undoCheckOut(ask) ?? { result: 'late' },
  };
}
