import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createCache } from '../../../main/cache/cache.ts';
import { createWithdrawal } from '../../../main/sync/withdrawal.ts';
import { newHome, openTestStore, START_MS } from '../fixtures.ts';
import { SITE } from '../site.ts';

function gate() {
  const home = newHome();
  const store = openTestStore(home);
  const cache = createCache(store.db);
  cache.apply(SITE, 'c1', true, START_MS);
  mkdirSync(path.join(home, 'blobs'));
  writeFileSync(path.join(home, 'blobs', 'photo'), 'a face');
  const said: string[] = [];
  const start = (deviceId = 'device-1') =>
    createWithdrawal({
      home,
      db: store.db,
      deviceId,
      cache,
      onRevoked: () => said.push('revoked'),
      onForgotten: () => said.push('forgotten'),
    });
  const knows = () => [cache.all('worker').length > 0, existsSync(path.join(home, 'blobs'))];
  return { start, said, knows };
}

describe('a gate that central has withdrawn', () => {
  test('knows people until its own acts are handed over', () => {
    const { start, said, knows } = gate();
    const withdrawal = start();
    withdrawal.look({ isRevoked: true, waiting: 2 });
    expect([withdrawal.isRevoked(), knows()]).toEqual([true, [true, true]]);
    withdrawal.look({ isRevoked: true, waiting: 0 });
    expect([withdrawal.isForgotten(), knows(), said]).toEqual([true, [false, false], ['revoked', 'forgotten']]);
  });

  test('forgets people at once when an administrator wants it', () => {
    const { start, knows } = gate();
    const withdrawal = start();
    withdrawal.look({ isRevoked: true, waiting: 2 });
    expect([withdrawal.confirm(), knows()]).toEqual([true, [false, false]]);
  });

  test('is still withdrawn after a restart without a line, and not under a new enrolment', () => {
    const { start, said } = gate();
    start().look({ isRevoked: true, waiting: 2 });
    said.length = 0;
    expect([start().isRevoked(), said]).toEqual([true, ['revoked']]);
    expect(start('device-2').isRevoked()).toBe(false);
  });
});

test('a gate in service forgets nobody, whoever asks', () => {
  const { start, knows } = gate();
  const withdrawal = start();
  withdrawal.look({ isRevoked: false, waiting: 0 });
  expect([withdrawal.confirm(), knows()]).toEqual([false, [true, true]]);
});
