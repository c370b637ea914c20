import { describe, expect, test } from 'vitest';
import { demoId } from '../../central/demo/id.ts';
import { workerIdOf } from '../../central/demo/people.ts';
import {
  EASTFIELD,
  HARBOURLINE,
  KESTREL,
  MERIDIAN,
  NORTHLIGHT,
  RIVERSIDE,
  TIDEWATER,
} from '../../central/demo/site.ts';
import { mailServer, postmanOf } from './mail-server.ts';
import { enrolled, someUuid, startCentral } from './running-central.ts';

const by = (key: string) => ({ actor: { kind: 'user' as const, userId: demoId(`user/${key}`) } });
const adding = (key: string, clientId: string, more: object = {}) => ({
  connectionId: someUuid(),
  workerId: workerIdOf(key),
  clientId,
  ...more,
});
/** The letter's own text, whatever its transfer encoding. */
const textOf = (letter: string): string => {
  const [head = '', ...rest] = letter.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  if (/^Content-Transfer-Encoding: base64/im.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  const bytes = body
    .replaceAll('=\r\n', '')
    .replaceAll(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
  return /quoted-printable/i.test(head) ? Buffer.from(bytes, 'latin1').toString('utf8') : body;
};

async function gate() {
  const running = await startCentral();
  const device = await enrolled(running);
  const push = async (type: string, data: Record<string, unknown>, user = 'supervisor') =>
    (await device.push(device.event(type, data, by(user))))[0];
  return { running, device, push };
}

describe('A3: central takes a connection that a gate adds, and says why it takes another not', () => {
  test.each<[string, object, string | undefined, string | undefined]>([
    ['of somebody who had none', adding('fatima', HARBOURLINE), undefined, undefined],
    ['A1: for one location', adding('fatima', HARBOURLINE, { locationIds: [RIVERSIDE] }), undefined, undefined],
    ['A1: to a second client', adding('amara', NORTHLIGHT), undefined, undefined],
    ['there is no such client', adding('fatima', someUuid()), undefined, 'unknown_client'],
    ['the client is elsewhere', adding('fatima', MERIDIAN), undefined, 'unknown_client'],
    ['a worker whom the place does not know', adding('bartosz', HARBOURLINE), undefined, 'unknown_worker'],
    [
      'nor as a new one',
      adding('bartosz', HARBOURLINE, { newWorker: { firstName: 'B', lastName: 'S' } }),
      undefined,
      'unknown_worker',
    ],
    [
      'the location is another client’s',
      adding('fatima', NORTHLIGHT, { locationIds: [EASTFIELD] }),
      undefined,
      'not_of_client',
    ],
    ['A6: the client needs none', adding('fatima', TIDEWATER), undefined, 'no_connection_needed'],
    ['there is one already', adding('amara', HARBOURLINE), undefined, 'connected_already'],
    ['C1: a location of somebody else', adding('fatima', HARBOURLINE), 'left', 'actor_not_allowed'],
    ['a client’s contact adds none', adding('fatima', NORTHLIGHT), 'contact', 'actor_not_allowed'],
  ])('%s', async (_what, data, user, code) => {
    const { push } = await gate();
    const expected = code === undefined ? { status: 'accepted' } : { status: 'rejected', code };
    expect(await push('connection.added', { ...data }, user)).toMatchObject(expected);
  });

  test('C1: nor by somebody who looks after only some of its locations', async () => {
    const running = await startCentral();
    const depot = await enrolled(running, 2);
    const [result] = await depot.push(
      depot.event(
        'connection.added',
        adding('marius', HARBOURLINE, { connectionId: demoId(`connection/wrong-place/${HARBOURLINE}`) }),
        by('depot'),
      ),
    );
    expect(result).toMatchObject({ status: 'rejected', code: 'actor_not_allowed' });
  });

  test('a new worker comes with the first connection, and every gate of the place hears of both', async () => {
    const { running, device, push } = await gate();
    const goods = await enrolled(running, 1);
    const workerId = someUuid();
    const data = adding('', KESTREL, { workerId, newWorker: { firstName: 'Jo', lastName: 'Marsh' } });
    expect(await push('connection.added', data)).toMatchObject({ status: 'accepted' });
    for (const one of [device, goods]) {
      const { cache } = await one.copy();
      expect(cache.get(`worker ${workerId}`)?.data).toMatchObject({ firstName: 'Jo' });
      expect(cache.get(`connection ${data.connectionId}`)?.data).toMatchObject({ induction: { status: 'missing' } });
    }
  });

  test('A2: whoever loses the last connection stays known, so that one can be added again', async () => {
    const { device, push } = await gate();
    const [workerId, connectionId] = [workerIdOf('omar'), demoId(`connection/not-assigned/${HARBOURLINE}`)];
    await push('connection.deleted', { connectionId, workerId, clientId: HARBOURLINE });
    const { cache } = await device.copy();
    expect([cache.has(`connection ${connectionId}`), cache.has(`worker ${workerId}`)]).toEqual([false, true]);
    expect(await push('connection.added', adding('omar', HARBOURLINE))).toMatchObject({ status: 'accepted' });
  });

  test('a gate knows all locations of its clients by name, to connect somebody with some of them', async () => {
    const { device } = await gate();
    expect((await device.copy()).cache.get(`location ${EASTFIELD}`)?.data).toMatchObject({ name: 'Eastfield Depot' });
  });
});

describe('A5: the worker is mailed what the client asks for', () => {
  const lettersAfter = async (...datas: Record<string, unknown>[]) => {
    const { url, letters } = await mailServer();
    const { running, device, push } = await gate();
    for (const data of datas) await push('connection.added', data);
    const postman = postmanOf(running, url);
    await postman.round();
    return { letters, device, postman };
  };

  test('in their own language', async () => {
    const { letters } = await lettersAfter(adding('piotr', NORTHLIGHT, { locationIds: [RIVERSIDE] }));
    expect(letters).toHaveLength(1);
    expect(letters[0]).toContain('To: piotr@example.com');
    const text = textOf(letters[0] ?? '');
    for (const part of ['Northlight Energy', 'Riverside Tower', 'szkolenie wstępne']) expect(text).toContain(part);
  });

  test('in English where no language is known', async () => {
    const newWorker = { firstName: 'Jo', lastName: 'Marsh', email: 'jo@example.com' };
    const { letters } = await lettersAfter(adding('', KESTREL, { workerId: someUuid(), newWorker }));
    const text = textOf(letters[0] ?? '');
    for (const part of ['Hello Jo', 'the induction', 'all locations']) expect(text).toContain(part);
    expect(text).not.toContain('Check in at the gate');
  });

  test('once, however often the gate hands it over', async () => {
    const { url, letters } = await mailServer();
    const { running, device } = await gate();
    const event = device.event('connection.added', adding('amara', NORTHLIGHT), by('supervisor'));
    await device.push(event);
    expect(await device.push(event)).toMatchObject([{ status: 'duplicate' }]);
    await postmanOf(running, url).round();
    expect(letters).toHaveLength(1);
  });

  test('not at all without an address, nor when central refuses', async () => {
    const { letters } = await lettersAfter(adding('linh', NORTHLIGHT), adding('amara', TIDEWATER));
    expect(letters).toEqual([]);
  });
});
