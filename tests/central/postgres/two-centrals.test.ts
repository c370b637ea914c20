/** Two central processes side by side on one database: a gate may talk to either, and nothing is done twice. */
import { describe, expect, test } from 'vitest';
import type { EventEnvelope } from '../../../core/event/event.ts';
import type { EventsAnswer } from '../../../core/sync/wire.ts';
import { queueMail } from '../../../central/mail/outbox.ts';
import { raw, reader } from '../listening.ts';
import { mailServer, postmanOf } from '../mail-server.ts';
import { ADMIN_TOKEN, applyTo, call, enrolled, eventsAt, startCentral, temporaryFolder } from '../running-central.ts';
import { TestDevice, type RunningCentral } from '../running-central.ts';
import './on-postgres.ts';

async function two(): Promise<readonly [RunningCentral, RunningCentral]> {
  const directory = await temporaryFolder();
  const one = await startCentral({ directory });
  return [one, await startCentral({ directory })];
}
/** The same gate, with its next call going to the other process. */
const at = (running: RunningCentral, { deviceId, token, gateId, locationId }: TestDevice): TestDevice =>
  new TestDevice(running, { deviceId, deviceToken: token, gateId, locationId, serverTime: '' });
const push = async (running: RunningCentral, { token }: TestDevice, events: readonly EventEnvelope[]) =>
  (await call<EventsAnswer>(running, '/v1/sync/events', { token, json: { events } })).body.results;
const CHANGED = /event: changed\ndata: .*\n\n/;

describe('two centrals on one database', () => {
  test('a gate that is enrolled at one pushes to and pulls from the other', async () => {
    const [one, other] = await two();
    const device = await enrolled(one);
    expect(await push(other, device, [device.checkIn('nobody-known')])).toMatchObject([{ status: 'accepted' }]);
    const { cursor } = await device.copy();
    expect((await at(other, device).pull(cursor)).changes).toEqual([]);
  });

  test('what one takes hurries the gates on that listen at the other, and a revoked one is sent away there', async () => {
    const [one, other] = await two();
    const [device, listener] = [await enrolled(one), await enrolled(one, 1)];
    const read = reader(await raw(other, '/v1/sync/stream', { authorization: `Bearer ${listener.token}` }));
    await read.until(CHANGED);
    await push(one, device, [device.checkIn('nobody-known')]);
    await read.until(CHANGED);
    await call(one, `/v1/admin/devices/${listener.deviceId}/revoke`, { method: 'POST', token: ADMIN_TOKEN });
    await read.until(/event: revoked\ndata: \{\}\n\n/);
    await expect(read.end()).resolves.toEqual([]);
  });

  test('I2: the same batch to both at once is taken once', async () => {
    const [one, other] = await two();
    const device = await enrolled(one);
    const batch = Array.from({ length: 40 }, (_, index) => device.checkIn(`person-${index}`));
    const answers = await Promise.all([one, other, one, other].map((central) => push(central, device, batch)));
    const statuses = answers.map((results) => new Set(results.map(({ status }) => status)));
    expect(statuses.filter((all) => all.has('accepted') && all.size === 1)).toHaveLength(1);
    expect(statuses.filter((all) => all.has('duplicate') && all.size === 1)).toHaveLength(3);
    expect(await eventsAt(other, device.deviceId)).toHaveLength(40);
  });

  test('G5: the same person in at two places at the same moment, each through another central, is found every time', async () => {
    const [one, other] = await two();
    const [here, there] = [await enrolled(one, 0), await enrolled(one, 2)];
    for (let round = 0; round < 15; round += 1) {
      const person = `person-${round}`;
      const [first, second] = await Promise.all([
        push(one, here, [here.checkIn(person)]),
        push(other, there, [there.checkIn(person)]),
      ]);
      expect([first[0]?.status, second[0]?.status].toSorted((a, b) => `${a}`.localeCompare(`${b}`))).toEqual([
        'accepted',
        'flagged',
      ]);
    }
  });

  test('whoever pulls while both write, page after page, misses nothing', async () => {
    const [one, other] = await two();
    const devices = [await enrolled(one, 0), await enrolled(one, 1), await enrolled(one, 0)];
    const watcher = await enrolled(one, 1);
    const { cache, cursor } = await watcher.copy();
    let writing = true;
    const writers = devices.map(async (device, index) => {
      for (let round = 0; round < 12; round += 1) {
        await push(round % 2 === 0 ? one : other, device, [device.checkIn(`${index}-${round}`)]);
      }
    });
    const written = Promise.all(writers).finally(() => (writing = false));
    let from = cursor;
    for (let last = false; !last;) {
      last = !writing;
      const page = await at(last ? one : other, watcher).pull(from);
      applyTo(cache, page.changes);
      from = page.cursor;
    }
    await written;
    const whole = (await watcher.copy()).cache;
    expect([...cache.keys()].filter((key) => !whole.has(key))).toEqual([]);
    expect([...whole.keys()].filter((key) => !cache.has(key))).toEqual([]);
    expect([...whole.values()].filter(({ entity }) => entity === 'presence').length).toBeGreaterThanOrEqual(36);
  });

  test('D7: two postmen empty one outbox, and each mail goes out once', async () => {
    const [one, other] = await two();
    const { url, letters } = await mailServer();
    const ids = Array.from({ length: 120 }, (_, index) => `mail-${index}`);
    await one.central.store.write(async (rows) => {
      for (const id of ids)
        await queueMail(rows, { id, to: `${id}@example.com`, subject: id, text: id, about: { kind: 'x', id } }, 0);
    });
    const postmen = [postmanOf(one, url), postmanOf(other, url)];
    await Promise.all(postmen.map((postman) => postman.round()));
    const addressed = letters.map((letter) => /^To: (.*)@/m.exec(letter)?.[1]);
    expect(addressed).toHaveLength(ids.length);
    expect(new Set(addressed)).toEqual(new Set(ids));
  });

  test('one goes, the other goes on', async () => {
    const [one, other] = await two();
    const device = await enrolled(one);
    await one.stop();
    expect(await push(other, device, [device.checkIn('nobody-known')])).toMatchObject([{ status: 'accepted' }]);
  });
});
