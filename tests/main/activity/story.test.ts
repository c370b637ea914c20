import { expect, test } from 'vitest';
import { createActivity } from '../../../main/activity/activity.ts';
import { createLeavers } from '../../../main/checkout/leavers.ts';
import { checkoutDesk } from '../checkout/checkout-desk.ts';
import { checkIn, refusal, START_MS } from '../fixtures.ts';
import { put } from '../site.ts';

const told = (id: string, locationId: string) =>
  put('activity', id, {
    type: 'presence.checked_in',
    workerId: 'anna',
    locationId,
    gateId: 'gate-9',
    occurredAt: new Date(START_MS).toISOString(),
    code: 'welcome',
  });

function site() {
  const all = checkoutDesk([told('told-1', 'location-2'), told('told-2', 'location-3')]);
  const activity = createActivity(all.ground, createLeavers(all.ground));
  const append = (...facts: Parameters<typeof all.journal.append>[0]) => {
    const written = all.journal.append(facts);
    if (!written.ok) throw new Error(written.fault);
    return written.value;
  };
  return { ...all, append, story: activity.getActStory };
}
const USER = { kind: 'user', userId: 'user-1' } as const;

test('B4: an act’s story has its place in a chain that holds, both clocks, and what the door and staff did', () => {
  const { append, story } = site();
  const [act] = append(checkIn('anna'));
  if (!act) throw new Error('nothing was written');
  const { id: eventId, seq } = act;
  append(
    {
      type: 'door.opened',
      actor: { kind: 'system' },
      data: { doorId: 'door-1', causeId: eventId, confirmation: 'verified', pulseMs: 500 },
    },
    { type: 'act.undone', actor: USER, data: { eventId, what: 'checked_in', workerId: 'anna', reason: 'Wrong badge' } },
    { type: 'tray.cleared', actor: USER, data: { eventId, seq, outcome: 'left', workerId: 'anna', reason: 'Seen go' } },
  );
  const known = story({ eventId, seq });
  expect(known).toMatchObject({ act: { eventId }, central: { state: 'waiting' }, chain: { seq, hash: act.hash } });
  expect(known?.chain?.holds).toBe(true);
  expect(known?.later.map(({ type, byName, reason }) => [type, byName, reason])).toEqual([
    ['door.opened', undefined, undefined],
    ['act.undone', 'R. Whitfield', 'Wrong badge'],
    ['tray.cleared', 'R. Whitfield', 'Seen go'],
  ]);
});

test('B4: what central said of an act is in its story', () => {
  const { append, story, ground } = site();
  const [act] = append(checkIn('anna'));
  ground.delivery.note(1, [{ seq: 1, id: act?.id ?? '', status: 'flagged', code: 'too_early' }] as never, START_MS);
  expect(story({ eventId: act?.id ?? '', seq: 1 })?.central).toEqual({
    state: 'flagged',
    code: 'too_early',
    atMs: START_MS,
  });
});

test('an act whose record was changed has a chain that does not hold', () => {
  const { append, story, db } = site();
  const [first, second] = append(checkIn('anna'), refusal('too_early'));
  db.exec('drop trigger event_is_not_edited');
  db.prepare(`update event set body = replace(body, 'too_early', 'unknown_badge') where seq = 2`).run();
  expect(story({ eventId: first?.id ?? '', seq: 1 })?.chain?.holds).toBe(true);
  expect(story({ eventId: second?.id ?? '', seq: 2 })?.chain?.holds).toBe(false);
});

test('C1: an act of another place has its story as far as it is known, and none where the user may not look', () => {
  const { story } = site();
  const ask = (eventId: string) => story({ eventId, seq: 0, workerId: 'anna' });
  expect(ask('told-1')).toMatchObject({ chain: null, central: { state: 'told' }, centralAtMs: START_MS });
  expect([ask('told-2'), ask('nobody')]).toEqual([null, null]);
});

test('B4: somebody who is inside has the story of the coming in', async () => {
  const { append, ground, story } = site();
  const [act] = append(checkIn('anna'));
  const activity = createActivity(ground, createLeavers(ground));
  const { rows } = await activity.listActs({ query: '', status: 'checked_in', offset: 0, limit: 10 });
  const [row] = rows;
  expect(story({ eventId: row?.eventId ?? '', seq: row?.seq ?? 0, workerId: 'anna' })?.chain?.seq).toBe(act?.seq);
});
