import { expect, test } from 'vitest';
import { demoId } from '../../central/demo/id.ts';
import { workerIdOf } from '../../central/demo/people.ts';
import { enrolled, someUuid, startCentral } from './running-central.ts';

const by = (key: string) => ({ actor: { kind: 'user' as const, userId: demoId(`user/${key}`) } });
const orderAt = (locationId: string, clientId: string) => ({
  order: {
    id: someUuid(),
    clientId,
    locationId,
    title: 'Four riggers',
    startsAt: '2026-03-12T06:00:00.000Z',
    endsAt: '2026-03-12T14:00:00.000Z',
    wanted: 4,
    status: 'submitted',
  },
});

test('C2, C1: what a gate asked for is in central’s records, and comes down to all places of whoever looks after it', async () => {
  const running = await startCentral();
  const [main, goods, depot] = [await enrolled(running), await enrolled(running, 1), await enrolled(running, 2)];
  const client = [...(await main.copy()).cache.values()].find(({ entity }) => entity === 'client');
  const wanted = orderAt(main.locationId, String(client?.id));
  expect(await main.push(main.event('order.submitted', wanted, by('supervisor')))).toMatchObject([
    { status: 'accepted' },
  ]);
  const key = `order ${wanted.order.id}`;
  expect((await goods.copy()).cache.get(key)?.data).toMatchObject({ title: 'Four riggers' });
  expect((await depot.copy()).cache.has(key)).toBe(true);
});

test('A3: a connection that is deleted is gone everywhere', async () => {
  const running = await startCentral();
  const main = await enrolled(running);
  const { cache } = await main.copy();
  const amara = [...cache.values()].find(
    ({ entity, data }) => entity === 'connection' && data?.['workerId'] === workerIdOf('amara'),
  );
  const gone = { connectionId: amara?.id, workerId: workerIdOf('amara'), clientId: amara?.data?.['clientId'] };
  await main.push(main.event('connection.deleted', gone, by('supervisor')));
  expect((await main.copy()).cache.has(`connection ${amara?.id}`)).toBe(false);
});

test('C1: nobody asks for something at a place that is not their own', async () => {
  const running = await startCentral();
  const [main, depot] = [await enrolled(running), await enrolled(running, 2)];
  const client = [...(await main.copy()).cache.values()].find(({ entity }) => entity === 'client');
  const elsewhere = orderAt(depot.locationId, String(client?.id));
  expect(await main.push(main.event('order.submitted', elsewhere, by('contact')))).toMatchObject([
    { status: 'rejected', code: 'actor_not_allowed' },
  ]);
});
