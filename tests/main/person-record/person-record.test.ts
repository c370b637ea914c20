import { expect, test } from 'vitest';
import { createCache } from '../../../main/cache/cache.ts';
import { personRecord } from '../../../main/person-record/person-record.ts';
import { checkIn, checkOut, IDENTITY, newHome, openTestStore, START_MS } from '../fixtures.ts';
import { put, SITE } from '../site.ts';

async function record(workerId: string): Promise<Record<string, unknown> | undefined> {
  const { db, journal, clock } = openTestStore(newHome());
  const cache = createCache(db);
  const badge = put('badge', 'own', { kind: 'opaque', workerId: 'anna', code: 'OPENS-DOORS' });
  const carl = put('worker', 'carl', { firstName: 'Carl', lastName: 'Otto' });
  cache.apply([...SITE, badge, carl], 'c1', true, START_MS);
  journal.append([checkIn('anna'), checkIn('ben'), checkOut('anna')]);
  const identity = { ...IDENTITY, centralUrl: 'https://central.example/', deviceToken: 't' };
  const pieces = personRecord({ db, cache, clock, identity }, workerId);
  if (!pieces) return undefined;
  let text = '';
  for await (const piece of pieces) text += piece;
  return JSON.parse(text) as Record<string, unknown>;
}

test('all that the gate holds of one person, and of nobody else', async () => {
  const held = await record('anna');
  expect(held?.['worker']).toMatchObject({ id: 'anna' });
  const acts = held?.['acts'] as { type: string; data: { workerId: string } }[];
  expect(acts.map(({ type }) => type)).toEqual(['presence.checked_in', 'presence.checked_out']);
  expect(JSON.stringify(held)).not.toContain('ben');
});

test('a badge is named, and what opens doors is not in the file', async () => {
  const held = await record('anna');
  expect(held?.['badge']).toContainEqual(expect.objectContaining({ id: 'own', kind: 'opaque' }));
  expect(JSON.stringify(held)).not.toContain('OPENS-DOORS');
});

test('somebody who never came has a whole file too', async () => {
  expect(await record('carl')).toMatchObject({ worker: { id: 'carl' }, acts: [] });
});

test('nobody by that id', async () => {
  expect(await record('nobody')).toBeUndefined();
});
