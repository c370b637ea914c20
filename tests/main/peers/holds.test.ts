import { expect, test } from 'vitest';
import { decide } from '../../../core/decide/decide.ts';
import { HEARD_FRESH_MS } from '../../../core/decide/checks/passback.ts';
import { ok } from '../../../core/result.ts';
import { createActivity } from '../../../main/activity/activity.ts';
import { createGather } from '../../../main/cache/dossier.ts';
import { createLeavers } from '../../../main/checkout/leavers.ts';
import { createElsewhere } from '../../../main/muster/elsewhere.ts';
import { createEmergency } from '../../../main/muster/emergency.ts';
import { createMuster } from '../../../main/muster/muster.ts';
import { checkIn, checkOut, refusal } from '../fixtures.ts';
import { put } from '../site.ts';
import { place, twoGates, type TestGate } from './gates.ts';

const SOON = { timeout: 8000, interval: 20 };
const HOUR_MS = 3_600_000;
const policy = (antiPassbackBetweenGates: 'same' | 'soft') =>
  put('policy', 'policy-1', { locationId: 'location-1', antiPassback: 'refuse', antiPassbackBetweenGates });

/** What the gate makes of Anna's card on the way in. */
function shown({ cache, journal, presence, clock }: TestGate) {
  const gather = createGather({ cache, projections: journal.projections, presence, locationId: 'location-1' });
  const credential = ok({ kind: 'opaque', code: 'CARD-1' } as const);
  const dossier = gather({ credential, laneDirection: 'in', nowMs: clock.nowMs() });
  if (!dossier) throw new Error('the place is not known');
  const { code, notes, facts } = decide(dossier);
  return [code, ...notes, facts.gateName];
}

test.each([
  ['same', ['inside_other_gate', 'North gate']],
  ['soft', ['welcome', 'passback_other_gate', 'North gate']],
] as const)('G5: in at one, in at the other with central long away, where the rule is %s', async (rule, answer) => {
  const here = place();
  const [one, two] = [here.enrol(1), here.enrol(2)];
  const [main, goods] = [here.gate(one, { find: true }), here.gate(two, { find: true })];
  goods.hear(policy(rule), { entity: 'gate', id: 'gate-3', rev: 2, op: 'delete' });
  for (const { clock } of [main, goods]) clock.advance(HOUR_MS);
  main.act(checkIn('anna'));
  await expect.poll(() => shown(goods), SOON).toEqual(answer);
});

test('G5: a gate that was silent for too long makes the rule a warning again', async () => {
  const { main, goods } = twoGates();
  goods.hear(policy('same'), { entity: 'gate', id: 'gate-3', rev: 2, op: 'delete' });
  main.act(checkIn('anna'));
  await expect.poll(() => shown(goods), SOON).toEqual(['inside_other_gate', 'North gate']);
  main.peers.stop();
  goods.clock.advance(HEARD_FRESH_MS + HOUR_MS);
  expect(shown(goods)).toEqual(['welcome', 'passback_other_gate', 'North gate']);
});

test('G8: a roll call that runs hears who came in and went out at the other gate', async () => {
  const { main, goods } = twoGates();
  const actor = () => ({ kind: 'user' }) as const;
  const muster = createMuster({ ...goods, append: goods.journal.append, actor });
  const states = () => muster.page(undefined).roll?.rows.map(({ workerId, state }) => `${workerId} ${state}`);
  main.act(checkIn('anna'));
  await expect.poll(goods.inside, SOON).toHaveLength(1);
  expect(muster.start('drill')).toBeNull();
  expect(states()).toEqual(['anna unmarked']);
  for (const { clock } of [main, goods]) clock.advance(60_000);
  main.act(checkOut('anna'), checkIn('ben'));
  await expect.poll(() => states()?.toSorted(), SOON).toEqual(['anna out', 'ben unmarked']);
});

test('G8: a live roll call at one is an emergency at the other with central away, until it is over', async () => {
  const { main, goods } = twoGates();
  const isEmergency = createEmergency(goods.db, createElsewhere(goods));
  const [rollId = ''] = main.act({
    type: 'muster.started',
    actor: { kind: 'system' },
    data: { kind: 'live', insideCount: 0, listed: [] },
  });
  await expect.poll(isEmergency, SOON).toBe(true);
  main.clock.advance(1000);
  main.act({
    type: 'muster.ended',
    actor: { kind: 'system' },
    data: { musterId: rollId, accounted: 0, missing: 0, unmarked: 0, tookMs: 1000 },
  });
  await expect.poll(isEmergency, SOON).toBe(false);
});

test('C1: the other gate’s acts are in Activity and its people can be checked out, until central tells the same', async () => {
  const { main, goods } = twoGates();
  const ground = { ...goods, actor: () => ({ kind: 'user' as const }), isDelivered: () => false };
  const activity = createActivity(ground as never, createLeavers(goods));
  const acts = async (status?: 'checked_in') =>
    (await activity.listActs({ query: '', offset: 0, limit: 50, ...(status ? { status } : {}) })).rows.map(
      ({ type, gateName }) => `${type} ${gateName}`,
    );
  expect([await acts(), await acts('checked_in')]).toEqual([[], []]);
  const [, eventId = ''] = main.act(refusal(), checkIn('anna'));
  await expect.poll(() => acts('checked_in'), SOON).toEqual(['presence.checked_in North gate']);
  const both = ['access.refused North gate', 'presence.checked_in North gate'];
  expect((await acts()).toSorted()).toEqual(both);
  const told = { type: 'presence.checked_in', workerId: 'anna', locationId: 'location-1', gateId: 'gate-1' };
  goods.hear(put('activity', eventId, { ...told, occurredAt: new Date(goods.clock.nowMs()).toISOString() }));
  expect((await acts()).toSorted()).toEqual(both);
});
