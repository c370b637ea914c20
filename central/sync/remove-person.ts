import type { EntityName } from '../../core/site/entities.ts';
import type { Rows } from '../store/store.ts';
import { unpublish } from './publish.ts';

/** What is about one person and names them, or lets them in, or says where they are. Timesheets and acts stay: they hold ids. */
const ABOUT: readonly (readonly [EntityName, string])[] = [
  ['badge', 'workerId'],
  ['connection', 'workerId'],
  ['assignment', 'workerId'],
  ['rosterEntry', 'workerId'],
  ['placement', 'workerId'],
  ['presence', 'workerId'],
  ['document', 'subject'],
];

/** Removes somebody's record and all that is about them, here and by the next pull at every gate. False: there is nobody by that id. */
export async function removePerson(rows: Rows, workerId: string, atMs: number): Promise<boolean> {
  if (!(await rows.records.get('worker', workerId))) return false;
  for (const [entity, field] of ABOUT) {
    for (const { id } of await rows.records.referring(entity, field, workerId)) await unpublish(rows, entity, id, atMs);
  }
  await unpublish(rows, 'worker', workerId, atMs);
  return true;
}
