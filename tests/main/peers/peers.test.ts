import { describe, expect, test } from 'vitest';
import { checkIn, checkOut, START_MS } from '../fixtures.ts';
import { put } from '../site.ts';
import { place, twoGates } from './gates.ts';

const SOON = { timeout: 8000, interval: 20 };
const HOUR_MS = 3_600_000;

describe('G5: gates of one place, central being away', () => {
  test('find each other, and who comes in at one is inside at the other', async () => {
    const { main, goods } = twoGates();
    main.act(checkIn('anna'));
    await expect.poll(goods.inside, SOON).toEqual(['anna at North gate']);
    goods.act(checkIn('ben'));
    await expect.poll(main.inside, SOON).toEqual(['ben at Goods gate', 'anna'].toSorted());
  });

  test('in at one, out at the other: outside at both', async () => {
    const { main, goods } = twoGates();
    main.act(checkIn('anna'));
    await expect.poll(goods.inside, SOON).toHaveLength(1);
    goods.clock.advance(60_000);
    main.clock.advance(60_000);
    goods.act(checkOut('anna'));
    await expect.poll(main.inside, SOON).toEqual([]);
    expect(goods.inside()).toEqual([]);
  });

  test('a gate that starts later hears what happened before', async () => {
    const here = place();
    const [one, two] = [here.enrol(1), here.enrol(2)];
    const main = here.gate(one, { find: true });
    main.act(...Array.from({ length: 250 }, (_, n) => checkIn(`worker-${n}`)));
    const goods = here.gate(two, { find: true });
    await expect.poll(() => goods.inside().length, SOON).toBe(250);
    expect(goods.peers.view().peers).toMatchObject([
      { gateName: 'North gate', how: 'network', taken: 250, heardAtMs: START_MS },
    ]);
  });

  test('an address that somebody typed at one of the two is enough for both', async () => {
    const here = place();
    const [one, two] = [here.enrol(1), here.enrol(2)];
    const main = here.gate(one);
    await expect.poll(main.port, SOON).toBeGreaterThan(0);
    const goods = here.gate(two, { addresses: [`127.0.0.1:${main.port()}`] });
    main.act(checkIn('anna'));
    goods.act(checkIn('ben'));
    await expect.poll(() => [main.inside().length, goods.inside().length], SOON).toEqual([2, 2]);
    expect([main, goods].map(({ peers }) => peers.view().peers[0]?.how)).toEqual(['call', 'hand']);
  });

  test('what central told already is no second act', async () => {
    const { main, goods } = twoGates();
    const [eventId] = main.act(checkIn('anna'));
    const since = new Date(START_MS).toISOString();
    const where = { workerId: 'anna', locationId: 'location-1', gateId: 'gate-1', inside: true, since, eventId };
    goods.hear(put('presence', 'p', where));
    await expect.poll(() => goods.peers.view().peers[0]?.taken, SOON).toBe(1);
    expect(goods.inside()).toEqual(['anna at North gate']);
  });

  test('central’s word takes the place of the gate’s own once central has it and was heard since', async () => {
    const { main, goods } = twoGates();
    main.act(checkIn('anna'));
    await expect.poll(goods.inside, SOON).toHaveLength(1);
    main.delivery.remember({ settledTo: 1, setAside: [] });
    main.act(checkIn('ben'));
    await expect.poll(goods.inside, SOON).toHaveLength(2);
    goods.clock.advance(HOUR_MS);
    main.clock.advance(HOUR_MS);
    goods.hear(put('gate', 'gate-3', { name: 'River gate', locationId: 'location-1' }));
    main.act(checkIn('cleo'));
    // Central was heard and says nothing of Anna: it judged otherwise. Ben it does not have yet.
    await expect.poll(goods.inside, SOON).toEqual(['cleo at North gate', 'ben at North gate']);
  });

  test('a computer that was switched off and on goes on where it was', async () => {
    const { main, goods, gate } = twoGates();
    main.act(checkIn('anna'));
    await expect.poll(goods.inside, SOON).toHaveLength(1);
    goods.peers.stop();
    goods.db.close();
    main.act(checkIn('ben'));
    const again = gate(goods.identity, { find: true }, goods.home);
    expect(again.inside()).toEqual(['anna at North gate']);
    await expect.poll(again.inside, SOON).toHaveLength(2);
    expect(again.peers.view().peers[0]?.taken).toBe(2);
  });
});

describe('clocks', () => {
  test('that are hours apart do not keep gates apart, and the times are right', async () => {
    const { main, goods } = twoGates({ wrongMs: 5 * HOUR_MS }, { wrongMs: -2 * HOUR_MS });
    main.act(checkIn('anna'));
    await expect.poll(goods.inside, SOON).toEqual(['anna at North gate']);
    expect(goods.presence.of('anna')?.sinceMs).toBe(START_MS - 2 * HOUR_MS);
  });

  test('a gate that has not heard central since its start learns central’s time from the other', async () => {
    const { main, goods } = twoGates({ wrongMs: HOUR_MS, offsetMs: null });
    await expect.poll(main.clock.offsetMs, SOON).toBe(-HOUR_MS);
    main.act(checkIn('anna'));
    await expect.poll(() => goods.presence.of('anna')?.sinceMs, SOON).toBe(START_MS);
  });

  test('where neither has heard central, they agree which act was the later', async () => {
    const { main, goods } = twoGates({ wrongMs: 3 * HOUR_MS, offsetMs: null }, { offsetMs: null });
    main.act(checkIn('anna'));
    await expect.poll(goods.inside, SOON).toHaveLength(1);
    goods.clock.advance(60_000);
    main.clock.advance(60_000);
    goods.act(checkOut('anna'));
    expect(goods.inside()).toEqual([]);
    await expect.poll(main.inside, SOON).toEqual([]);
  });
});

describe('who listens', () => {
  test('nobody while switched off; and all goes when it is switched off', async () => {
    const { main, goods } = twoGates();
    await expect.poll(main.port, SOON).toBeGreaterThan(0);
    main.settings.enabled = false;
    main.peers.look();
    expect(main.peers.view()).toMatchObject({ state: 'off' });
    expect(main.port()).toBeNaN();
    goods.act(checkIn('ben'));
    await expect.poll(() => goods.peers.view().peers[0]?.trouble, SOON).toBe('silent');
    expect(main.inside()).toEqual([]);
  });

  test('nobody while central tells of no other gate’s key', () => {
    const here = place();
    const main = here.gate(here.enrol(1));
    expect(main.peers.view()).toMatchObject({ state: 'waiting', peers: [] });
    expect(main.port()).toBeNaN();
  });

  test('all gates are heard: the word between them is as fresh as the gate that was silent longest', async () => {
    const here = place();
    const [one, two, three] = [here.enrol(1), here.enrol(2), here.enrol(3)];
    const main = here.gate(one, { find: true });
    here.gate(two, { find: true });
    await expect
      .poll(() => main.peers.view().peers.map(({ heardAtMs }) => heardAtMs !== undefined), SOON)
      .toContain(true);
    expect(main.presence.gatesHeardAgoMs()).toBeUndefined();
    here.gate(three, { find: true });
    await expect.poll(main.presence.gatesHeardAgoMs, SOON).toBe(0);
  });
});
