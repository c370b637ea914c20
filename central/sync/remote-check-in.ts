import { REMOTE, type WorkOrder } from '../../core/site/entities.ts';
import { isoOf, type Central } from '../central.ts';
import type { Rows } from '../store/store.ts';
import { publish } from './publish.ts';

/**
 * D8: a worker checks in to a work order from a phone, before any gate has seen the badge. The gates of the order's place hear
 * of it as of an act; nobody counts as inside by it. Undefined: the worker is not assigned to that order.
 */
export async function checkInRemotely(
  central: Central,
  rows: Rows,
  { workerId, workOrderId }: { readonly workerId: string; readonly workOrderId: string },
): Promise<string | undefined> {
  const assignments = await rows.records.referring('assignment', 'workOrderId', workOrderId);
  const order = (await rows.records.get('workOrder', workOrderId))?.data as WorkOrder | undefined;
  if (!order || !assignments.some(({ data }) => data['workerId'] === workerId)) return undefined;
  const nowMs = central.now();
  const id = central.newId();
  const { locationId } = order;
  const act = { type: 'presence.checked_in', gateId: REMOTE, mode: REMOTE, occurredAt: isoOf(nowMs) };
  await rows.events.addActivity({ locationId, correctedAtMs: nowMs, eventId: id });
  await publish(rows, 'activity', { id, locationId, workerId, workOrderId, ...act }, nowMs);
  return id;
}
