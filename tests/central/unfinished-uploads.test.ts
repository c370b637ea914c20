import { readdir, utimes } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { isGivenUp, removeUnfinished, watchUploads } from '../../central/operations/unfinished-uploads.ts';
import { enrolled, sha256, startCentral, START_MS } from './running-central.ts';

const HOUR_MS = 3_600_000;
const BYTES = Buffer.from('a certificate that comes in slices');

test.each<[number, boolean]>([
  [0, false],
  [24 * HOUR_MS, false],
  [24 * HOUR_MS + 1, true],
  [-HOUR_MS, false],
])('an upload whose last bytes came %d ms ago is given up: %s', (agoMs, isOver) => {
  expect(isGivenUp(START_MS - agoMs, START_MS)).toBe(isOver);
});

/** Half a file came up in slices at START_MS, and a whole one. */
async function scene() {
  const running = await startCentral();
  const { token } = await enrolled(running);
  const put = async (bytes: Buffer, to: number) =>
    fetch(`${running.url}/v1/blobs/${sha256(bytes)}`, {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/octet-stream',
        'content-range': `bytes 0-${to - 1}/${bytes.length}`,
      },
      body: new Uint8Array(bytes.subarray(0, to)),
    });
  const whole = Buffer.from('a whole file');
  await put(whole, whole.length);
  const { blobDirectory } = running.central;
  const files = () => readdir(blobDirectory, { recursive: true });
  const half = async () => {
    await put(BYTES, 10);
    for (const name of await files()) await utimes(path.join(blobDirectory, name), START_MS / 1000, START_MS / 1000);
  };
  await half();
  const offset = async () => {
    const headers = { authorization: `Bearer ${token}` };
    const answer = await fetch(`${running.url}/v1/blobs/${sha256(BYTES)}`, { method: 'HEAD', headers });
    return answer.headers.get('upload-offset');
  };
  return { running, put, half, offset, files, whole };
}

describe('an upload that nobody finishes', () => {
  test('stays for a day, then leaves the disk, and may begin anew', async () => {
    const { running, put, offset, files, whole } = await scene();
    running.clock.nowMs = START_MS + 23 * HOUR_MS;
    expect([await removeUnfinished(running.central), await offset()]).toEqual([0, '10']);
    const before = await files();
    running.clock.nowMs = START_MS + 25 * HOUR_MS;
    expect([await removeUnfinished(running.central), await offset()]).toEqual([1, '0']);
    const gone = path.join(sha256(BYTES).slice(0, 2), `${sha256(BYTES)}.up`);
    expect((await files()).toSorted()).toEqual(before.filter((name) => name !== gone).toSorted());
    expect(await files()).toContain(path.join(sha256(whole).slice(0, 2), sha256(whole)));
    expect((await put(BYTES, BYTES.length)).status).toBe(201);
  });

  test('is looked for at the start and every hour', async () => {
    const { running, half } = await scene();
    running.clock.nowMs = START_MS + 25 * HOUR_MS;
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const told = vi.fn<(what: unknown) => void>();
    const watch = watchUploads(running.central, told);
    await vi.waitFor(() => expect(told.mock.calls).toEqual([[{ gone: 1 }]]));
    await half();
    vi.advanceTimersByTime(HOUR_MS);
    await vi.waitFor(() => expect(told.mock.calls).toEqual([[{ gone: 1 }], [{ gone: 1 }]]));
    watch.stop();
  });
});
