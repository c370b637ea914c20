import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { badgeIdOf } from '../../central/demo/cases.ts';
import { workerIdOf } from '../../central/demo/people.ts';
import { demoId } from '../../central/demo/id.ts';
import { takeEvents } from '../../central/sync/intake.ts';
import { sealEvent } from '../../core/event/chain.ts';
import type { EventEnvelope } from '../../core/event/event.ts';
import { ADMIN_TOKEN, call, enrolled, eventsAt, sha256, someUuid, startCentral, START_MS } from './running-central.ts';

const AMARA = workerIdOf('amara');
const iso = (minutes: number) => new Date(START_MS + minutes * 60_000).toISOString();

describe('exactly once', () => {
  test('what is sent once is taken once, in the order of the journal, with the time it arrived', async () => {
    const running = await startCentral();
    const device = await enrolled(running);
    const events = [device.checkIn(AMARA, { occurredAt: iso(-60) }), device.checkOut(AMARA, { occurredAt: iso(-5) })];
    expect(await device.push(...events)).toEqual(events.map(({ id }) => ({ id, status: 'accepted' })));
    const kept = await eventsAt(running, device.deviceId);
    expect(kept).toMatchObject(events.map((event) => ({ ...event, status: 'accepted', receivedAt: iso(0) })));
  });

  test('the same batch again after a lost answer is all duplicates and changes nothing', async () => {
    const running = await startCentral();
    const device = await enrolled(running);
    const batch = [device.checkIn(AMARA), device.checkOut(AMARA)];
    await device.push(...batch);
    const before = await eventsAt(running, device.deviceId);
    expect((await device.push(...batch)).map(({ status }) => status)).toEqual(['duplicate', 'duplicate']);
    expect(await eventsAt(running, device.deviceId)).toEqual(before);
  });

  test('a duplicate of a flagged event says again how it was flagged', async () => {
    const device = await enrolled(await startCentral());
    device.checkIn(AMARA);
    const second = device.checkOut(AMARA);
    expect(await device.push(second)).toMatchObject([{ status: 'flagged', code: 'chain_gap' }]);
    expect(await device.push(second)).toMatchObject([{ status: 'duplicate', code: 'chain_gap' }]);
  });

  test('the same event twice in one batch is taken once', async () => {
    const device = await enrolled(await startCentral());
    const event = device.checkIn(AMARA);
    expect((await device.push(event, event)).map(({ status }) => status)).toEqual(['accepted', 'duplicate']);
  });

  test('however batches overlap and repeat, each event is kept once', async () => {
    const running = await startCentral();
    const device = await enrolled(running);
    const journal = Array.from({ length: 12 }, () => device.event('device.stopped', { reason: 'test' }));
    const slices = fc.array(fc.tuple(fc.nat(11), fc.integer({ min: 1, max: 12 })), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(slices, async (resent) => {
        for (const [from, count] of resent) await device.push(...journal.slice(from, from + count));
        await device.push(...journal);
        expect((await eventsAt(running, device.deviceId)).map(({ id }) => id)).toEqual(journal.map(({ id }) => id));
      }),
      { numRuns: 8 },
    );
  });

  test('two pushes of the same batch at the same time take each event once', async () => {
    const running = await startCentral();
    const device = await enrolled(running);
    const batch = Array.from({ length: 30 }, () => device.event('device.stopped', { reason: 'test' }));
    const answers = (await Promise.all([device.push(...batch), device.push(...batch)])).flat();
    expect(answers.filter(({ status }) => status === 'accepted')).toHaveLength(30);
    expect(answers.filter(({ status }) => status === 'duplicate')).toHaveLength(30);
  });

  test('a batch that breaks before its commit leaves nothing behind, and goes through when sent again', async () => {
    const running = await startCentral();
    const device = await enrolled(running);
    const batch = [device.checkIn(AMARA), device.checkOut(AMARA)];
    const { store } = running.central;
    const cut = store.write(async (rows) => {
      const itself = await rows.devices.device(device.deviceId);
      if (itself) await takeEvents(rows, itself, batch, { sha256, nowMs: START_MS });
      throw new Error('the power went');
    });
    await expect(cut).rejects.toThrow('the power went');
    expect(await eventsAt(running, device.deviceId)).toEqual([]);
    expect((await device.push(...batch)).map(({ status }) => status)).toEqual(['accepted', 'accepted']);
  });

  test('what was accepted is there after a restart on the same folder', async () => {
    const first = await startCentral();
    const device = await enrolled(first);
    const event = device.checkIn(AMARA);
    await device.push(event);
    await first.stop();
    const second = await startCentral({ directory: first.directory });
    expect((await eventsAt(second, device.deviceId)).map(({ id }) => id)).toEqual([event.id]);
  });

  test('a gzipped push is taken like a plain one', async () => {
    const running = await startCentral();
    const device = await enrolled(running);
    const body = gzipSync(JSON.stringify({ events: [device.checkIn(AMARA)] }));
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    const answer = await call(running, '/v1/sync/events', { method: 'POST', token: device.token, headers, body });
    expect(answer.body).toMatchObject({ results: [{ status: 'accepted' }], serverTime: iso(0) });
  });
});

