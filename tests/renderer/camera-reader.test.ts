import { beforeAll, expect, test } from 'vitest';
import type { Decoder } from '../../renderer/camera/decode.ts';
import { createFrameReader } from '../../renderer/camera/frame-reader.ts';
import type { Luma } from '../../renderer/camera/luma.ts';
import { makeFrame } from './made-frames.ts';
import { decoderFromDisk } from './wasm-decoder.ts';

const SIZE = { width: 640, height: 360 };
const FRAME_MS = 33;

let wasm: Decoder;
beforeAll(async () => {
  wasm = await decoderFromDisk();
});

const empty = (seed: number): Luma => makeFrame(undefined, SIZE, { pxPerModule: 1, noise: 3 }, seed);
const badge = (text: string, seed: number): Luma =>
  makeFrame(text, SIZE, { pxPerModule: 4, noise: 3, centred: true }, seed);

/** So many frames of each scene, one after the other, as a camera at 30 Hz delivers them. */
async function film(scenes: readonly (readonly [number, (seed: number) => Luma])[]) {
  const looks: { width: number; atFrame: number }[] = [];
  let frame = 0;
  const counted: Decoder = {
    name: wasm.name,
    find: (luma, denoise) => {
      looks.push({ width: luma.width, atFrame: frame });
      return wasm.find(luma, denoise);
    },
  };
  const reader = createFrameReader(counted);
  const readings: { text: string; frame: number }[] = [];
  for (const [count, make] of scenes) {
    // A handful of different noise is enough: making frames is what costs here.
    const kept = Array.from({ length: 3 }, (_, seed) => make(seed));
    for (let i = 0; i < count; i++, frame++) {
      const text = await reader.read(kept[i % kept.length]!, frame * FRAME_MS);
      if (text !== undefined) readings.push({ text, frame });
    }
  }
  return { readings, looks };
}

test('a badge is read in the very frame in which it comes in, and once', async () => {
  const { readings } = await film([
    [100, empty],
    [60, (seed) => badge('GH2:ONE', seed)],
  ]);
  expect(readings).toEqual([{ text: 'GH2:ONE', frame: 100 }]);
});

test('a badge that left and came back is read again, and another at once', async () => {
  const { readings } = await film([
    [10, (seed) => badge('GH2:ONE', seed)],
    [60, empty],
    [10, (seed) => badge('GH2:ONE', seed)],
    [10, (seed) => badge('GH2:TWO', seed)],
  ]);
  expect(readings).toEqual([
    { text: 'GH2:ONE', frame: 0 },
    { text: 'GH2:ONE', frame: 70 },
    { text: 'GH2:TWO', frame: 80 },
  ]);
});

test('an empty scene costs a few looks a second', async () => {
  const { looks } = await film([[300, empty]]);
  const afterStart = looks.filter(({ atFrame }) => atFrame >= 100);
  expect(afterStart.length).toBeLessThanOrEqual(4 * 200 * (FRAME_MS / 1000));
});

test('while a badge stays in view only the place where it is is looked at', async () => {
  const { looks } = await film([[30, (seed) => badge('GH2:ONE', seed)]]);
  expect(looks.filter(({ width }) => width === SIZE.width)).toHaveLength(1);
  expect(looks.length).toBeGreaterThan(20);
});
