import { readFileSync } from 'node:fs';
import path from 'node:path';
import jpeg from 'jpeg-js';
import { PNG } from 'pngjs';
import { Advice } from '../console.ts';
import type { LumaFrame } from './frame.ts';

/** Wider pictures are averaged down to this or less: a webcam's width, and what thirty decodings a second can bear. */
const WEBCAM_WIDTH = 1280;
const PICTURE = /\.(png|jpe?g)$/i;

export const isPicture = (file: string): boolean => PICTURE.test(file);

/**
 * Reads a .png or .jpg file as shades of grey, at most as wide as a webcam's picture.
 * @throws Advice when it can't be read or is no such picture.
 */
export function readPicture(file: string): LumaFrame {
  try {
    const bytes = readFileSync(file);
    return fitted(
      toLuma(
        path.extname(file).toLowerCase() === '.png' ? PNG.sync.read(bytes) : jpeg.decode(bytes, { useTArray: true }),
      ),
    );
  } catch (fault) {
    throw new Advice(`${file} can't be read as a picture (${String(fault)}). Give a .png or .jpg file.`);
  }
}

/** Rec. 601 weights, as a camera's own luma. Transparent parts are white paper. */
function toLuma({ width, height, data }: { width: number; height: number; data: Uint8Array }): LumaFrame {
  const luma = new Uint8Array(width * height);
  for (let pixel = 0; pixel < luma.length; pixel++) {
    const [red = 0, green = 0, blue = 0, alpha = 255] = data.subarray(pixel * 4, pixel * 4 + 4);
    const seen = (0.299 * red + 0.587 * green + 0.114 * blue) * (alpha / 255) + 255 - alpha;
    luma[pixel] = Math.round(seen);
  }
  return { width, height, data: luma };
}

/** Averages squares of pixels, by the smallest whole factor that makes the picture narrow enough. */
function fitted(frame: LumaFrame): LumaFrame {
  const factor = Math.ceil(frame.width / WEBCAM_WIDTH);
  const width = Math.floor(frame.width / factor);
  const height = Math.floor(frame.height / factor);
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) data[y * width + x] = meanOfSquare(frame, x * factor, y * factor, factor);
  }
  return { width, height, data };
}

function meanOfSquare({ width, data }: LumaFrame, left: number, top: number, side: number): number {
  let sum = 0;
  for (let y = top; y < top + side; y++) {
    for (let x = left; x < left + side; x++) sum += data[y * width + x] ?? 0;
  }
  return Math.round(sum / (side * side));
}
