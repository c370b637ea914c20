import { closeSync, openSync, writeSync } from 'node:fs';
import jpeg from 'jpeg-js';
import type { LumaFrame } from './frame.ts';

/** Chromium plays a raw MJPEG file at this rate, whatever made it, and starts again at its end. */
export const FRAMES_PER_SECOND = 30;
const QUALITY = 60;

/** One picture and how long the camera sees it. */
export interface Shot {
  readonly frame: LumaFrame;
  readonly heldMs: number;
}

/** Writes the shots as a file for --use-file-for-fake-video-capture. A held picture is encoded once and repeated. */
export function writeMjpeg(file: string, shots: Iterable<Shot>): void {
  writeJpegs(file, encoded(shots));
}

function* encoded(shots: Iterable<Shot>): Generator<{ bytes: Uint8Array; heldMs: number }> {
  const known = new Map<LumaFrame, Uint8Array>();
  for (const { frame, heldMs } of shots) {
    const bytes = known.get(frame) ?? encode(frame);
    known.set(frame, bytes);
    yield { bytes, heldMs };
  }
}

/** The same for pictures that are JPEG files already. */
export function writeJpegs(
  file: string,
  pictures: Iterable<{ readonly bytes: Uint8Array; readonly heldMs: number }>,
): void {
  const descriptor = openSync(file, 'w');
  try {
    for (const { bytes, heldMs } of pictures) {
      const repeats = Math.max(1, Math.round((heldMs * FRAMES_PER_SECOND) / 1000));
      for (let n = 0; n < repeats; n++) writeSync(descriptor, bytes);
    }
  } finally {
    closeSync(descriptor);
  }
}

function encode({ width, height, data }: LumaFrame): Uint8Array {
  const rgba = new Uint8Array(data.length * 4);
  data.forEach((luma, pixel) => rgba.fill(luma, pixel * 4, pixel * 4 + 3));
  return jpeg.encode({ width, height, data: rgba }, QUALITY).data;
}
