import type { Credential, CredentialFault } from '../../core/credential/credential.ts';
import type { Dossier } from '../../core/decide/dossier.ts';
import type { Result } from '../../core/result.ts';
import { policySchema, type Badge, type Client, type Location, type Policy } from '../../core/site/entities.ts';
import type { Projections } from '../journal/projections.ts';
import type { SitePresences } from '../presence/site-presence.ts';
import type { Cache } from './cache.ts';

export interface GatherParts {
  readonly cache: Cache;
  readonly projections: Projections;
  readonly presence: Pick<SitePresences, 'of' | 'insideCount' | 'gatesHeardAgoMs'>;
  readonly locationId: string;
}
export interface GatherAsk {
  readonly credential: Result<Credential, CredentialFault>;
  readonly laneDirection: 'in' | 'out' | 'both';
  readonly nowMs: number;
}

/** The location, its rules and its clients: read once per change of the cache, not once per scan. */
interface Place {
  readonly location: Location;
  readonly policy: Policy;
  readonly clients: readonly Client[];
  readonly locationNames: Readonly<Record<string, string>>;
  readonly gateNames: Readonly<Record<string, string>>;
}

/** Returns the function that gathers what the rules may look at; its answer is undefined while the place is unknown. */
export function createGather({
  cache,
  projections,
  presence: site,
  locationId,
}: GatherParts): (ask: GatherAsk) => Dossier | undefined {
  let place: Place | undefined;
  let placeRevision = -1;
  const placeNow = (): Place | undefined => {
    if (!place || placeRevision !== cache.revision()) place = readPlace(cache, locationId);
    placeRevision = cache.revision();
    return place;
  };
  return ({ credential, laneDirection, nowMs }) => {
    const here = placeNow();
    if (!here) return undefined;
    const { badge, workerId } = whoIs(cache, credential);
    const worker = workerId === undefined ? undefined : cache.get('worker', workerId);
    const grant = workerId === undefined ? undefined : projections.grantOf(workerId, badgeIdOf(credential, badge));
    const presence = workerId === undefined ? undefined : site.of(workerId);
    const completeAtMs = cache.completeAtMs();
    const gatesHeardAgoMs = site.gatesHeardAgoMs();
    return {
      credential,
      laneDirection,
      nowMs,
      ...here,
      ...(badge ? { badge } : {}),
      ...(worker ? { worker } : {}),
      ...(grant ? { grant } : {}),
      ...(presence ? { presence } : {}),
      connections: worker ? cache.byWorker('connection', worker.id) : [],
      workOrders: worker ? cache.ordersOf(worker.id) : [],
      roster: worker ? cache.rosterOf(worker.id) : [],
      insideCount: here.policy.capacity === null ? 0 : site.insideCount(),
      ...(completeAtMs === undefined ? {} : { dataAgeMs: Math.max(0, nowMs - completeAtMs) }),
      ...(gatesHeardAgoMs === undefined ? {} : { gatesHeardAgoMs }),
    };
  };
}

function readPlace(cache: Cache, locationId: string): Place | undefined {
  const location = cache.get('location', locationId);
  if (!location) return undefined;
  const policy = cache.byRef('policy', locationId)[0] ?? policySchema.parse({ id: 'default', locationId });
  const clients = location.clientIds.flatMap((id) => cache.get('client', id) ?? []);
  const namesOf = (entity: 'location' | 'gate') =>
    Object.fromEntries(cache.all(entity).map(({ id, name }) => [id, name]));
  return { location, policy, clients, locationNames: namesOf('location'), gateNames: namesOf('gate') };
}

function whoIs(cache: Cache, read: Result<Credential, CredentialFault>): { badge?: Badge; workerId?: string } {
  if (!read.ok) return {};
  const credential = read.value;
  switch (credential.kind) {
    case 'tap': {
      const shown = credential.badgeId === undefined ? undefined : cache.get('badge', credential.badgeId);
      return { ...(shown ? { badge: shown } : {}), workerId: credential.workerId };
    }
    case 'signed': {
      const badge = cache.get('badge', credential.badgeId);
      return { ...(badge ? { badge } : {}), workerId: credential.workerId };
    }
    case 'opaque': {
      const badge = cache.byRef('badge', credential.code)[0];
      return badge ? { badge, workerId: badge.workerId } : {};
    }
  }
}

const badgeIdOf = (read: Result<Credential, CredentialFault>, badge: Badge | undefined): string | undefined =>
  read.ok && read.value.kind !== 'opaque' ? read.value.badgeId : badge?.id;
