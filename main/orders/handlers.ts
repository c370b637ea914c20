import type { orderCalls } from '../../preload/order-views.ts';
import type { Handlers } from '../ipc.ts';
import type { Station } from '../station.ts';

const NOTHING = { access: 'sign_in' as const, rows: [], total: 0, clients: [], locations: [], places: [], refused: [] };

/** The desk's calls about orders; a gate that is not enrolled yet has none. */
export function orderHandlers(parts: {
  readonly station: () => Station | undefined;
  readonly deskChanged: () => void;
}): Pick<Handlers<'desk'>, keyof typeof orderCalls> {
  const orders = () => parts.station()?.areas.orders;
  return {
    listOrders: (ask) => orders()?.listOrders(ask) ?? NOTHING,
    submitOrder(ask) {
      const answer = orders()?.submitOrder(ask) ?? { fault: 'actor_not_allowed' as const };
      parts.deskChanged();
      return answer;
    },
  };
}