describe('what is set aside', () => {
  const reseal = (event: EventEnvelope, but: Record<string, unknown>) => sealEvent({ ...event, ...but }, sha256);

  test.each<[string, string, (event: EventEnvelope) => unknown]>([
    ['not an object', 'malformed', () => 42],
    ['null', 'malformed', () => null],
    ['an id that is no UUIDv7', 'malformed', (event) => reseal(event, { id: 'x' })],
    ['a time without milliseconds', 'malformed', (event) => reseal(event, { occurredAt: '2026-03-10T06:00:00Z' })],
    ['data that do not fit a known type', 'malformed', (event) => reseal(event, { data: { workerId: AMARA } })],
    ['another device', 'not_yours', (event) => reseal(event, { deviceId: someUuid() })],
    ['another gate', 'not_yours', (event) => reseal(event, { gateId: demoId('gate/riverside-goods') })],
    ['another location', 'not_yours', (event) => reseal(event, { locationId: demoId('location/eastfield') })],
    ['edited data', 'hash_mismatch', (event) => ({ ...event, data: { ...event.data, workerId: someUuid() } })],
    ['an added field', 'hash_mismatch', (event) => ({ ...event, forgotten: true })],
    ['half a character', 'malformed', (event) => ({ ...event, data: { ...event.data, note: '\ud800' } })],
    [
      'an account that is no longer active',
      'actor_not_allowed',
      (event) => reseal(event, { actor: { kind: 'user', userId: demoId('user/left') } }),
    ],
    [
      'an account of another location',
      'actor_not_allowed',
      (event) => reseal(event, { actor: { kind: 'user', userId: demoId('user/depot') } }),
    ],
  ])('%s is rejected as %s, kept in quarantine, and holds up nothing else', async (_what, code, spoil) => {
    const running = await startCentral();
    const device = await enrolled(running);
    const before = device.event('device.stopped', { reason: 'test' });
    const spoilt = spoil(device.checkIn(AMARA));
    const after = device.event('device.stopped', { reason: 'test' });
    const results = await device.push(before, spoilt, after);
    expect(results[0]).toMatchObject({ status: 'accepted' });
    expect(results[1]).toMatchObject({ status: 'rejected', code });
    expect(results[2]?.status).not.toBe('rejected');
    const kept = await eventsAt(running, device.deviceId);
    expect(kept.map(({ id }) => id)).toEqual([before.id, after.id]);
    const quarantine = await call(running, `/v1/admin/quarantine?deviceId=${device.deviceId}`, { token: ADMIN_TOKEN });
    expect(quarantine.body).toMatchObject({ rejected: [{ code, sent: spoilt }] });
  });

  test('the same id with other content is rejected with id_reused and the first stays', async () => {
    const running = await startCentral();
    const device = await enrolled(running);
    const event = device.checkIn(AMARA);
    await device.push(event);
    const other = reseal(event, { data: { ...event.data, notes: ['data_stale'] } });
    expect(await device.push(other)).toMatchObject([{ id: event.id, status: 'rejected', code: 'id_reused' }]);
    expect(await eventsAt(running, device.deviceId)).toMatchObject([{ hash: event.hash }]);
  });

  test('the same seq under another id is rejected with seq_reused', async () => {
    const device = await enrolled(await startCentral());
    const event = device.checkIn(AMARA);
    await device.push(event);
    const other = reseal(event, { id: '0195d2a0-0000-7000-8000-000000000001' });
    expect(await device.push(other)).toMatchObject([{ status: 'rejected', code: 'seq_reused' }]);
  });

  test('a rejected value that is sent again is in quarantine once', async () => {
    const running = await startCentral();
    const device = await enrolled(running);
    await device.push(42);
    await device.push(42);
    const quarantine = await call(running, `/v1/admin/quarantine?deviceId=${device.deviceId}`, { token: ADMIN_TOKEN });
    expect(quarantine.body['rejected']).toHaveLength(1);
  });

  test('the event after a rejected one still links to it and is not flagged', async () => {
    const device = await enrolled(await startCentral());
    const spoilt = device.event('presence.checked_in', { workerId: AMARA });
    const after = device.checkIn(AMARA);
    expect((await device.push(spoilt, after)).map(({ status }) => status)).toEqual(['rejected', 'accepted']);
  });

  test('nothing that comes as an event makes a push fail', async () => {
    const device = await enrolled(await startCentral());
    await fc.assert(
      fc.asyncProperty(fc.array(fc.jsonValue(), { minLength: 1, maxLength: 20 }), async (values) => {
        expect((await device.push(...values)).map(({ status }) => status)).toEqual(values.map(() => 'rejected'));
      }),
      { numRuns: 30 },
    );
  });
});

