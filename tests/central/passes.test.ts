import { describe, expect, test } from 'vitest';
import { enrolled, startCentral, someUuid } from './running-central.ts';

const issued = (more: Record<string, unknown> = {}) => ({
  passId: someUuid(),
  workerId: someUuid(),
  badgeCode: 'C'.repeat(26),
  person: { firstName: 'Vera', lastName: 'Lindt' },
  fields: [{ id: 'host', label: 'Visiting', value: 'Ann Berg' }],
  validFrom: '2026-03-10T06:00:00.000Z',
  validUntil: '2026-03-10T18:00:00.000Z',
  ...more,
});

describe('issue 4, a temporary pass that a gate issued', () => {
  test('is known at the other gates of the place, and nowhere else', async () => {
    const running = await startCentral();
    const [main, goods, depot] = [await enrolled(running), await enrolled(running, 1), await enrolled(running, 2)];
    const pass = issued();
    expect(await main.push(main.event('pass.issued', pass))).toMatchObject([{ status: 'accepted' }]);
    const { cache } = await goods.copy();
    expect(cache.get(`worker ${pass.workerId}`)?.data).toMatchObject({ firstName: 'Vera', visitor: true });
    expect(cache.get(`badge ${pass.passId}`)?.data).toMatchObject({
      kind: 'opaque',
      code: pass.badgeCode,
      pass: { locationId: main.locationId },
    });
    const elsewhere = (await depot.copy()).cache;
    expect([elsewhere.has(`worker ${pass.workerId}`), elsewhere.has(`badge ${pass.passId}`)]).toEqual([false, false]);
  });

  test('ends everywhere when any gate of the place takes it back', async () => {
    const running = await startCentral();
    const [main, goods, depot] = [await enrolled(running), await enrolled(running, 1), await enrolled(running, 2)];
    const pass = issued();
    await main.push(main.event('pass.issued', pass));
    const end = { passId: pass.passId, workerId: pass.workerId, why: 'returned' };
    const revokedAt = async () => (await main.copy()).cache.get(`badge ${pass.passId}`)?.data?.['revokedAt'];
    await depot.push(depot.event('pass.ended', end));
    expect(await revokedAt()).toBeUndefined();
    await goods.push(goods.event('pass.ended', end));
    expect(await revokedAt()).toBe('2026-03-10T06:00:00.000Z');
  });

  test('puts its name on nobody who is known', async () => {
    const running = await startCentral();
    const main = await enrolled(running);
    const { cache } = await main.copy();
    const known = [...cache.values()].find(({ entity }) => entity === 'worker');
    await main.push(main.event('pass.issued', issued({ workerId: known?.id })));
    expect((await main.copy()).cache.get(`worker ${known?.id}`)?.data).toEqual(known?.data);
  });
});
