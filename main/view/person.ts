import { light } from '../../core/connection/light.ts';
import type { FeedRow, Person } from '../../preload/views.ts';
import type { Cache } from '../cache/cache.ts';
import type { Projections } from '../journal/projections.ts';
import type { Scope } from '../scope.ts';
import type { SitePresences } from '../presence/site-presence.ts';
import { personName } from './feed.ts';
import { personFile } from './person-file.ts';

export interface PersonParts {
  readonly cache: Cache;
  readonly projections: Projections;
  readonly presence: Pick<SitePresences, 'of' | 'gateName'>;
  readonly locationId: string;
  /** C1: orders of other places are not shown. */
  readonly scope: Scope;
  readonly historyOf: (workerId: string, limit: number) => FeedRow[];
}

const HISTORY_ROWS = 20;

/** A person's card on the desk; null for somebody whom the cache does not know. */
export function personCard(parts: PersonParts, workerId: string, nowMs: number): Person | null {
  const { cache, projections, locationId } = parts;
  const worker = cache.get('worker', workerId);
  const name = personName(cache, workerId);
  if (!worker || !name) return null;
  const presence = parts.presence.of(workerId);
  const gateName = parts.presence.gateName(presence?.gateId);
  const grant = projections.grantOf(workerId, undefined);
  return {
    workerId,
    ...name,
    ...(worker.phone === undefined ? {} : { phone: worker.phone }),
    ...(worker.language === undefined ? {} : { language: worker.language }),
    ...(worker.blocked === undefined ? {} : { blockedReason: worker.blocked.reason }),
    ...(presence
      ? {
          presence: {
            inside: presence.inside,
            sinceMs: presence.sinceMs,
            ...(gateName === undefined ? {} : { gateName }),
          },
        }
      : {}),
    ...(grant ? { grant: { grantedAtMs: grant.grantedAtMs, untilMs: grant.untilMs } } : {}),
    clients: clientsOf(cache, workerId, locationId, nowMs),
    orders: ordersOf(cache, workerId, locationId, parts.scope()),
    history: parts.historyOf(workerId, HISTORY_ROWS),
    file: personFile(cache, worker, locationId, nowMs),
  };
}

function clientsOf(cache: Cache, workerId: string, locationId: string, nowMs: number): Person['clients'] {
  return cache.byWorker('connection', workerId).map((connection) => ({
    clientName: cache.get('client', connection.clientId)?.name ?? '',
    here: connection.locationIds?.includes(locationId) ?? true,
    assessment: light(connection.assessment, nowMs),
    induction: light(connection.induction, nowMs),
    credential: light(connection.credential, nowMs),
  }));
}

function ordersOf(cache: Cache, workerId: string, locationId: string, scope: readonly string[]): Person['orders'] {
  const orders = cache
    .byWorker('assignment', workerId)
    .flatMap(({ workOrderId }) => cache.get('workOrder', workOrderId) ?? [])
    .filter((order) => scope.includes(order.locationId));
  return orders
    .map((order) => ({
      id: order.id,
      number: order.number,
      title: order.title,
      clientName: cache.get('client', order.clientId)?.name ?? '',
      startsAtMs: Date.parse(order.startsAt),
      endsAtMs: Date.parse(order.endsAt),
      here: order.locationId === locationId,
      locationName: cache.get('location', order.locationId)?.name ?? '',
    }))
    .sort((a, b) => a.startsAtMs - b.startsAtMs);
}
