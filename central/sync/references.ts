import type { EntityName } from '../../core/site/entities.ts';
import type { Reference } from '../store/store.ts';

/** Fields by which records find each other; what is not named here cannot be asked for with `referring`. */
const REFERENCE_FIELDS: Readonly<Record<EntityName, readonly string[]>> = {
  location: ['clientIds'],
  gate: ['locationId'],
  client: [],
  contractor: [],
  worker: ['contractorId'],
  connection: ['workerId', 'clientId'],
  badge: ['workerId'],
  issuerKey: [],
  workOrder: ['locationId', 'clientId'],
  assignment: ['workerId', 'workOrderId'],
  policy: ['locationId'],
  user: ['locationIds'],
  presence: ['locationId', 'workerId'],
  activity: [],
  booking: ['locationId', 'clientId'],
  rosterEntry: ['bookingId', 'locationId', 'workerId'],
  order: ['locationId', 'clientId'],
  placement: ['orderId', 'locationId', 'workerId'],
  timesheet: ['locationId', 'workerId'],
  document: ['subject'],
  message: ['locationId'],
  peer: [],
};

export function referencesOf(entity: EntityName, data: Readonly<Record<string, unknown>>): Reference[] {
  return REFERENCE_FIELDS[entity].flatMap((field) => {
    const value = field === 'subject' ? (data[field] as { readonly id: string }).id : data[field];
    const targets: readonly unknown[] = Array.isArray(value) ? value : [value];
    return targets.flatMap((target) => (typeof target === 'string' ? [{ field, target }] : []));
  });
}
