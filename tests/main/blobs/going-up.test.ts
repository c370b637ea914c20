import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createBlobSink, type BlobSink } from '../../../main/blobs/blob-sink.ts';
import { createGoingUp, type GoingUp } from '../../../main/blobs/going-up.ts';
import { setTimer } from '../../../main/timers.ts';
import { enrolled, startCentral } from '../../central/running-central.ts';
import { newHome, sha256 } from '../fixtures.ts';

const FILE = randomBytes(1_300_000);
const NAME = sha256(FILE);

interface Timers {
  readonly setTimer: (run: () => void, ms: number) => () => void;
  readonly fire: () => void;
}
function handTimers(): Timers {
  let due: (() => void) | undefined;
  return {
    setTimer(run) {
      due = run;
      return () => void (due = undefined);
    },
    fire() {
      const run = due;
      due = undefined;
      run?.();
    },
  };
}

async function scene() {
  const central = await startCentral();
  const device = await enrolled(central);
  const sink = createBlobSink({ baseUrl: central.url, token: () => device.token, fetch, setTimer });
  const folder = path.join(newHome(), 'up');
  const timers = handTimers();
  const goingUp = (through: BlobSink = sink): GoingUp => {
    const made = createGoingUp({ folder, sink: through, setTimer: timers.setTimer, changed: () => undefined });
    onTestFinished(made.close);
    return made;
  };
  const isThere = async (): Promise<boolean> => {
    const has = await sink.has(NAME);
    return has.ok && has.value === 'whole';
  };
  return { sink, folder, timers, goingUp, isThere };
}

describe('E2: a file on its way up', () => {
  test('goes in slices to the real central, and leaves nothing behind', async () => {
    const { goingUp, isThere, folder } = await scene();
    const up = goingUp();
    await up.add(NAME, FILE);
    up.begin(() => true);
    await expect.poll(() => up.list()).toEqual([]);
    expect([await isThere(), existsSync(path.join(folder, `${NAME}.up`))]).toEqual([true, false]);
  });

  test('waits without a line, outlives a restart, and goes on where the line was cut', async () => {
    const { sink, goingUp, isThere, timers } = await scene();
    const sent: number[] = [];
    let left = 2;
    const cut: BlobSink = {
      has: sink.has,
      async send(hash, slice) {
        if (left === 0) return { ok: false, fault: 'offline' };
        left -= 1;
        sent.push(slice.fromByte);
        return sink.send(hash, slice);
      },
    };
    const first = goingUp(cut);
    await first.add(NAME, FILE);
    first.begin(() => true);
    await expect.poll(() => first.list()).toMatchObject([{ state: 'waiting', sentBytes: 1_048_576 }]);
    first.close();
    const again = goingUp({ ...sink, send: (hash, slice) => (sent.push(slice.fromByte), sink.send(hash, slice)) });
    again.begin(() => true);
    timers.fire();
    await expect.poll(() => again.list()).toEqual([]);
    expect([sent, await isThere()]).toEqual([[0, 524_288, 1_048_576], true]);
  });

  test('stops when somebody wants it to, also over a restart, and goes on', async () => {
    const { goingUp, isThere } = await scene();
    const first = goingUp();
    await first.add(NAME, FILE);
    first.stop(NAME);
    first.begin(() => true);
    first.close();
    const again = goingUp();
    again.begin(() => true);
    expect(again.list()).toMatchObject([{ state: 'stopped' }]);
    expect(await isThere()).toBe(false);
    again.goOn(NAME);
    await expect.poll(isThere).toBe(true);
  });

  test('is put away when nothing names it any more', async () => {
    const { goingUp, isThere } = await scene();
    const up = goingUp();
    await up.add(NAME, FILE);
    up.begin(() => false);
    await expect.poll(() => up.list()).toEqual([]);
    expect(await isThere()).toBe(false);
  });
});
