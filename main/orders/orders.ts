import { isStanding, orderFault, type OrderFault } from '../../core/order/order.ts';
import type { FaultCode } from '../../core/codes.ts';
import { isForClient } from '../../core/order/order.ts';
import { sectionsOf } from '../../core/site/entities.ts';
import type { Order } from '../../core/site/portal.ts';
import { momentOfWall, wallAt } from '../../core/site/wall-time.ts';
import type { OrderPlace, OrderRow, OrdersAsk, OrdersPage, SubmitAsk } from '../../preload/order-views.ts';
import { joined, wordsOf } from '../cache/words.ts';
import type { Ground } from '../ground.ts';
import { accessTo, namedOf, viewerOf, type Viewer } from '../portal/viewer.ts';
import { personName } from '../view/feed.ts';

export interface Orders {
  readonly listOrders: (ask: OrdersAsk) => OrdersPage;
  readonly submitOrder: (ask: SubmitAsk) => { readonly fault: OrderFault | FaultCode | null };
}

/** C2: what is shown of orders, and the one way to ask for a new one. Shown at once, taken by central when it can be reached. */
export function createOrders(ground: Ground): Orders {
  const { cache, clock, wishes } = ground;

  const rowOf = (order: Order): OrderRow => {
    const location = cache.get('location', order.locationId);
    const placements = cache.byRef('placement', order.id).filter(isStanding);
    return {
      orderId: order.id,
      title: order.title,
      ...(order.skill === undefined ? {} : { skill: order.skill }),
      ...(order.notes === undefined ? {} : { notes: order.notes }),
      clientName: cache.get('client', order.clientId)?.name ?? '',
      locationName: location?.name ?? '',
      timeZone: location?.timeZone ?? 'UTC',
      startsAtMs: Date.parse(order.startsAt),
      endsAtMs: Date.parse(order.endsAt),
      wanted: order.wanted,
      taken: new Set(placements.map(({ workerId }) => workerId)).size,
      status: order.status,
      placements: placements
        .map(({ id, workerId, workerName, startsAt, endsAt, status }) => ({
          placementId: id,
          name: personName(cache, workerId)?.name ?? workerName ?? '',
          startsAtMs: Date.parse(startsAt),
          endsAtMs: Date.parse(endsAt),
          status: status === 'confirmed' ? ('confirmed' as const) : ('placed' as const),
        }))
        .toSorted((a, b) => a.startsAtMs - b.startsAtMs || a.name.localeCompare(b.name)),
      waiting: wishes.isWaiting('order', order.id),
    };
  };

  /** Where the user may order, and for whom. */
  const placesOf = (viewer: Viewer): OrderPlace[] =>
    viewer.locations.flatMap((location) => {
      if (!viewer.may('orders.submit', location.id)) return [];
      const clients = location.clientIds
        .flatMap((id) => cache.get('client', id) ?? [])
        .filter((client) => isForClient(viewer.user, client.id))
        .filter((client) => sectionsOf(client).orders && sectionsOf(client).submitOrders);
      const { id, name, timeZone } = location;
      return clients.length === 0
        ? []
        : [{ id, name, timeZone, now: wallAt(clock.nowMs(), timeZone), clients: namedOf(clients) }];
    });

  const ownRefusals = (viewer: Viewer): OrdersPage['refused'] =>
    wishes
      .refused('order.submitted')
      .filter(({ event }) => event.actor.userId === viewer.user.id)
      .flatMap(({ event, code }) => (event.type === 'order.submitted' ? [{ title: event.data.order.title, code }] : []))
      .slice(0, 3);

  return {
    listOrders({ offset, limit, ...filters }) {
      const viewer = viewerOf(ground);
      const access = accessTo(cache, viewer, 'orders.see', 'orders');
      if (!viewer || access !== 'open')
        return { access, rows: [], total: 0, clients: [], locations: [], places: [], refused: [] };
      const nowMs = clock.nowMs();
      const seen = cache
        .all('order')
        .filter(
          ({ locationId, clientId }) =>
            viewer.may('orders.see', locationId) && viewer.sees('orders', locationId, clientId),
        );
      const words = wordsOf(filters.query).map((word) => ` ${word}`);
      const rows = seen
        .filter(
          (order) =>
            Date.parse(order.endsAt) <= nowMs === (filters.past === true) &&
            (filters.status === undefined || order.status === filters.status) &&
            (filters.clientId === undefined || order.clientId === filters.clientId) &&
            (filters.locationId === undefined || order.locationId === filters.locationId),
        )
        .toSorted((a, b) => (filters.past ? -1 : 1) * (a.startsAt < b.startsAt ? -1 : 1))
        .map(rowOf)
        .filter((row) => {
          const has = textOf(row);
          return words.every((word) => has.includes(word));
        });
      return {
        access,
        rows: rows.slice(offset, offset + limit),
        total: rows.length,
        clients: namedOf(seen.flatMap(({ clientId }) => cache.get('client', clientId) ?? [])),
        locations: namedOf(viewer.locations),
        places: placesOf(viewer),
        refused: ownRefusals(viewer),
      };
    },
    submitOrder({ clientId, locationId, startsAt, endsAt, ...rest }) {
      const viewer = viewerOf(ground);
      const location = cache.get('location', locationId);
      if (!viewer?.may('orders.submit', locationId)) return { fault: 'actor_not_allowed' };
      if (!location) return { fault: 'client_elsewhere' };
      const iso = (wall: string): string => new Date(momentOfWall(wall, location.timeZone)).toISOString();
      const id = ground.newId();
      const times = { startsAt: iso(startsAt), endsAt: iso(endsAt) };
      const { title, wanted, skill, notes } = rest;
      const more = { ...(skill === undefined ? {} : { skill }), ...(notes === undefined ? {} : { notes }) };
      const order: Order = { id, clientId, locationId, title, wanted, ...more, ...times, status: 'submitted' };
      const client = cache.get('client', clientId);
      const fault = orderFault(order, { client, location, user: viewer.user, atMs: clock.nowMs() });
      if (fault) return { fault };
      const written = ground.append([{ type: 'order.submitted', actor: ground.actor(), data: { order } }]);
      return { fault: written.ok ? null : written.fault };
    },
  };
}

const textOf = ({ title, skill, clientName, locationName, placements }: OrderRow): string =>
  joined(wordsOf([title, skill, clientName, locationName, ...placements.map(({ name }) => name)].join(' ')));
