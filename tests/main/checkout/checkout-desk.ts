import type { Fact } from '../../../core/event/event.ts';
import type { Change } from '../../../core/sync/wire.ts';
import { createCache } from '../../../main/cache/cache.ts';
import { createCheckout } from '../../../main/checkout/checkout.ts';
import type { Ground } from '../../../main/ground.ts';
import { createSitePresence } from '../../../main/presence/site-presence.ts';
import { createDelivery } from '../../../main/sync/delivery.ts';
import { createWishes } from '../../../main/wishes/wishes.ts';
import { policySchema } from '../../../core/site/entities.ts';
import { countedIds, IDENTITY, newHome, openTestStore } from '../fixtures.ts';
import { put, SITE } from '../site.ts';

export const USER = put('user', 'user-1', {
  name: 'R. Whitfield',
  role: 'supervisor',
  status: 'active',
  locationIds: ['location-1', 'location-2'],
});
export const DEPOT = put('location', 'location-2', {
  name: 'Depot',
  clientIds: ['client-1'],
  timeZone: 'Europe/Warsaw',
  requiresCheckIn: true,
});

/** The real bulk checkout on a real journal. `atBreath` happens between two slices. */
export function checkoutDesk(more: readonly Change[] = [], atBreath: () => void = () => undefined) {
  const store = openTestStore(newHome());
  const { db, journal, clock } = store;
  const cache = createCache(db);
  cache.apply([...SITE, DEPOT, USER, ...more], 'c1', true, clock.nowMs());
  const presence = createSitePresence({ db, cache, journal, clock, identity: IDENTITY });
  let full = false;
  const ground: Ground = {
    identity: { ...IDENTITY, centralUrl: 'https://central.example/', deviceToken: 't' },
    clock,
    newId: countedIds(),
    db,
    cache,
    journal,
    blobs: {} as Ground['blobs'],
    presence,
    policy: () => policySchema.parse({ id: 'p', locationId: 'location-1' }),
    append: (facts: readonly Fact[]) => (full ? { ok: false, fault: 'disk_full' } : journal.append(facts)),
    actor: () => ({ kind: 'user', userId: 'user-1' }),
    delivery: createDelivery(db),
    isDelivered: () => false,
    wishes: createWishes(db, createDelivery(db)),
  };
  const checkout = createCheckout({
    ...ground,
    async breathe() {
      atBreath();
    },
    changed: () => undefined,
  });
  return {
    ...store,
    ground,
    cache,
    presence,
    checkout,
    fillDisk: () => (full = true),
    list: (filters: Record<string, string> = {}) =>
      checkout.listForCheckout({ query: '', offset: 0, limit: 100, ...filters }),
    /** Everybody who matches, as the box on top selects them. */
    async checkOutAll(filters: Record<string, string> = {}, except: { workerId: string; locationId: string }[] = []) {
      const { asOfMs } = checkout.listForCheckout({ query: '', offset: 0, limit: 1, ...filters });
      const who = { all: { query: '', ...filters }, except, asOfMs };
      const answer = checkout.checkOutMany({ who, reason: 'The site closes' });
      await checkout.settled();
      return answer;
    },
    outs: () => [...journal.all()].filter(({ type }) => type === 'presence.checked_out'),
  };
}
