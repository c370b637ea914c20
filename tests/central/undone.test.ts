import { describe, expect, test } from 'vitest';
import { workerIdOf } from '../../central/demo/people.ts';
import type { EventEnvelope } from '../../core/event/event.ts';
import { enrolled, eventsAt, startCentral, START_MS } from './running-central.ts';

const AMARA = workerIdOf('amara');
const iso = (minutes: number) => new Date(START_MS + minutes * 60_000).toISOString();

describe('presence after an undoing (G6)', () => {
  const presence = async (device: Awaited<ReturnType<typeof enrolled>>) =>
    [...(await device.copy()).cache.values()].filter(({ entity }) => entity === 'presence').map(({ data }) => data);
  const undone = (device: Awaited<ReturnType<typeof enrolled>>, act: EventEnvelope) =>
    device.event('act.undone', { eventId: act.id, what: 'checked_in', workerId: AMARA, reason: '' });

  test('an act that was undone counts no more: what was before it holds again', async () => {
    const running = await startCentral();
    const [one, other] = [await enrolled(running, 0), await enrolled(running, 1)];
    await one.push(one.checkOut(AMARA, { occurredAt: iso(-60) }));
    const act = one.checkIn(AMARA, { occurredAt: iso(-5) });
    await one.push(act, undone(one, act));
    expect(await presence(other)).toMatchObject([{ inside: false, since: iso(-60) }]);
    const twice = await other.push(other.checkIn(AMARA));
    expect(twice).toMatchObject([{ status: 'accepted' }]);
  });

  test('the only act, undone, leaves nobody anywhere', async () => {
    const running = await startCentral();
    const [one, other] = [await enrolled(running, 0), await enrolled(running, 1)];
    const act = one.checkIn(AMARA);
    await one.push(act, undone(one, act));
    expect(await presence(other)).toEqual([]);
    expect(await eventsAt(running, one.deviceId)).toHaveLength(2);
  });

  test('no gate undoes what another did', async () => {
    const running = await startCentral();
    const [one, other] = [await enrolled(running, 0), await enrolled(running, 1)];
    const act = one.checkIn(AMARA);
    await one.push(act);
    await other.push(undone(other, act));
    expect(await presence(other)).toMatchObject([{ inside: true }]);
  });

  test('an act that was taken back before it arrived is no double entry for anybody', async () => {
    const running = await startCentral();
    const [one, other] = [await enrolled(running, 0), await enrolled(running, 1)];
    const act = one.checkIn(AMARA, { occurredAt: iso(-5) });
    await one.push(undone(one, act));
    await one.push(act);
    expect(await other.push(other.checkIn(AMARA))).toMatchObject([{ status: 'accepted' }]);
  });
});
