import { policySchema, type IssuerKey, type Policy } from '../core/site/entities.ts';
import type { Cache } from './cache/cache.ts';
import { memoByRevision } from './cache/memo-by-revision.ts';
import type { EnrolledAs } from './identity.ts';

/** What central last told of this gate's own place, computed anew only when something was told. */
export interface Place {
  readonly policy: () => Policy;
  readonly keys: () => IssuerKey[];
  readonly named: () => { siteName: string; gateName: string; timeZone: string } | undefined;
}

export function createPlace(cache: Cache, { gateId, locationId }: EnrolledAs): Place {
  return {
    policy: memoByRevision(
      cache.revision,
      () => cache.byRef('policy', locationId)[0] ?? policySchema.parse({ id: 'default', locationId }),
    ),
    keys: memoByRevision(cache.revision, () => cache.all('issuerKey')),
    named: memoByRevision(cache.revision, () => {
      const location = cache.get('location', locationId);
      if (!location) return undefined;
      return { siteName: location.name, gateName: cache.get('gate', gateId)?.name ?? '', timeZone: location.timeZone };
    }),
  };
}
