import { describe, expect, test } from 'vitest';
import type { EventResult } from '../../core/sync/wire.ts';
import { createCache } from '../../main/cache/cache.ts';
import { compareProjections } from '../../main/journal/verify.ts';
import { createDelivery } from '../../main/sync/delivery.ts';
import { createTray } from '../../main/tray/tray.ts';
import { createSitePresence } from '../../main/presence/site-presence.ts';
import { checkIn, checkOut, grant, IDENTITY, newHome, openTestStore, refusal, START_MS } from './fixtures.ts';
import { put, SITE } from './site.ts';

const MORE = [
  put('gate', 'gate-2', { name: 'South gate', locationId: 'location-1' }),
  put('user', 'moira', { name: 'Moira Tennant', role: 'gate_staff', status: 'active', locationIds: ['location-1'] }),
];
const ELSEWHERE = 'checked in at gate gate-2 at 2026-03-02T05:30:00.000Z';

function desk() {
  const { db, journal, clock } = openTestStore(newHome());
  const cache = createCache(db);
  cache.apply([...SITE, ...MORE], 'c1', true, START_MS);
  const delivery = createDelivery(db);
  const actor = () => ({ kind: 'user', userId: 'moira' }) as const;
  const presence = createSitePresence({ db, cache, journal, clock, identity: IDENTITY });
  const tray = createTray({ db, cache, presence, clock, append: journal.append, actor, delivery });
  /** Central's answer to the event of this number. */
  const answer = (seq: number, result: Omit<EventResult, 'id'>) =>
    delivery.note(seq, [{ id: 'x', ...result }], START_MS + 60_000);
  const open = () => tray.page('open').cards;
  const clear = (outcome: 'inside' | 'left' | 'other_person' | 'seen', card = open()[0]!) =>
    tray.clear({ eventId: card.eventId, seq: card.seq, outcome, reason: 'Looked' });
  return { db, cache, journal, clock, delivery, tray, answer, open, clear };
}

function doubled() {
  const at = desk();
  at.journal.append([checkIn('anna')]);
  at.answer(1, { status: 'flagged', code: 'inside_elsewhere', detail: ELSEWHERE });
  return at;
}

describe('a card of the tray (DESIGN 5)', () => {
  test('says who, where, when by both clocks, and where else', () => {
    const at = desk();
    at.clock.learnOffset('2026-03-02T06:00:30.000Z', START_MS, START_MS);
    at.journal.append([checkIn('anna')]);
    at.answer(1, { status: 'flagged', code: 'inside_elsewhere', detail: ELSEWHERE });
    expect(at.open()).toMatchObject([
      {
        seq: 1,
        status: 'flagged',
        code: 'inside_elsewhere',
        name: 'Anna Kowalska',
        contractorName: 'Steelfix',
        gateName: 'North gate',
        deviceAtMs: START_MS,
        centralAtMs: START_MS + 30_000,
        toldAtMs: START_MS + 60_000,
        elsewhere: { gateName: 'South gate', atMs: START_MS - 1_800_000 },
        isInside: true,
        outcomes: ['inside', 'left', 'other_person', 'seen'],
      },
    ]);
  });

  test('stands for what central sent back and for what it stumbles over, newest first', () => {
    const { journal, answer, delivery, open, tray } = desk();
    journal.append([checkIn('anna'), refusal(), checkOut('anna')]);
    answer(1, { status: 'rejected', code: 'actor_not_allowed', detail: 'the account is not active' });
    delivery.remember({ settledTo: 3, setAside: [2] });
    expect(open().map(({ seq, status }) => [seq, status])).toEqual([
      [2, 'set_aside'],
      [1, 'rejected'],
    ]);
    expect(tray.counts()).toEqual({ flagged: 0, setAside: 2 });
  });

  test('stands once for a badge: the grant that was made with the coming in has none of its own', () => {
    const { journal, answer, clear, open, tray } = desk();
    journal.append([grant('anna', 'badge-a'), checkIn('anna')]);
    for (const seq of [1, 2]) answer(seq, { status: 'flagged', code: 'revoked_meanwhile' });
    expect(open().map(({ seq }) => seq)).toEqual([2]);
    expect(tray.counts()).toEqual({ flagged: 1, setAside: 0 });
    clear('inside');
    expect([open(), tray.counts().flagged]).toEqual([[], 0]);
  });

  test('goes when central takes the act after all', () => {
    const { journal, delivery, open } = desk();
    journal.append([refusal()]);
    delivery.remember({ settledTo: 1, setAside: [1] });
    delivery.remember({ settledTo: 1, setAside: [] });
    expect(open()).toEqual([]);
  });
});

describe('clearing a card', () => {
  test('is an act by the user of the desk, and stays on record', () => {
    const { clear, journal, open, tray } = doubled();
    expect(clear('inside')).toBeNull();
    expect(open()).toEqual([]);
    expect(tray.counts()).toEqual({ flagged: 0, setAside: 0 });
    expect(tray.page('cleared')).toMatchObject({
      total: 1,
      cards: [
        { seq: 1, name: 'Anna Kowalska', cleared: { outcome: 'inside', reason: 'Looked', byName: 'Moira Tennant' } },
      ],
    });
    expect([...journal.all()].map(({ type, actor }) => [type, actor])).toEqual([
      ['presence.checked_in', { kind: 'worker' }],
      ['tray.cleared', { kind: 'user', userId: 'moira' }],
    ]);
  });

  test('with "has left" checks the person out in the same breath', () => {
    const { clear, db, journal } = doubled();
    expect(clear('left')).toBeNull();
    expect(journal.projections.presenceOf('anna')).toMatchObject({ inside: false });
    expect(compareProjections(db, journal.all())).toEqual([]);
  });

  test('of somebody whom another gate let in since, and who has left, checks them out here (G5)', () => {
    const { journal, cache, answer, open, clear } = desk();
    journal.append([checkIn('anna'), checkOut('anna')]);
    answer(1, { status: 'flagged', code: 'inside_elsewhere', detail: ELSEWHERE });
    const since = new Date(START_MS + 60_000).toISOString();
    const there = { workerId: 'anna', locationId: 'location-1', gateId: 'gate-2', inside: true, since };
    cache.apply([put('presence', 'p-anna', there)], 'c2', true, START_MS);
    expect(open()[0]?.isInside).toBe(true);
    expect(clear('left')).toBeNull();
    expect([...journal.all()].at(-1)).toMatchObject({ type: 'presence.checked_out', data: { workerId: 'anna' } });
  });

  test('happens once, and only with an answer that was offered', () => {
    const { clear, journal, open } = doubled();
    journal.append([checkOut('anna')]);
    const [card] = open();
    expect(clear('left', card)).toBe('gone');
    expect(clear('seen', card)).toBeNull();
    expect(clear('seen', card)).toBe('gone');
    expect(journal.lastSeq()).toBe(3);
  });
});
