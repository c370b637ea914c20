import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { underLock } from '../../scripts/lock.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'gatehouse-lock-'));
  file = path.join(folder, 'lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

const refuse = (): never => {
  throw new Error('taken');
};

test('lets a second one wait, or refuse to, while the first is at work', async () => {
  await underLock(file, refuse, async () => {
    await expect(underLock(file, refuse, () => Promise.resolve())).rejects.toThrow('taken');
  });
});

test('is free again after the work, also when that went wrong', async () => {
  await expect(underLock(file, refuse, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(existsSync(file)).toBe(false);
});

test('passes over a holder that died', async () => {
  const dead = spawnSync(process.execPath, ['-e', '']).pid;
  writeFileSync(file, String(dead));
  expect(await underLock(file, refuse, () => Promise.resolve('done'))).toBe('done');
});
