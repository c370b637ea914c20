import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { judge } from '../../../core/decide/judge.ts';
import { ok } from '../../../core/result.ts';
import { createGather } from '../../../main/cache/dossier.ts';
import { withPasses } from '../../../main/passes/pass-cache.ts';
import { passRows, withHeardPasses } from '../../../main/passes/pass-rows.ts';
import { createPasses } from '../../../main/passes/passes.ts';
import { withHeardGrants } from '../../../main/peers/heard-grants.ts';
import { migrate, MIGRATIONS } from '../../../main/journal/migrations.ts';
import { openSqlite } from '../../../main/sqlite.ts';
import { grant, newHome } from '../fixtures.ts';
import { put } from '../site.ts';
import { twoGates, type TestGate } from './gates.ts';

const SOON = { timeout: 8000, interval: 20 };
const HOUR_MS = 3_600_000;
const CODE = 'B'.repeat(26);
const USER = { kind: 'user', userId: 'guard-1' } as const;

/** A gate as the program puts it together: what it heard counts like its own. */
function counting(gate: TestGate) {
  const { db, clock, store, presence } = gate;
  const journal = withHeardGrants(gate.journal, store.permits, clock);
  const cache = withPasses(gate.cache, withHeardPasses(passRows(db), store.permits));
  const { projections } = journal;
  const gather = createGather({ cache, projections, presence, locationId: 'location-1' });
  const show = (code: string): string => {
    const credential = ok({ kind: 'opaque', code } as const);
    const dossier = gather({ credential, laneDirection: 'in', nowMs: clock.nowMs() });
    return dossier ? judge(dossier, projections.overridesOf).code : 'no place';
  };
  const list = () =>
    createPasses({
      ...gate,
      cache,
      newId: () => 'new',
      append: gate.journal.append,
      actor: () => USER,
      policy: () => ({}) as never,
      locationId: 'location-1',
      isInside: () => false,
      randomBytes: () => new Uint8Array(16),
    })
      .list()
      .map(({ passId, name, state, isFromElsewhere }) => [passId, name, state, isFromElsewhere]);
  return { show, projections, list };
}

function issued({ clock }: TestGate) {
  const [validFrom, validUntil] = [0, 8].map((hours) => new Date(clock.nowMs() + hours * HOUR_MS).toISOString());
  const person = { firstName: 'Vera', lastName: 'Visit' };
  const data = { passId: 'pass-1', workerId: 'vera', badgeCode: CODE, person, fields: [], validFrom, validUntil };
  return { type: 'pass.issued', actor: USER, data } as never;
}
const ended = {
  type: 'pass.ended',
  actor: USER,
  data: { passId: 'pass-1', workerId: 'vera', why: 'returned' },
} as const;

describe('C6: a temporary pass, central being away', () => {
  test('made at one gate is good at the other, until either ends it, and is in its list by name', async () => {
    const { main, goods } = twoGates();
    const other = counting(goods);
    expect(other.show(CODE)).toBe('unknown_badge');
    main.act(issued(main));
    await expect.poll(() => other.show(CODE), SOON).toBe('welcome');
    expect(other.list()).toEqual([['pass-1', 'Vera Visit', 'good', true]]);
    goods.act(ended);
    await expect.poll(() => counting(main).show(CODE), SOON).toBe('badge_revoked');
    expect(other.show(CODE)).toBe('badge_revoked');
  });

  test('is no longer good when its time is over', async () => {
    const { main, goods } = twoGates();
    const other = counting(goods);
    main.act(issued(main));
    await expect.poll(() => other.show(CODE), SOON).toBe('welcome');
    goods.clock.advance(9 * HOUR_MS);
    expect(other.show(CODE)).toBe('badge_ended');
  });

  test('is as central says once central has it and was asked since', async () => {
    const { main, goods } = twoGates();
    const other = counting(goods);
    main.act(issued(main));
    await expect.poll(() => other.show(CODE), SOON).toBe('welcome');
    main.delivery.remember({ settledTo: main.journal.lastSeq(), setAside: [] });
    const settled = () => {
      for (const { clock } of [main, goods]) clock.advance(61_000);
      goods.hear(put('gate', 'gate-9', { name: 'New gate', locationId: 'location-1' }));
      main.peers.news();
      return other.show(CODE);
    };
    await expect.poll(settled, SOON).toBe('unknown_badge');
  });
});

describe('D6: a grant, central being away', () => {
  test('made at one gate is used up at the other at the same moment, by each gate’s own clock', async () => {
    const { main, goods } = twoGates({ wrongMs: 2 * HOUR_MS }, {});
    const { projections, show } = counting(goods);
    main.act(grant('anna', 'badge-a', new Date(main.clock.nowMs() + HOUR_MS).toISOString()));
    await expect.poll(() => projections.grantOf('anna', 'badge-a')?.grantedAtMs, SOON).toBe(goods.clock.nowMs());
    expect(projections.grantOf('anna', undefined)?.badgeId).toBe('badge-a');
    expect(show('CARD-1')).toBe('welcome');
    goods.clock.advance(HOUR_MS);
    expect(show('CARD-1')).toBe('grant_ended');
  });

  test('that was taken back at its gate counts nowhere', async () => {
    const { main, goods } = twoGates();
    const { projections } = counting(goods);
    const [grantId = ''] = main.act(grant('anna', 'badge-a'));
    await expect.poll(() => projections.grantOf('anna', 'badge-a')?.eventId, SOON).toBe(grantId);
    const undone = { eventId: 'x', what: 'checked_in', workerId: 'anna', reason: 'The other Anna', grantId };
    main.act({ type: 'act.undone', actor: USER, data: undone } as never);
    await expect.poll(() => projections.grantOf('anna', 'badge-a'), SOON).toBeUndefined();
  });

  test('what was heard goes with the people when central withdraws the gate', async () => {
    const { main, goods } = twoGates();
    const { projections, show } = counting(goods);
    main.act(grant('anna', 'badge-a'), issued(main));
    await expect.poll(() => show(CODE), SOON).toBe('welcome');
    goods.store.forget();
    expect([projections.grantOf('anna', 'badge-a'), show(CODE)]).toEqual([undefined, 'unknown_badge']);
  });
});

test('the migration to 180 keeps what other gates told, and has room for passes and grants', () => {
  const db = openSqlite(path.join(newHome(), 'journal.db'));
  migrate(db, MIGRATIONS, 170);
  db.exec(`insert into heard_act (id, device_id, gate_id, seq, type, worker_id, at_ms, inside)
    values ('e-1', 'device-2', 'gate-2', 1, 'presence.checked_in', 'anna', 5, 1)`);
  migrate(db, MIGRATIONS, 180);
  expect(db.prepare('select worker_id from heard_presence').pluck().all()).toEqual(['anna']);
  expect(db.prepare('select id from heard_permit').pluck().all()).toEqual([]);
});
