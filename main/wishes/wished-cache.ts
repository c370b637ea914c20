import type { EntityName, EntityOf } from '../../core/site/entities.ts';
import type { Cache } from '../cache/cache.ts';
import { lookUpColumns } from '../cache/look-up.ts';
import type { OpenWish, Wishes } from './wishes.ts';

/** What central told, with what was asked for here laid over it: whoever asks for a record need not know the difference. */
export function withWishes(cache: Cache, wishes: Pick<Wishes, 'open' | 'revision'>): Cache {
  const laidOver = <N extends EntityName>(entity: N, id: string, about: readonly OpenWish[]): EntityOf<N> | undefined =>
    about
      .filter(({ wish }) => wish.id === id)
      .reduce((before, { wish }) => wish.after(before as never) as EntityOf<N> | undefined, cache.get(entity, id));
  const about = (entity: EntityName): readonly OpenWish[] => wishes.open().filter(({ wish }) => wish.entity === entity);
  const list = <N extends EntityName>(
    entity: N,
    told: EntityOf<N>[],
    fits: (record: EntityOf<N>) => boolean,
  ): EntityOf<N>[] => {
    const asked = about(entity);
    if (asked.length === 0) return told;
    const ids = new Set(asked.map(({ wish }) => wish.id));
    const changed = [...ids].flatMap((id) => laidOver(entity, id, asked) ?? []);
    return [...told.filter(({ id }) => !ids.has(id)), ...changed.filter(fits)];
  };
  return {
    ...cache,
    revision: () => cache.revision() + wishes.revision(),
    get: (entity, id) => {
      const asked = about(entity);
      return asked.length === 0 ? cache.get(entity, id) : laidOver(entity, id, asked);
    },
    all: (entity) => list(entity, cache.all(entity), () => true),
    byWorker: (entity, workerId) =>
      list(entity, cache.byWorker(entity, workerId), (record) => lookUpColumns(entity, record).workerId === workerId),
    begun: (entity, fromMs, toMs) =>
      list(entity, cache.begun(entity, fromMs, toMs), (record) => {
        const { startsMs } = lookUpColumns(entity, record);
        return startsMs !== null && startsMs >= fromMs && startsMs < toMs;
      }),
    byRef: (entity, ref) =>
      list(entity, cache.byRef(entity, ref), (record) => lookUpColumns(entity, record).ref === ref),
  };
}
