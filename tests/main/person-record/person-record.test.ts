import { expect, test } from 'vitest';
import { createCache } from '../../../main/cache/cache.ts';
import { personRecord } from '../../../main/person-record/person-record.ts';
import { checkIn, checkOut, IDENTITY, newHome, openTestStore, START_MS } from '../fixtures.ts';
import { put, SITE } from '../site.ts';

async function record(
  workerId: string,
  store = openTestStore(newHome()),
): Promise<Record<string, unknown> | undefined> {
  const { db, journal, clock } = store;
  const cache = createCache(db);
  const badge = put('badge', 'own', { kind: 'opaque', workerId: 'anna', code: 'OPENS-DOORS' });
  const carl = put('worker', 'carl', { firstName: 'Carl', lastName: 'Otto' });
  cache.apply([...SITE, badge, carl], 'c1', true, START_MS);
  journal.append([checkIn('anna'), checkIn('ben'), checkOut('anna')]);
  const identity = { ...IDENTITY, centralUrl: 'https://central.example/', deviceToken: 't' };
  const pieces = personRecord(
    { db, cache, clock, identity, append: journal.append, actor: () => ({ kind: 'user', userId: 'olu' }) },
    workerId,
  );
  if (!pieces) return undefined;
  let text = '';
  for await (const piece of pieces) text += piece;
  return JSON.parse(text) as Record<string, unknown>;
}

test('all that the gate holds of one person, and of nobody else', async () => {
  const held = await record('anna');
  expect(held?.['worker']).toMatchObject({ id: 'anna' });
  const acts = held?.['acts'] as { type: string; data: { workerId: string } }[];
  expect(acts.map(({ type }) => type)).toEqual(['presence.checked_in', 'presence.checked_out', 'person.exported']);
  expect(JSON.stringify(held)).not.toContain('ben');
});

test('a badge is named, and what opens doors is not in the file', async () => {
  const held = await record('anna');
  expect(held?.['badge']).toContainEqual(expect.objectContaining({ id: 'own', kind: 'opaque' }));
  expect(JSON.stringify(held)).not.toContain('OPENS-DOORS');
});

test('somebody who never came has a whole file too', async () => {
  expect(await record('carl')).toMatchObject({ worker: { id: 'carl' }, acts: [{ type: 'person.exported' }] });
});

test('who had it written is an act on record, before anything is written', async () => {
  const store = openTestStore(newHome());
  await record('anna', store);
  expect(store.journal.read(3, 1)).toMatchObject([
    { type: 'person.exported', actor: { kind: 'user', userId: 'olu' }, data: { workerId: 'anna' } },
  ]);
});

test('what the other gates told of the person is in it, without the code of a pass', async () => {
  const store = openTestStore(newHome());
  store.db.exec(`
    insert into heard_act (id, device_id, gate_id, seq, type, worker_id, at_ms) values
      ('heard-1', 'd2', 'g2', 4, 'presence.checked_in', 'anna', 5), ('heard-2', 'd2', 'g2', 5, 'presence.checked_in', 'ben', 5);
    insert into heard_permit values ('permit-1', 'd2', 6, 'issued', 'pass-1', 'anna', 'OPENS', 5, '{"pass":{"badgeCode":"OPENS","passId":"pass-1"}}')`);
  const held = await record('anna', store);
  expect(held?.['heardFromOtherGates']).toMatchObject({
    acts: [{ id: 'heard-1', gate_id: 'g2' }],
    permits: [{ id: 'permit-1', data: { pass: { passId: 'pass-1' } } }],
  });
  expect(JSON.stringify(held)).not.toContain('OPENS');
});

test('nobody by that id', async () => {
  expect(await record('nobody')).toBeUndefined();
});
