import type { Badge, EntityName, EntityOf } from '../../core/site/entities.ts';
import type { Cache } from '../cache/cache.ts';
import { badgeOf, visitorOf, type PassRows } from './pass-rows.ts';

/**
 * What central told, and what this gate issued itself and central has not told back: whoever asks for a person or a badge need not
 * know the difference. Central's word is the later one, but for a pass that was ended here.
 */
export function withPasses(cache: Cache, rows: PassRows): Cache {
  const ended = (badge: Badge): Badge => {
    if (!badge.pass || badge.revokedAt !== undefined) return badge;
    const endedAt = rows.endedAt(badge.id);
    return endedAt === undefined ? badge : { ...badge, revokedAt: endedAt };
  };
  const ownBadge = (own: ReturnType<PassRows['byId']>): Badge[] =>
    own ? [badgeOf(own, rows.endedAt(own.pass.passId))] : [];
  const as = <N extends EntityName>(records: readonly unknown[]): EntityOf<N>[] => records as EntityOf<N>[];
  return {
    ...cache,
    get<N extends EntityName>(entity: N, id: string): EntityOf<N> | undefined {
      const told = cache.get(entity, id);
      if (entity === 'badge') return as<N>(told ? [ended(told as Badge)] : ownBadge(rows.byId(id)))[0];
      if (entity !== 'worker' || told) return told;
      return as<N>(rows.ofWorker(id).flatMap((own) => visitorOf(own) ?? []))[0];
    },
    byRef<N extends EntityName>(entity: N, ref: string): EntityOf<N>[] {
      const told = cache.byRef(entity, ref);
      if (entity !== 'badge') return told;
      return as<N>(told.length > 0 ? (told as Badge[]).map(ended) : ownBadge(rows.byCode(ref)));
    },
    byWorker<N extends EntityName>(entity: N, workerId: string): EntityOf<N>[] {
      const told = cache.byWorker(entity, workerId);
      if (entity !== 'badge') return told;
      const known = (told as Badge[]).map(ended);
      const own = rows.ofWorker(workerId).flatMap(ownBadge);
      return as<N>([...known, ...own.filter(({ id }) => !known.some((each) => each.id === id))]);
    },
  };
}
