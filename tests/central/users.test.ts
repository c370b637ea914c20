import { verify } from '@node-rs/argon2';
import { describe, expect, test } from 'vitest';
import { demoId } from '../../central/demo/id.ts';
import { ADMIN_TOKEN, applyTo, call, enrolled, startCentral, type RunningCentral } from './running-central.ts';

const DESK = demoId('user/desk');
const post = (running: RunningCentral, path: string, json: unknown) =>
  call(running, `/v1/admin/users/${path}`, { token: ADMIN_TOKEN, json });

async function gate() {
  const running = await startCentral();
  const device = await enrolled(running);
  const { cache, cursor } = await device.copy();
  /** The account as this gate knows it after the next pull. */
  const known = async (): Promise<Record<string, unknown>> => {
    applyTo(cache, (await device.pull(cursor)).changes);
    const change = cache.get(`user ${DESK}`);
    return change?.op === 'put' ? (change.data as Record<string, unknown>) : {};
  };
  return { running, known };
}

describe('an account', () => {
  test('gets a PIN: its gates learn a hash of it, and the answer says nothing of either', async () => {
    const { running, known } = await gate();
    const answer = await post(running, `${DESK}/secrets`, { pin: '80421' });
    expect(answer).toMatchObject({ status: 200 });
    expect(Object.keys(answer.body)).toEqual(['serverTime']);
    const { pinHash } = await known();
    expect(String(pinHash)).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await verify(String(pinHash), '80421')).toBe(true);
  });

  test('loses its PIN, and gets a password beside nothing', async () => {
    const { running, known } = await gate();
    await post(running, `${DESK}/secrets`, { pin: null, password: 'long enough to keep' });
    const user = await known();
    expect(user['pinHash']).toBeUndefined();
    expect(await verify(String(user['passwordHash']), 'long enough to keep')).toBe(true);
  });

  test('C5: is taken out of use with the next pull', async () => {
    const { running, known } = await gate();
    await post(running, `${DESK}/status`, { status: 'inactive' });
    expect(await known()).toMatchObject({ status: 'inactive' });
  });

  test.each([
    ['a PIN of three digits', `${DESK}/secrets`, { pin: '123' }, 400],
    ['a short password', `${DESK}/secrets`, { password: 'short' }, 400],
    ['an account that is not there', 'nobody/secrets', { pin: '1234' }, 404],
  ])('%s is not taken', async (_what, path, json, status) => {
    expect((await post(await startCentral(), path, json)).status).toBe(status);
  });
});

test('the demo’s accounts sign in with what the README says', async () => {
  const running = await startCentral();
  const { cache } = await (await enrolled(running)).copy();
  const hashOf = (key: string, field: 'pinHash' | 'passwordHash'): string => {
    const change = cache.get(`user ${demoId(`user/${key}`)}`);
    return change?.op === 'put' ? String((change.data as Record<string, unknown>)[field]) : '';
  };
  expect(
    await Promise.all([
      verify(hashOf('desk', 'pinHash'), '1234'),
      verify(hashOf('supervisor', 'pinHash'), '5678'),
      verify(hashOf('administrator', 'pinHash'), '9137'),
      verify(hashOf('contact', 'passwordHash'), 'harbour-lights-7'),
    ]),
  ).toEqual([true, true, true, true]);
});
