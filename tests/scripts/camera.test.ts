import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import jpeg from 'jpeg-js';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyScene, frameWithBadge, type LumaFrame } from '../../scripts/camera/frame.ts';
import { FRAMES_PER_SECOND, writeMjpeg } from '../../scripts/camera/mjpeg.ts';
import { readPicture } from '../../scripts/camera/picture.ts';
import type { Decoder } from '../../renderer/camera/decode.ts';
import { decoderFromDisk } from '../renderer/wasm-decoder.ts';

const BADGE = `GH1:${'A1B2C3D4E5'.repeat(30)}`;
let folder: string;
let decoder: Decoder;
beforeAll(async () => {
  decoder = await decoderFromDisk();
  folder = mkdtempSync(path.join(tmpdir(), 'gatehouse-camera-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const read = async (frame: LumaFrame): Promise<string | undefined> => (await decoder.find(frame))?.text;

/** JPEG files one after the other: each begins with its start marker. */
function pictures(mjpeg: Buffer): Buffer[] {
  const starts = [...mjpeg.toString('latin1').matchAll(/\xff\xd8\xff/g)].map(({ index }) => index);
  return starts.map((start, n) => mjpeg.subarray(start, starts[n + 1] ?? mjpeg.length));
}

const asLuma = (picture: Buffer): LumaFrame => {
  const { width, height, data } = jpeg.decode(picture, { useTArray: true });
  return { width, height, data: Uint8Array.from({ length: width * height }, (_, pixel) => data[pixel * 4] ?? 0) };
};

test('a badge held up can be read', async () => {
  expect(await read(frameWithBadge(BADGE))).toBe(BADGE);
});

test('nothing can be read where nobody is', async () => {
  expect(await read(emptyScene())).toBeUndefined();
});

test('a film holds every picture for its time, and what it shows can be read', async () => {
  const file = path.join(folder, 'film.mjpeg');
  writeMjpeg(file, [
    { frame: emptyScene(), heldMs: 500 },
    { frame: frameWithBadge(BADGE), heldMs: 1000 },
  ]);
  const shown = pictures(readFileSync(file));
  expect(shown).toHaveLength(1.5 * FRAMES_PER_SECOND);
  expect(await read(asLuma(shown.at(-1)!))).toBe(BADGE);
});

describe('a picture file', () => {
  const shade = (width: number, height: number): Buffer => {
    const png = new PNG({ width, height });
    for (let pixel = 0; pixel < width * height; pixel++)
      png.data.set(pixel % 2 ? [0, 0, 0, 255] : [200, 200, 200, 255], pixel * 4);
    return PNG.sync.write(png);
  };
  const file = (name: string, bytes: Uint8Array): string => {
    writeFileSync(path.join(folder, name), bytes);
    return path.join(folder, name);
  };

  test('keeps its pixels when a webcam could have made it', () => {
    expect(readPicture(file('small.png', shade(4, 2)))).toEqual({
      width: 4,
      height: 2,
      data: new Uint8Array([200, 0, 200, 0, 200, 0, 200, 0]),
    });
  });

  test('is averaged down when it is wider than any webcam', () => {
    const { width, height, data } = readPicture(file('wide.png', shade(2560, 4)));
    expect([width, height, new Set(data)]).toEqual([1280, 2, new Set([100])]);
  });

  test('that is none is told by its name', () => {
    expect(() => readPicture(file('notes.png', Buffer.from('hello')))).toThrow(/notes\.png can't be read/);
  });
});
