/** C2: what the office does about orders: open them, place people, cancel; and what clients' contacts see at all. */
import { statusOf } from '../../core/order/order.ts';
import {
  clientSectionsSchema,
  sectionsOf,
  type Client,
  type ClientSections,
  type Worker,
} from '../../core/site/entities.ts';
import type { Order, Placement } from '../../core/site/portal.ts';
import type { Central } from '../central.ts';
import type { Rows } from '../store/store.ts';
import { publish } from '../sync/publish.ts';

export interface Placing {
  readonly orderId: string;
  readonly workerId: string;
  /** The order's own times unless told otherwise. */
  readonly startsAt?: string | undefined;
  readonly endsAt?: string | undefined;
}

/** Undefined: there is no such order or worker. An order whose places are all taken becomes `filled`. */
export async function placeWorker(central: Central, rows: Rows, placing: Placing): Promise<Placement | undefined> {
  const order = await orderOf(rows, placing.orderId);
  const worker = (await rows.records.get('worker', placing.workerId))?.data as Worker | undefined;
  if (!order || !worker) return undefined;
  const placement: Placement = {
    id: central.newId(),
    orderId: order.id,
    locationId: order.locationId,
    workerId: worker.id,
    startsAt: placing.startsAt ?? order.startsAt,
    endsAt: placing.endsAt ?? order.endsAt,
    status: 'placed',
    workerName: `${worker.firstName} ${worker.lastName}`,
  };
  await publish(rows, 'placement', placement, central.now());
  await settle(central, rows, order);
  return placement;
}

/** False: there is no such placement. */
export async function setPlacement(
  central: Central,
  rows: Rows,
  id: string,
  status: Placement['status'],
): Promise<boolean> {
  const placement = (await rows.records.get('placement', id))?.data as Placement | undefined;
  if (!placement) return false;
  await publish(rows, 'placement', { ...placement, status }, central.now());
  const order = await orderOf(rows, placement.orderId);
  if (order) await settle(central, rows, order);
  return true;
}

/** `open` also of one that was cancelled. False: there is no such order. */
export async function setOrder(
  central: Central,
  rows: Rows,
  id: string,
  status: 'open' | 'cancelled',
): Promise<boolean> {
  const order = await orderOf(rows, id);
  if (order) await settle(central, rows, { ...order, status });
  return order !== undefined;
}

/** What is not named stays as it is. False: there is no such client. */
export async function setSections(
  central: Central,
  rows: Rows,
  clientId: string,
  sections: Partial<ClientSections>,
): Promise<boolean> {
  const client = (await rows.records.get('client', clientId))?.data as Client | undefined;
  if (!client) return false;
  const next = clientSectionsSchema.parse({ ...sectionsOf(client), ...sections });
  await publish(rows, 'client', { ...client, sections: next }, central.now());
  return true;
}

const orderOf = async (rows: Rows, id: string): Promise<Order | undefined> =>
  (await rows.records.get('order', id))?.data as Order | undefined;

async function settle(central: Central, rows: Rows, order: Order): Promise<void> {
  const placements = await rows.records.referring('placement', 'orderId', order.id);
  const status = statusOf(
    order,
    placements.map(({ data }) => data as unknown as Placement),
  );
  await publish(rows, 'order', { ...order, status }, central.now());
}
