import { describe, expect, test } from 'vitest';
import { fail, ok } from '../../../core/result.ts';
import { ROTATE_EVERY_MS, type Tokens } from '../../../core/sync/rotation.ts';
import { readIdentity, writeIdentity, type SecretBox } from '../../../main/identity.ts';
import { createTokenKeeper } from '../../../main/sync/token-keeper.ts';
import { newHome } from '../fixtures.ts';

const NOW_MS = Date.parse('2026-05-01T06:00:00.000Z');
const OLD: Tokens = { current: 'old', sinceMs: NOW_MS - ROTATE_EVERY_MS };
const gives = (deviceToken: string) => ({
  rotate: () => Promise.resolve(ok({ deviceToken, serverTime: '2026-05-01T06:00:00.000Z' })),
});
const settled = async (): Promise<void> => {
  for (let i = 0; i < 5; i += 1) await Promise.resolve();
};

function keeping(tokens: Tokens, write = (_tokens: Tokens): void => undefined) {
  const disk: Tokens[] = [tokens];
  let monotonicMs = 60_000;
  const keeper = createTokenKeeper({
    tokens,
    write(next) {
      write(next);
      disk.push(next);
    },
    nowMs: () => NOW_MS,
    monotonicMs: () => monotonicMs,
    onFailure: () => undefined,
  });
  return { keeper, disk, pass: (ms: number) => void (monotonicMs += ms) };
}

describe('the token of a gate', () => {
  test('is asked for anew when it is thirty days old, and not before', async () => {
    const young = keeping({ current: 'young', sinceMs: NOW_MS - ROTATE_EVERY_MS + 1 });
    young.keeper.look(gives('new'));
    const old = keeping(OLD);
    old.keeper.look(gives('new'));
    await settled();
    expect([young.keeper.token(), old.keeper.token()]).toEqual(['young', 'new']);
  });

  test('is on disk beside the old one before it is shown, and alone once central took it', async () => {
    const { keeper, disk } = keeping(OLD);
    keeper.look(gives('new'));
    await settled();
    keeper.met('new', true);
    expect(disk).toEqual([OLD, { ...OLD, next: 'new' }, { current: 'new', sinceMs: NOW_MS }]);
  });

  test('is not shown when it could not be written', async () => {
    const { keeper } = keeping(OLD, () => {
      throw new Error('the disk is full');
    });
    keeper.look(gives('new'));
    await settled();
    expect(keeper.token()).toBe('old');
  });

  test('after a crash between the two, is the one on disk; the old one stands in when central does not know it', () => {
    const { keeper, disk } = keeping({ ...OLD, next: 'new' });
    expect(keeper.token()).toBe('new');
    keeper.met('new', false);
    expect([keeper.token(), disk.at(-1)]).toEqual(['old', OLD]);
  });

  test('that ended while its successor was lost asks for another', async () => {
    const { keeper } = keeping({ current: 'old', sinceMs: NOW_MS });
    keeper.met('old', false);
    keeper.look(gives('new'));
    await settled();
    expect(keeper.token()).toBe('new');
  });

  test('is asked for again after a minute when the answer was lost', async () => {
    const { keeper, pass } = keeping(OLD);
    keeper.look({ rotate: () => Promise.resolve(fail({ kind: 'silent', detail: 'cut' })) });
    await settled();
    keeper.look(gives('too soon'));
    await settled();
    expect(keeper.token()).toBe('old');
    pass(60_000);
    keeper.look(gives('new'));
    await settled();
    expect(keeper.token()).toBe('new');
  });

  test('goes to disk sealed, both of them', () => {
    const box: SecretBox = {
      isEncryptionAvailable: () => true,
      encryptString: (text) => Buffer.from([...text].toReversed().join('')),
      decryptString: (sealed) => [...sealed.toString()].toReversed().join(''),
    };
    const home = newHome();
    const identity = { deviceId: 'd', gateId: 'g', locationId: 'l', centralUrl: 'https://central.example/' };
    writeIdentity(home, box, { ...identity, deviceToken: 'old', tokenSinceMs: 5, nextToken: 'new' });
    expect(readIdentity(home, box)).toEqual({ ...identity, deviceToken: 'old', tokenSinceMs: 5, nextToken: 'new' });
  });
});
