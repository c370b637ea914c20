import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import jpeg from 'jpeg-js';
import { PNG } from 'pngjs';
import { fromColour, type Luma } from '../../renderer/camera/luma.ts';
import { makeFrame } from '../../tests/renderer/made-frames.ts';

export interface Picture {
  readonly name: string;
  readonly luma: Luma;
  /** Exactly what its code says; undefined where there is none in it. */
  readonly text: string | undefined;
}

function decode(file: string): Luma {
  const bytes = readFileSync(file);
  const { data, width, height } = /\.png$/i.test(file)
    ? PNG.sync.read(bytes)
    : jpeg.decode(bytes, { useTArray: true, maxMemoryUsageInMB: 1_024 });
  return fromColour(data, width, height);
}

/** Every picture under a folder, its sub-folders included. */
export function readFolder(folder: string): readonly Picture[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(png|jpe?g)$/i.test(name))
    .sort()
    .map((name) => {
      const file = path.join(folder, name);
      const beside = file.replace(/\.\w+$/, '.txt');
      // An editor's line end is not part of the text; a code's own is written twice.
      const text = existsSync(beside) ? readFileSync(beside, 'utf8').replace(/\r?\n$/, '') : undefined;
      return { name, luma: decode(file), text };
    });
}

/** What a camera sees when nobody is there. */
export const emptyFrames = (): readonly Luma[] =>
  Array.from({ length: 20 }, (_, seed) =>
    makeFrame(undefined, { width: 1280, height: 720 }, { pxPerModule: 1, noise: (seed % 4) * 4 }, seed + 1),
  );

/** As a canvas hands a picture to a library. */
export function toRgba({ width, height, data }: Luma) {
  const rgba = new Uint8ClampedArray(data.length * 4);
  for (let i = 0; i < data.length; i++) rgba.fill(data[i]!, i * 4, i * 4 + 3).fill(255, i * 4 + 3, i * 4 + 4);
  return { data: rgba, width, height, colorSpace: 'srgb' } as const;
}
