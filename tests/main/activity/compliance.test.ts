import { expect, test } from 'vitest';
import { createCompliance } from '../../../main/activity/compliance.ts';
import { createTurns } from '../../../main/lists/turns.ts';
import { checkoutDesk } from '../checkout/checkout-desk.ts';
import { START_MS } from '../fixtures.ts';
import { put } from '../site.ts';

const DAY = 86_400_000;
const until = (days: number) => ({ status: 'complete', validUntil: new Date(START_MS + days * DAY).toISOString() });
const connection = (workerId: string, days: number, more: Record<string, unknown> = {}) => {
  const part = until(days);
  const id = `${workerId}-${days}`;
  const data = { workerId, clientId: 'client-1', assessment: part, induction: part, credential: part, ...more };
  return put('connection', id, data);
};

test('B1: connected people are counted once, by the worst that is asked of them at the user’s places', async () => {
  const many = Array.from({ length: 250 }, (_, at) => connection(`crew-${at}`, 100));
  const { ground } = checkoutDesk([
    ...many,
    connection('soon', 100),
    connection('soon', 5),
    connection('over', -1),
    connection('far', -1, { locationIds: ['location-3'] }),
    connection('stranger', -1, { clientId: 'client-9' }),
  ]);
  // What the site has without them.
  const { ground: plain } = checkoutDesk();
  const count = (each: typeof ground) => createCompliance(each, createTurns(each.db))();
  const [all, few] = [await count(ground), await count(plain)];
  expect([all.ok - few.ok, all.ending - few.ending, all.bad - few.bad]).toEqual([250, 1, 1]);
});
