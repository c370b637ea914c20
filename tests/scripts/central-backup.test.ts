import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, test } from 'vitest';
import { backUp } from '../../scripts/central/back-up.ts';
import { checkBackup } from '../../scripts/central/manifest.ts';
import { restore } from '../../scripts/central/restore.ts';
import { ROOT } from '../../scripts/paths.ts';
import {
  call,
  enrolled,
  eventsAt,
  sha256,
  startCentral,
  START_MS,
  temporaryFolder,
  type RunningCentral,
  type TestDevice,
} from '../central/running-central.ts';

/** The command as anybody runs it. */
async function command(...args: readonly string[]) {
  const child = spawn(process.execPath, ['scripts/central.ts', ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, err, [exitCode]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { out, err, exitCode: exitCode as number };
}

const newFolder = async (): Promise<string> => path.join(await temporaryFolder(), 'new');

async function upload(running: RunningCentral, { token }: TestDevice, bytes: Buffer): Promise<string> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' };
  const answer = await fetch(`${running.url}/v1/blobs/${sha256(bytes)}`, {
    method: 'PUT',
    headers,
    body: new Uint8Array(bytes),
  });
  expect(answer.status).toBe(201);
  return sha256(bytes);
}

/** Pushes without a pause until told to stop; returns the ids that central has acknowledged. */
function pushing(device: TestDevice) {
  const acknowledged: string[] = [];
  let isOver = false;
  const run = (async () => {
    while (!isOver) {
      const events = Array.from({ length: 20 }, () => device.event('device.stopped', { reason: 'test' }));
      const results = await device.push(...events);
      acknowledged.push(...results.map(({ id }) => String(id)));
    }
  })();
  return {
    acknowledged,
    stop: async () => {
      isOver = true;
      await run;
    },
  };
}

describe('a backup of central', () => {
  test('has everything that was acknowledged before, of one moment, while gates go on sending', async () => {
    const running = await startCentral();
    const device = await enrolled(running);
    const photo = await upload(running, device, Buffer.from('a photo'));
    const load = pushing(device);
    while (load.acknowledged.length < 200) await device.pull();
    const before = [...load.acknowledged];
    const backup = await newFolder();
    const made = await command('backup', backup, '--data', running.directory);
    await load.stop();
    expect(made).toMatchObject({ exitCode: 0, err: '' });
    expect(await command('check', backup)).toMatchObject({ exitCode: 0, err: '' });

    const data = await newFolder();
    expect(await command('restore', backup, '--data', data)).toMatchObject({ exitCode: 0, err: '' });
    const again = await startCentral({ directory: data });
    const ids = (await eventsAt(again, device.deviceId)).map(({ id }) => id);
    expect(ids).toEqual(load.acknowledged.slice(0, ids.length));
    expect(ids.slice(0, before.length)).toEqual(before);
    expect(load.acknowledged.length).toBeGreaterThan(ids.length);
    const { token } = device;
    const bytes = await fetch(`${again.url}/v1/blobs/${photo}`, { headers: { authorization: `Bearer ${token}` } });
    expect(await bytes.text()).toBe('a photo');
  });

  test('has gates learn everything anew from the restored central', async () => {
    const running = await startCentral();
    const device = await enrolled(running);
    const { cursor } = await device.copy();
    const [backup, data] = [await newFolder(), await newFolder()];
    await backUp(running.directory, backup, START_MS);
    await restore(backup, data);
    const again = await startCentral({ directory: data });
    const changes = `/v1/sync/changes?cursor=${encodeURIComponent(cursor)}`;
    expect((await call(again, changes, { token: device.token })).status).toBe(410);
    expect((await call(running, changes, { token: device.token })).status).toBe(200);
  });

  test('leaves out what is still coming up, and names what is damaged', async () => {
    const running = await startCentral();
    const device = await enrolled(running);
    const good = await upload(running, device, Buffer.from('good'));
    const damaged = await upload(running, device, Buffer.from('as it was'));
    const blobs = path.join(running.directory, 'blobs');
    await writeFile(path.join(blobs, damaged.slice(0, 2), damaged), 'not as it was');
    await writeFile(path.join(blobs, good.slice(0, 2), `${'a'.repeat(64)}.up`), 'half');
    const backup = await newFolder();
    const made = await backUp(running.directory, backup, START_MS);
    expect(made.damaged).toEqual([damaged]);
    expect(made.files).toContain(good);
    expect(await readdir(path.join(backup, 'blobs', good.slice(0, 2)))).toEqual([good]);
    expect(await checkBackup(backup)).toMatchObject({ files: made.files });
  });

  test('is never written over another, nor restored over a central', async () => {
    const { directory } = await startCentral();
    const backup = await newFolder();
    await backUp(directory, backup, START_MS);
    await expect(backUp(directory, backup, START_MS)).rejects.toThrow('is there already');
    await expect(restore(backup, directory)).rejects.toThrow('is not empty, and nothing in it was touched');
    expect(await checkBackup(backup)).toMatchObject({ madeAt: new Date(START_MS).toISOString() });
  });

  test('leaves nothing behind when it can’t be made', async () => {
    const { directory } = await startCentral();
    const [broken, backup] = [await temporaryFolder(), await newFolder()];
    await cp(path.join(directory, 'central.sqlite'), path.join(broken, 'central.sqlite'));
    await truncate(path.join(broken, 'central.sqlite'), 20_000);
    await expect(backUp(broken, backup, START_MS)).rejects.toThrow('damaged');
    await expect(readdir(backup)).rejects.toThrow('ENOENT');
  });

  test('is asked for with a folder of central’s', async () => {
    const [empty, backup] = [await temporaryFolder(), await newFolder()];
    const answer = await command('backup', backup, '--data', empty);
    expect(answer).toMatchObject({ exitCode: 1, out: '' });
    expect(answer.err).toContain("Name central's folder with --data.");
  });
});

describe('a backup that is not whole is not restored', () => {
  const folders: string[] = [];
  afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));
  let whole: Promise<string> | undefined;
  const makeWhole = async (): Promise<string> => {
    const folder = await mkdtemp(path.join(tmpdir(), 'gatehouse-backup-'));
    folders.push(folder);
    await backUp((await startCentral()).directory, path.join(folder, 'whole'), START_MS);
    return path.join(folder, 'whole');
  };

  test.each<[string, string, (backup: string, file: string) => Promise<void>]>([
    ['never finished', 'never finished', (backup) => rm(path.join(backup, 'backup.json'))],
    ['a list that breaks off', "can't be understood", (backup) => truncate(path.join(backup, 'backup.json'), 100)],
    ['other rows', 'is not what it was', (backup) => truncate(path.join(backup, 'central.sqlite'), 40_960)],
    ['no database', 'has no central.sqlite', (backup) => rm(path.join(backup, 'central.sqlite'))],
    ['a file gone', 'lacks', (_, file) => rm(file)],
    ['a file changed', 'is not what it was', (_, file) => writeFile(file, 'other')],
  ])('%s', async (_, says, harm) => {
    const [backup, data] = [await newFolder(), await newFolder()];
    await cp(await (whole ??= makeWhole()), backup, { recursive: true });
    const [first = ''] = (await checkBackup(backup)).files;
    await harm(backup, path.join(backup, 'blobs', first.slice(0, 2), first));
    await expect(restore(backup, data)).rejects.toThrow(says);
    await expect(readdir(data)).rejects.toThrow('ENOENT');
  });
});
