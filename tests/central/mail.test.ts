import { describe, expect, test } from 'vitest';
import { afterTry, PAUSES_MS } from '../../central/mail/outbox.ts';
import type { OutgoingMail } from '../../central/store/store.ts';
import { publish } from '../../central/sync/publish.ts';
import type { Message } from '../../core/site/portal.ts';
import { mailServer, postmanOf } from './mail-server.ts';
import { enrolled, startCentral, someUuid, type RunningCentral, type TestDevice } from './running-central.ts';

const MINUTE_MS = 60_000;

/** Three people whom the gate knows: two with an address, one without. */
async function people(running: RunningCentral, device: TestDevice) {
  const { cache } = await device.copy();
  const [ann, ben, cas] = [...cache.values()].flatMap(({ entity, data }) =>
    entity === 'worker' && data ? [data] : [],
  );
  if (!ann || !ben || !cas) throw new Error('the demo has too few people');
  await running.central.store.write(async (rows) => {
    for (const [worker, email] of [
      [ann, 'ann@example.com'],
      [ben, 'ben@example.com'],
      [cas, undefined],
    ] as const) {
      const { email: _, ...rest } = worker;
      await publish(rows, 'worker', { ...rest, ...(email ? { email } : {}) } as never, running.central.now());
    }
  });
  return [ann, ben, cas].map(({ id }) => String(id));
}

async function sent(url?: string) {
  const running = await startCentral();
  const device = await enrolled(running);
  const workerIds = await people(running, device);
  const messageId = someUuid();
  const text = 'Crane lift at 14:00. Keep clear of hall B, please.';
  const event = device.event('message.sent', { messageId, text, workerIds, sentAt: '2026-03-10T06:00:00.000Z' });
  const states = async (): Promise<string[]> => {
    const { cache } = await device.copy();
    const message = cache.get(`message ${messageId}`)?.data as Message | undefined;
    return message?.recipients.map(({ state }) => state) ?? [];
  };
  const postman = url === undefined ? undefined : postmanOf(running, url);
  const [result] = await device.push(event);
  await postman?.round();
  return { running, device, event, states, result, postman, text };
}

describe('D7: one message to all on Access granted', () => {
  test('goes to everybody with an address, and the gates see how far it got', async () => {
    const { url, letters } = await mailServer();
    const { states, result, text } = await sent(url);
    expect(result).toMatchObject({ status: 'accepted' });
    expect(await states()).toEqual(['sent', 'sent', 'no_address']);
    const addresses = letters.map((letter) => /^To: (.*)$/m.exec(letter)?.[1]);
    expect(new Set(addresses)).toEqual(new Set(['ann@example.com', 'ben@example.com']));
    expect(letters[0]).toContain('Subject: Message from Riverside Tower');
    expect(letters[0]).toContain(text);
  });

  test('sent twice by a gate that missed the answer, it is mailed once', async () => {
    const { url, letters } = await mailServer();
    const { device, event, postman } = await sent(url);
    expect(await device.push(event)).toMatchObject([{ status: 'duplicate' }]);
    await postman?.round();
    expect(letters).toHaveLength(2);
  });

  test('an address that the server turns away for good is told as not delivered', async () => {
    const { url } = await mailServer((to) => (to.startsWith('ben') ? 550 : 250));
    expect(await (await sent(url)).states()).toEqual(['sent', 'not_delivered', 'no_address']);
  });

  test('a server that is busy is asked again after a pause, not before', async () => {
    let busy = true;
    const { url, letters } = await mailServer(() => (busy ? 451 : 250));
    const { running, postman, states } = await sent(url);
    busy = false;
    await postman?.round();
    expect([letters.length, await states()]).toEqual([0, ['queued', 'queued', 'no_address']]);
    running.clock.nowMs += MINUTE_MS;
    await postman?.round();
    expect([letters.length, await states()]).toEqual([2, ['sent', 'sent', 'no_address']]);
  });

  test('mails wait where there is no mail server, and go when there is one after a restart', async () => {
    const { running, states } = await sent();
    expect(await states()).toEqual(['queued', 'queued', 'no_address']);
    const { directory, clock } = running;
    await running.stop();
    const again = await startCentral({ directory, nowMs: clock.nowMs });
    const { url, letters } = await mailServer();
    await postmanOf(again, url).round();
    expect(letters).toHaveLength(2);
  });

  test('C1: nobody outside the gate’s sight is written to', async () => {
    const { url, letters } = await mailServer();
    const running = await startCentral();
    const device = await enrolled(running, 2);
    const stranger = someUuid();
    await running.central.store.write((rows) =>
      publish(rows, 'worker', { id: stranger, firstName: 'Eve', lastName: 'Elsewhere', email: 'eve@example.com' }, 0),
    );
    const postman = postmanOf(running, url);
    const data = { messageId: someUuid(), text: 'Hello', workerIds: [stranger], sentAt: '2026-03-10T06:00:00.000Z' };
    expect(await device.push(device.event('message.sent', data))).toMatchObject([{ status: 'accepted' }]);
    await postman.round();
    expect(letters).toEqual([]);
  });
});

describe('a mail after a try', () => {
  const mail: OutgoingMail = {
    id: 'mail-1',
    to: 'ann@example.com',
    subject: 'Hello',
    text: 'Hello',
    about: { kind: 'message', id: 'message-1' },
    state: 'queued',
    tries: 0,
    createdAtMs: 0,
    nextTryAtMs: 0,
    settledAtMs: null,
    trouble: null,
  };
  const busy = { kind: 'later', trouble: 'ECONNECTION' } as const;
  test.each([
    ['was handed over', 0, { kind: 'sent' }, { state: 'sent', tries: 1, settledAtMs: 1000, trouble: null }],
    [
      'was turned away',
      0,
      { kind: 'never', trouble: 'EENVELOPE 550' },
      { state: 'not_delivered', trouble: 'EENVELOPE 550' },
    ],
    ['waits a minute at first', 0, busy, { state: 'queued', nextTryAtMs: 1000 + MINUTE_MS }],
    ['waits longer later', 3, busy, { state: 'queued', nextTryAtMs: 1000 + 60 * MINUTE_MS }],
    ['is given up in the end', PAUSES_MS.length, busy, { state: 'not_delivered', tries: PAUSES_MS.length + 1 }],
  ] as const)('%s', (_what, tries, handed, expected) => {
    expect(afterTry({ ...mail, tries }, handed, 1000)).toMatchObject(expected);
  });
});
