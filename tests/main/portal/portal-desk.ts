import { policySchema, type User } from '../../../core/site/entities.ts';
import type { Fact } from '../../../core/event/event.ts';
import type { Change } from '../../../core/sync/wire.ts';
import { createCache } from '../../../main/cache/cache.ts';
import type { Ground } from '../../../main/ground.ts';
import { createOrders } from '../../../main/orders/orders.ts';
import { createSitePresence } from '../../../main/presence/site-presence.ts';
import { createDelivery } from '../../../main/sync/delivery.ts';
import { createTimesheets } from '../../../main/timesheets/timesheets.ts';
import { withWishes } from '../../../main/wishes/wished-cache.ts';
import { createWishes } from '../../../main/wishes/wishes.ts';
import { countedIds, IDENTITY, newHome, openTestStore } from '../fixtures.ts';
import { put, SITE } from '../site.ts';

export const DEPOT = put('location', 'location-2', {
  name: 'Depot',
  clientIds: ['client-1', 'client-2'],
  timeZone: 'Europe/London',
  requiresCheckIn: true,
});
const MILL = put('client', 'client-2', { name: 'Mill', requiresWorkerRegistration: true, requiresCheckIn: true });
const user = (id: string, more: Partial<User>): Change =>
  put('user', id, { name: id, role: 'supervisor', status: 'active', locationIds: ['location-1'], ...more });
const USERS = [
  user('both', { name: 'R. Whitfield', locationIds: ['location-1', 'location-2'] }),
  user('here', {}),
  user('contact', { role: 'client_contact', clientId: 'client-1', locationIds: ['location-1', 'location-2'] }),
  user('guard', { role: 'gate_staff' }),
];

/** The real orders and timesheets on a real journal, with what was asked for laid over what central told. */
export function portalDesk(more: readonly Change[] = []) {
  const store = openTestStore(newHome());
  const { db, journal, clock } = store;
  const told = createCache(db);
  let cursor = 0;
  const tell = (...changes: Change[]): void => {
    told.apply(changes, `c${(cursor += 1)}`, true, clock.nowMs());
  };
  tell(...SITE, DEPOT, MILL, ...USERS, ...more);
  const delivery = createDelivery(db);
  const wishes = createWishes(db, delivery);
  const cache = withWishes(told, wishes);
  let userId: string | undefined = 'both';
  const ground: Ground = {
    identity: { ...IDENTITY, centralUrl: 'https://central.example/', deviceToken: 't' },
    clock,
    newId: countedIds(),
    db,
    cache,
    journal,
    blobs: {} as Ground['blobs'],
    presence: createSitePresence({ db, cache, journal, clock, identity: IDENTITY }),
    policy: () => policySchema.parse({ id: 'p', locationId: 'location-1' }),
    append(facts: readonly Fact[]) {
      const written = journal.append(facts);
      wishes.look();
      return written;
    },
    actor: () => ({ kind: 'user', ...(userId === undefined ? {} : { userId }) }),
    delivery,
    isDelivered: () => false,
    wishes,
  };
  return {
    ...store,
    ground,
    tell,
    orders: createOrders(ground),
    timesheets: createTimesheets({ ...ground, breathe: () => Promise.resolve() }),
    signIn: (id: string | undefined) => void (userId = id),
    /** Central's answer to everything up to a number. */
    answer(seq: number, status: 'accepted' | 'rejected', code = 'section_off') {
      const refusal = status === 'rejected' ? { code, detail: 'not so' } : {};
      delivery.note(seq, [{ id: 'e', status, ...refusal }], clock.nowMs());
      delivery.remember({ settledTo: seq, setAside: [] });
      wishes.look();
    },
    /** Two pulls that began after the answer. */
    pulled() {
      wishes.upToDate();
      wishes.upToDate();
    },
    last: () => journal.read(journal.lastSeq() - 1, 1)[0],
  };
}