describe('what is recorded but flagged', () => {
  test('a missing seq', async () => {
    const device = await enrolled(await startCentral());
    const [first, , third] = [device.checkIn(AMARA), device.checkOut(AMARA), device.checkIn(AMARA)];
    const results = await device.push(first, third);
    expect(results).toMatchObject([{ status: 'accepted' }, { status: 'flagged', code: 'chain_gap' }]);
  });

  test('a link to something that was never sent', async () => {
    const device = await enrolled(await startCentral());
    await device.push(device.checkIn(AMARA));
    const cut = device.checkOut(AMARA, { prevHash: 'f'.repeat(64) });
    expect(await device.push(cut)).toMatchObject([{ status: 'flagged', code: 'chain_gap' }]);
  });

  test('a late arrival that fills a gap is accepted', async () => {
    const device = await enrolled(await startCentral());
    const [first, second, third] = [device.checkIn(AMARA), device.checkOut(AMARA), device.checkIn(AMARA)];
    await device.push(first, third);
    expect(await device.push(second)).toMatchObject([{ status: 'accepted' }]);
  });

  test('coming in with a badge that had been revoked by then, by central’s clock', async () => {
    const running = await startCentral();
    const device = await enrolled(running);
    const badgeId = badgeIdOf('good');
    await call(running, `/v1/admin/badges/${badgeId}/revoke`, { method: 'POST', token: ADMIN_TOKEN });
    const before = device.checkIn(AMARA, { badgeId, occurredAt: iso(-1) });
    const out = device.checkOut(AMARA, { occurredAt: iso(0) });
    const slowClock = device.checkIn(AMARA, { badgeId, occurredAt: iso(-1), clockOffsetMs: 120_000 });
    const results = await device.push(before, out, slowClock);
    expect(results).toMatchObject([
      { status: 'accepted' },
      { status: 'accepted' },
      { status: 'flagged', code: 'revoked_meanwhile' },
    ]);
  });

  test.each([
    ['the earlier one first', [0, 1]],
    ['the later one first', [1, 0]],
  ])('the same person in at two gates that were both offline, %s to arrive', async (_order, order) => {
    const running = await startCentral();
    const devices = [await enrolled(running, 0), await enrolled(running, 1)];
    const pushes = [
      () => devices[0]?.push(devices[0].checkIn(AMARA, { occurredAt: iso(-30) })),
      () => devices[1]?.push(devices[1].checkIn(AMARA, { occurredAt: iso(-10) })),
    ];
    expect(await pushes[order[0] ?? 0]?.()).toMatchObject([{ status: 'accepted' }]);
    expect(await pushes[order[1] ?? 0]?.()).toMatchObject([{ status: 'flagged', code: 'inside_elsewhere' }]);
  });

  test('in at one gate, out, and in at another is nothing to flag', async () => {
    const running = await startCentral();
    const [one, other] = [await enrolled(running, 0), await enrolled(running, 1)];
    await one.push(one.checkIn(AMARA, { occurredAt: iso(-30) }), one.checkOut(AMARA, { occurredAt: iso(-20) }));
    expect(await other.push(other.checkIn(AMARA, { occurredAt: iso(-10) }))).toMatchObject([{ status: 'accepted' }]);
  });
});

