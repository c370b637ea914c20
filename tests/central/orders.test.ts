import { describe, expect, test } from 'vitest';
import { demoId } from '../../central/demo/id.ts';
import { workerIdOf } from '../../central/demo/people.ts';
import { EASTFIELD, HARBOURLINE, MERIDIAN, NORTHLIGHT, RIVERSIDE } from '../../central/demo/site.ts';
import {
  ADMIN_TOKEN,
  call,
  enrolled,
  someUuid,
  startCentral,
  type RunningCentral,
  type TestDevice,
} from './running-central.ts';

const by = (key: string) => ({ actor: { kind: 'user' as const, userId: demoId(`user/${key}`) } });
const wanted = (but: Record<string, unknown> = {}) => ({
  id: someUuid(),
  clientId: HARBOURLINE,
  locationId: RIVERSIDE,
  title: 'Two riggers',
  startsAt: '2026-03-12T06:00:00.000Z',
  endsAt: '2026-03-12T14:00:00.000Z',
  wanted: 2,
  status: 'submitted',
  ...but,
});
const submit = async (gate: TestDevice, order: ReturnType<typeof wanted>, user = 'contact') =>
  (await gate.push(gate.event('order.submitted', { order }, by(user))))[0];
const admin = (running: RunningCentral, path: string, json: object) =>
  call<{ id: string }>(running, `/v1/admin/${path}`, { token: ADMIN_TOKEN, json });
const orderAt = async (gate: TestDevice, id: string) => (await gate.copy()).cache.get(`order ${id}`)?.data;

describe('C2: orders', () => {
  test('one whose places are all taken is filled, with who, and open again when one is free', async () => {
    const running = await startCentral();
    const gate = await enrolled(running);
    const order = wanted();
    expect(await submit(gate, order)).toMatchObject({ status: 'accepted' });
    const place = (who: string) =>
      admin(running, 'placements', { orderId: order.id, workerId: workerIdOf(who) }).then(({ body }) => body.id);
    const first = await place('amara');
    expect(await orderAt(gate, order.id)).toMatchObject({ status: 'open' });
    await place('lucia');
    const { cache } = await gate.copy();
    expect(cache.get(`order ${order.id}`)?.data).toMatchObject({ status: 'filled' });
    expect(cache.get(`placement ${first}`)?.data).toMatchObject({
      workerName: 'Amara Okonkwo',
      startsAt: order.startsAt,
      status: 'placed',
    });
    await admin(running, `placements/${first}/status`, { status: 'cancelled' });
    expect(await orderAt(gate, order.id)).toMatchObject({ status: 'open' });
    await admin(running, `orders/${order.id}/status`, { status: 'cancelled' });
    expect(await orderAt(gate, order.id)).toMatchObject({ status: 'cancelled' });
  });

  test('is refused where it may not be, and is not there then', async () => {
    const gate = await enrolled(await startCentral());
    const cases: readonly [string, Record<string, unknown>, string, string][] = [
      ['for another client than the contact’s', { clientId: NORTHLIGHT }, 'contact', 'actor_not_allowed'],
      ['at a place that is not the contact’s', { locationId: EASTFIELD }, 'contact', 'actor_not_allowed'],
      ['for a client that is not of the place', { clientId: MERIDIAN }, 'supervisor', 'client_elsewhere'],
      ['that ends before it begins', { endsAt: '2026-03-12T05:00:00.000Z' }, 'contact', 'order_times'],
      ['by somebody at the gate', {}, 'desk', 'actor_not_allowed'],
    ];
    const answers: unknown[] = [];
    for (const [what, but, user] of cases) answers.push([what, (await submit(gate, wanted(but), user))?.code]);
    expect(answers).toEqual(cases.map(([what, , , code]) => [what, code]));
    expect([...(await gate.copy()).cache.values()].some(({ data }) => data?.['title'] === 'Two riggers')).toBe(false);
  });

  test('is refused with the section off for one client or for all, and taken when it is on again', async () => {
    const running = await startCentral();
    const gate = await enrolled(running);
    for (const off of [
      { clientId: HARBOURLINE, sections: { submitOrders: false } },
      { sections: { submitOrders: true, orders: false } },
    ]) {
      await admin(running, 'sections', off);
      expect(await submit(gate, wanted())).toMatchObject({ status: 'rejected', code: 'section_off' });
    }
    await admin(running, 'sections', { sections: { orders: true } });
    expect(await submit(gate, wanted())).toMatchObject({ status: 'accepted' });
  });

  test('what there is not is not found', async () => {
    const running = await startCentral();
    const statuses = await Promise.all([
      admin(running, 'placements', { orderId: 'none', workerId: workerIdOf('amara') }),
      admin(running, 'placements/none/status', { status: 'placed' }),
      admin(running, 'orders/none/status', { status: 'open' }),
      admin(running, 'sections', { clientId: 'none', sections: {} }),
    ]);
    expect(statuses.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  });

  test('C1: a place that nobody looks after together with this one hears nothing of it', async () => {
    const running = await startCentral();
    const [gate, depot] = [await enrolled(running), await enrolled(running, 2)];
    const order = wanted();
    await submit(gate, order);
    expect(await orderAt(depot, order.id)).toBeDefined();
    for (const both of ['supervisor', 'administrator'])
      await admin(running, `users/${demoId(`user/${both}`)}/status`, { status: 'inactive' });
    expect(await orderAt(depot, order.id)).toBeUndefined();
    expect(await orderAt(gate, order.id)).toBeDefined();
  });
});
