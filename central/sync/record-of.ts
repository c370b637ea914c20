import type { EntityName, EntityOf } from '../../core/site/entities.ts';
import type { Rows } from '../store/store.ts';

export async function recordOf<N extends EntityName>(
  rows: Rows,
  entity: N,
  id: string,
): Promise<EntityOf<N> | undefined> {
  return (await rows.records.get(entity, id))?.data as EntityOf<N> | undefined;
}
