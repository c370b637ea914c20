import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { publish } from '../../central/sync/publish.ts';
import { workerIdOf } from '../../central/demo/people.ts';
import {
  ADMIN_TOKEN,
  applyTo,
  call,
  enrolled,
  eventsAt,
  sha256,
  someUuid,
  START_MS,
  startCentral,
  type RunningCentral,
} from './running-central.ts';

const remove = (running: RunningCentral, workerId: string) =>
  call(running, `/v1/admin/workers/${workerId}/remove`, { method: 'POST', token: ADMIN_TOKEN });
const visitor = () => ({
  passId: someUuid(),
  workerId: someUuid(),
  badgeCode: 'C'.repeat(26),
  person: { firstName: 'Vera', lastName: 'Lindt' },
  fields: [{ id: 'plate', label: 'Number plate', value: 'KR 4711' }],
  validFrom: '2026-03-10T06:00:00.000Z',
  validUntil: '2026-03-10T18:00:00.000Z',
});

describe('G12: a person who is removed at central', () => {
  test('leaves the gates with the next pull, and the acts keep the id alone', async () => {
    const running = await startCentral();
    const [main, goods] = [await enrolled(running), await enrolled(running, 1)];
    const pass = visitor();
    await main.push(main.event('pass.issued', pass), main.checkIn(pass.workerId), main.checkOut(pass.workerId));
    const { cache, cursor } = await goods.copy();
    expect(JSON.stringify([...cache.values()])).toContain('Lindt');
    const before = await eventsAt(running, main.deviceId);
    const removed = await remove(running, pass.workerId);
    expect([removed.status, removed.body]).toMatchObject([200, { events: 1, files: 0 }]);
    applyTo(cache, (await goods.pull(cursor)).changes);
    const left = [...cache.values()].filter((change) => JSON.stringify(change).includes(pass.workerId));
    const tells = left.filter(({ entity }) => entity !== 'timesheet' && entity !== 'activity');
    expect(tells).toMatchObject([
      { entity: 'badge', id: pass.passId, data: { revokedAt: new Date(START_MS).toISOString() } },
    ]);
    expect(JSON.stringify([...cache.values()])).not.toMatch(/Lindt|KR 4711/);
    const after = await eventsAt(running, main.deviceId);
    expect(JSON.stringify(after)).not.toMatch(/Lindt|KR 4711/);
    expect(after.map(({ id, hash }) => [id, hash])).toEqual(before.map(({ id, hash }) => [id, hash]));
    expect(after[1]?.data['workerId']).toBe(pass.workerId);
  });

  test('takes photo and documents along, but for a file that somebody else has too', async () => {
    const running = await startCentral();
    const { store, blobDirectory } = running.central;
    const workerId = workerIdOf('amara');
    const hashOf = async (text: string): Promise<string> => {
      const hash = sha256(Buffer.from(text));
      await mkdir(join(blobDirectory, hash.slice(0, 2)), { recursive: true });
      await writeFile(join(blobDirectory, hash.slice(0, 2), hash), text);
      return hash;
    };
    const [own, shared] = [await hashOf('a certificate'), await hashOf('the site rules')];
    const other = await enrolled(running);
    const paper = (id: string, hash: string, subject: { kind: 'worker' | 'location'; id: string }) => ({
      id,
      name: 'Paper',
      mediaType: 'application/pdf',
      sizeBytes: 3,
      sha256: hash,
      subject,
      uploadedAt: '2026-03-10T06:00:00.000Z',
    });
    await store.write(async (rows) => {
      await publish(rows, 'document', paper('own', own, { kind: 'worker', id: workerId }), START_MS);
      await publish(rows, 'document', paper('copy', shared, { kind: 'worker', id: workerId }), START_MS);
      await publish(rows, 'document', paper('rules', shared, { kind: 'location', id: other.locationId }), START_MS);
      const presences = await rows.records.referring('presence', 'workerId', workerId);
      for (const { data } of presences) await publish(rows, 'presence', { ...data, inside: false } as never, START_MS);
    });
    expect((await remove(running, workerId)).status).toBe(200);
    const names = await readdir(blobDirectory, { recursive: true });
    expect([names.some((name) => name.endsWith(own)), names.some((name) => name.endsWith(shared))]).toEqual([
      false,
      true,
    ]);
  });

  test('is told to be inside first: a roll call would lack the name', async () => {
    const running = await startCentral();
    const main = await enrolled(running);
    const pass = visitor();
    await main.push(main.event('pass.issued', pass), main.checkIn(pass.workerId));
    expect(await remove(running, pass.workerId)).toMatchObject({ status: 409, body: { code: 'person_inside' } });
    expect((await main.copy()).cache.has(`worker ${pass.workerId}`)).toBe(true);
  });

  test('is nobody the second time', async () => {
    expect(await remove(await startCentral(), someUuid())).toMatchObject({ status: 404 });
  });
});

test('nothing else of an event changes, and no words come back', async () => {
  const running = await startCentral();
  const main = await enrolled(running);
  const event = main.event('pass.issued', visitor());
  await main.push(event);
  const put = (body: object) =>
    running.central.store.write((rows) => rows.people.emptyEvent(event.id, JSON.stringify(body)));
  const emptied = { ...event, data: { emptied: true } };
  await expect(put({ ...event, data: {} })).rejects.toThrow('events are never edited');
  await put(emptied);
  await expect(put({ ...emptied, type: 'other' })).rejects.toThrow('events are never edited');
});
