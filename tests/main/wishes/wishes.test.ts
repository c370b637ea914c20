import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../core/event/event.ts';
import { createCache } from '../../../main/cache/cache.ts';
import { createDelivery } from '../../../main/sync/delivery.ts';
import { withWishes } from '../../../main/wishes/wished-cache.ts';
import { createWishes } from '../../../main/wishes/wishes.ts';
import { newHome, openTestStore, START_MS } from '../fixtures.ts';
import { put, SITE } from '../site.ts';

const STATE = { status: 'missing' };
const KNOWN = put('connection', 'known', {
  workerId: 'worker-1',
  clientId: 'client-9',
  assessment: STATE,
  induction: STATE,
  credential: STATE,
});
const ACTOR = { kind: 'user', userId: 'sup' } as const;
const added = (connectionId: string): Fact => ({
  type: 'connection.added',
  actor: ACTOR,
  data: { connectionId, workerId: 'worker-1', clientId: 'client-2', locationIds: ['location-1'] },
});
const deleted: Fact = {
  type: 'connection.deleted',
  actor: ACTOR,
  data: { connectionId: 'known', workerId: 'worker-1', clientId: 'client-9' },
};

function gate() {
  const { db, journal } = openTestStore(newHome());
  const told = createCache(db);
  told.apply([...SITE, KNOWN], 'c1', true, START_MS);
  const delivery = createDelivery(db);
  const wishes = createWishes(db, delivery);
  const cache = withWishes(told, wishes);
  const ids = () => cache.byWorker('connection', 'worker-1').map(({ id }) => id);
  return {
    told,
    cache,
    wishes,
    ids,
    reopened: () => createWishes(db, createDelivery(db)),
    write(fact: Fact) {
      journal.append([fact]);
      wishes.look();
    },
    answer(seq: number, status: 'accepted' | 'rejected') {
      delivery.note(
        seq,
        [{ id: 'e', status, ...(status === 'rejected' ? { code: 'no', detail: 'not so' } : {}) }],
        START_MS,
      );
      delivery.remember({ settledTo: seq, setAside: [] });
      wishes.look();
    },
  };
}

describe('what was asked of central', () => {
  test('is shown at once, and nothing else moves', () => {
    const { cache, ids, wishes, write } = gate();
    const revision = cache.revision();
    write(added('new'));
    write(deleted);
    expect(ids().filter((id) => id === 'new' || id === 'known')).toEqual(['new']);
    expect(cache.get('connection', 'new')).toMatchObject({ clientId: 'client-2', induction: STATE });
    expect([wishes.isWaiting('connection', 'new'), wishes.isWaiting('connection', 'other')]).toEqual([true, false]);
    expect(cache.revision()).toBeGreaterThan(revision);
  });

  test('is undone when central refuses it, with the reason', () => {
    const { ids, wishes, write, answer } = gate();
    write(deleted);
    answer(1, 'rejected');
    expect(ids()).toContain('known');
    expect(wishes.refused('connection.deleted')).toMatchObject([{ code: 'no', detail: 'not so' }]);
    expect(wishes.refused('connection.added')).toEqual([]);
  });

  test('stays until a pull that began after the answer has come to its end', () => {
    const { wishes, write, answer } = gate();
    write(added('new'));
    answer(1, 'accepted');
    expect(wishes.upToDate()).toBe(true);
    expect(wishes.isWaiting('connection', 'new')).toBe(true);
    expect(wishes.upToDate()).toBe(false);
    expect(wishes.isWaiting('connection', 'new')).toBe(false);
  });

  test("gives way to central's own record", () => {
    const { told, cache, write } = gate();
    write({ type: 'order.submitted', actor: ACTOR, data: { order: ORDER } });
    expect(cache.get('order', 'order-1')?.status).toBe('submitted');
    told.apply([put('order', 'order-1', { ...ORDER, status: 'open' })], 'c2', true, START_MS);
    expect(cache.all('order').map(({ status }) => status)).toEqual(['open']);
  });

  test('is known again after a restart', () => {
    const { write, reopened } = gate();
    write(added('new'));
    expect(reopened().isWaiting('connection', 'new')).toBe(true);
  });
});

const ORDER = {
  id: 'order-1',
  clientId: 'client-1',
  locationId: 'location-1',
  title: 'Four riggers',
  startsAt: '2026-03-03T06:00:00.000Z',
  endsAt: '2026-03-03T14:00:00.000Z',
  wanted: 4,
  status: 'submitted',
} as const;