describe('what is kept without being understood', () => {
  test('an event of an unknown type, with unknown fields, comes back as it was sent', async () => {
    const running = await startCentral();
    const device = await enrolled(running);
    const event = device.event('weather.noted', { drill: true }, { weather: 'fog' } as object);
    expect(await device.push(event)).toMatchObject([{ status: 'accepted' }]);
    expect(await eventsAt(running, device.deviceId)).toMatchObject([{ ...event, weather: 'fog' }]);
  });
});

describe('presence', () => {
  const presence = async (device: Awaited<ReturnType<typeof enrolled>>) =>
    [...(await device.copy()).cache.values()].filter(({ entity }) => entity === 'presence').map(({ data }) => data);

  test('the location’s other gates are told who is inside', async () => {
    const running = await startCentral();
    const [one, other] = [await enrolled(running, 0), await enrolled(running, 1)];
    await one.push(one.checkIn(AMARA));
    expect(await presence(other)).toMatchObject([{ workerId: AMARA, gateId: one.gateId, inside: true, since: iso(0) }]);
  });

  test('follows corrected time, not the order of arrival', async () => {
    const running = await startCentral();
    const [one, other] = [await enrolled(running, 0), await enrolled(running, 1)];
    await other.push(other.checkOut(AMARA, { occurredAt: iso(-10) }));
    await one.push(one.checkIn(AMARA, { occurredAt: iso(-60) }));
    expect(await presence(one)).toMatchObject([{ inside: false, since: iso(-10) }]);
  });

  test('a clock that runs an hour behind is put right by its offset', async () => {
    const running = await startCentral();
    const [one, other] = [await enrolled(running, 0), await enrolled(running, 1)];
    await one.push(one.checkIn(AMARA, { occurredAt: iso(-30) }));
    await other.push(other.checkOut(AMARA, { occurredAt: iso(-70), clockOffsetMs: 3_600_000 }));
    expect(await presence(one)).toMatchObject([{ inside: false, since: iso(-10) }]);
  });

  test('two acts at the same moment are ordered by id', async () => {
    const running = await startCentral();
    const device = await enrolled(running);
    const later = device.checkOut(AMARA, { id: '0195d2a0-0000-7000-8000-000000000002' });
    const sooner = device.checkIn(AMARA, { id: '0195d2a0-0000-7000-8000-000000000001' });
    await device.push(later, sooner);
    expect(await presence(device)).toMatchObject([{ inside: false }]);
  });
});
