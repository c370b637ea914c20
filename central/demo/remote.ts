import { assignmentSchema, workOrderSchema } from '../../core/site/entities.ts';
import type { Central } from '../central.ts';
import type { Rows } from '../store/store.ts';
import { checkInRemotely } from '../sync/remote-check-in.ts';
import { RIVERSIDE } from './site.ts';

/** Lets the next of those who are to work at the demo's first place check in from a phone (D8), each in turn. */
export async function nextRemoteCheckIn(central: Central, rows: Rows): Promise<void> {
  const turn = Number((await rows.notes.get('demo_remote_turn')) ?? 0);
  const orders = (await rows.records.referring('workOrder', 'locationId', RIVERSIDE)).map(({ data }) =>
    workOrderSchema.parse(data),
  );
  const open = new Set(orders.filter(({ status }) => status === 'open').map(({ id }) => id));
  const assignments = (await rows.records.all('assignment'))
    .map(({ data }) => assignmentSchema.parse(data))
    .filter(({ workOrderId }) => open.has(workOrderId));
  const next = assignments[turn % assignments.length];
  if (next) await checkInRemotely(central, rows, next);
  await rows.notes.set('demo_remote_turn', String(turn + 1));
}
