/** Camera frames made from nothing but a seed: a QR symbol on a textured ground, with the faults of real cameras. */
import qrcode from 'qrcode';
import type { Luma } from '../../renderer/camera/luma.ts';

export interface FrameFaults {
  /** Pixels of the frame for one module of the symbol. */
  readonly pxPerModule: number;
  readonly rotationDegrees?: number;
  /** Radius of the blur, in pixels. */
  readonly blurPx?: number;
  /** Standard deviation of the sensor's noise, of 255. */
  readonly noise?: number;
  /** Difference between black and white, of 255. */
  readonly contrast?: number;
  /** White on black, as a phone in dark mode shows it. */
  readonly inverted?: boolean;
  /** In the middle of the frame; otherwise anywhere that it fits. */
  readonly centred?: boolean;
}

export interface FrameSize {
  readonly width: number;
  readonly height: number;
}

/** Mulberry32: numbers from 0 to 1, the same for the same seed everywhere. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const QUIET_ZONE = 4;

/** Soft bands that no decoder takes for a symbol, as a wall or a jacket would be. */
const groundAt = (x: number, y: number): number =>
  120 + 45 * Math.sin(x / 37) * Math.cos(y / 53) + 15 * Math.sin(y / 11);

/** @param text left out for a frame with no badge in it. */
export function makeFrame(text: string | undefined, size: FrameSize, faults: FrameFaults, seed: number): Luma {
  const random = seededRandom(seed);
  const { width, height } = size;
  const picture = new Float32Array(width * height);
  const symbolAt = text === undefined ? () => undefined : symbolSampler(text, size, faults, random);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) picture[i] = symbolAt(x, y) ?? groundAt(x, y);
  }
  const blurred = faults.blurPx ? blur(picture, size, faults.blurPx) : picture;
  const data = Uint8Array.from(blurred, (value) => {
    const level = value + (faults.noise ?? 0) * gaussian(random);
    return Math.max(0, Math.min(255, Math.round(level)));
  });
  return { width, height, data };
}

/** Brightness of the badge at a pixel, averaged over four points in it; nothing outside of the badge. */
function symbolSampler(text: string, size: FrameSize, faults: FrameFaults, random: () => number) {
  const { modules } = qrcode.create(text, { errorCorrectionLevel: 'M' });
  const across = modules.size + 2 * QUIET_ZONE;
  const side = across * faults.pxPerModule;
  const angle = ((faults.rotationDegrees ?? 0) * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const reach = (side * (Math.abs(cos) + Math.abs(sin))) / 2;
  const place = (whole: number): number =>
    faults.centred ? whole / 2 : reach + random() * Math.max(0, whole - 2 * reach);
  const [middleX, middleY] = [place(size.width), place(size.height)];
  const [white, black] = [128 + (faults.contrast ?? 220) / 2, 128 - (faults.contrast ?? 220) / 2];

  const point = (x: number, y: number): number | undefined => {
    const [dx, dy] = [x - middleX, y - middleY];
    const column = Math.floor((dx * cos + dy * sin + side / 2) / faults.pxPerModule);
    const row = Math.floor((dy * cos - dx * sin + side / 2) / faults.pxPerModule);
    if (column < 0 || row < 0 || column >= across || row >= across) return undefined;
    const [c, r] = [column - QUIET_ZONE, row - QUIET_ZONE];
    const inside = c >= 0 && r >= 0 && c < modules.size && r < modules.size;
    const dark = inside && modules.get(r, c) !== 0;
    return dark !== (faults.inverted ?? false) ? black : white;
  };
  return (x: number, y: number): number | undefined => {
    if (point(x + 0.5, y + 0.5) === undefined) return undefined;
    let [sum, count] = [0, 0];
    for (const [ox, oy] of [
      [0.25, 0.25],
      [0.75, 0.25],
      [0.25, 0.75],
      [0.75, 0.75],
    ] as const) {
      const value = point(x + ox, y + oy);
      if (value !== undefined) [sum, count] = [sum + value, count + 1];
    }
    return count === 0 ? undefined : sum / count;
  };
}

function gaussian(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** A Gaussian along both sides. */
function blur(picture: Float32Array, { width, height }: FrameSize, radiusPx: number): Float32Array {
  const reach = Math.ceil(radiusPx * 3);
  const weights = Array.from({ length: 2 * reach + 1 }, (_, i) => Math.exp(-((i - reach) ** 2) / (2 * radiusPx ** 2)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const along = (
    source: Float32Array,
    step: number,
    length: number,
    indexOf: (line: number) => number,
    lines: number,
  ) => {
    const out = new Float32Array(source.length);
    for (let line = 0; line < lines; line++) {
      const start = indexOf(line);
      for (let at = 0; at < length; at++) {
        let sum = 0;
        for (let k = -reach; k <= reach; k++) {
          const clamped = Math.max(0, Math.min(length - 1, at + k));
          sum += weights[k + reach]! * source[start + clamped * step]!;
        }
        out[start + at * step] = sum / total;
      }
    }
    return out;
  };
  const across = along(picture, 1, width, (line) => line * width, height);
  return along(across, width, height, (line) => line, width);
}
