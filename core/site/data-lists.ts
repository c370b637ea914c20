import type { EntityName } from './entities.ts';

/** What central tells a gate, in the groups that staff and rules speak of. */
export const DATA_LISTS = ['badges', 'people', 'orders', 'rules'] as const;
export type DataList = (typeof DATA_LISTS)[number];

/** Which list an entity belongs to; what is missing here decides about nobody. */
const LIST_OF: Readonly<Partial<Record<EntityName, DataList>>> = {
  badge: 'badges',
  issuerKey: 'badges',
  worker: 'people',
  contractor: 'people',
  connection: 'people',
  workOrder: 'orders',
  assignment: 'orders',
  booking: 'orders',
  rosterEntry: 'orders',
  order: 'orders',
  placement: 'orders',
  location: 'rules',
  gate: 'rules',
  client: 'rules',
  policy: 'rules',
  user: 'rules',
};

export const listOf = (entity: EntityName): DataList | undefined => LIST_OF[entity];
