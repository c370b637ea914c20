import { prepareZXingModule, readBarcodes, type ReaderOptions } from 'zxing-wasm/reader';
import { type Box, crop, enlargedTwice, grown, localContrast, type Luma, toPgm } from './luma.ts';

export interface Found {
  readonly text: string;
  readonly box: Box;
}

/** Finds the QR symbol in one picture: an exact text or nothing, never a guess. */
export interface Decoder {
  readonly name: 'zxing-wasm' | 'zxing-js';
  find(luma: Luma, denoise?: boolean): Promise<Found | undefined>;
}

/**
 * Measured on some 2,000 pictures. QR alone: other formats cost an empty frame six times as much. Plain: the default
 * text mode rewrites control characters. Inverting reads dark-mode phones, downscaling reads codes held close;
 * rotating reads nothing more.
 */
export const READER_OPTIONS = {
  formats: ['QRCode'],
  maxNumberOfSymbols: 1,
  textMode: 'Plain',
  tryHarder: true,
  tryInvert: true,
  tryDownscale: true,
  downscaleFactor: 2,
  tryRotate: false,
} as const satisfies ReaderOptions;

/** Where the decoder's program comes from: an address of our own bundle, or its bytes. Its default is a public CDN. */
export type WasmSource = { readonly url: string } | { readonly bytes: ArrayBuffer };

/** Compiles the decoder and warms it up on an empty frame. Rejects where WebAssembly can't start. */
export async function loadWasmDecoder(source: WasmSource): Promise<Decoder> {
  await prepareZXingModule({
    overrides: 'url' in source ? { locateFile: () => source.url } : { wasmBinary: source.bytes },
    fireImmediately: true,
  });
  const decoder: Decoder = {
    name: 'zxing-wasm',
    find: async (luma, denoise = false) => {
      const results = await readBarcodes(toPgm(luma), { ...READER_OPTIONS, tryDenoise: denoise });
      const hit = results.find((result) => result.isValid && result.text !== '');
      if (!hit) return undefined;
      const { topLeft, topRight, bottomLeft, bottomRight } = hit.position;
      return { text: hit.text, box: around([topLeft, topRight, bottomLeft, bottomRight]) };
    },
  };
  await decoder.find({ width: 64, height: 64, data: new Uint8Array(64 * 64) });
  return decoder;
}

export function around(points: readonly { readonly x: number; readonly y: number }[]): Box {
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/**
 * How hard to look at a picture. `plain` reads nearly everything and is cheap; each of the others reads some that it
 * misses (small, noisy, unevenly lit) and costs several times as much.
 */
export type Look = 'plain' | 'enlarged' | 'denoised' | 'evened';
export const SECOND_LOOKS = ['enlarged', 'denoised', 'evened'] as const satisfies readonly Look[];

/** Enlarging more than a full-HD frame costs more than it finds. */
const MOST_PIXELS_TO_ENLARGE = 1920 * 1088;

export async function look(decoder: Decoder, luma: Luma, how: Look): Promise<Found | undefined> {
  switch (how) {
    case 'plain':
      return decoder.find(luma);
    case 'denoised':
      return decoder.find(luma, true);
    case 'evened':
      return decoder.find(localContrast(luma));
    case 'enlarged': {
      if (luma.width * luma.height > MOST_PIXELS_TO_ENLARGE) return undefined;
      const found = await decoder.find(enlargedTwice(luma));
      return found && { text: found.text, box: scaled(found.box, 0.5) };
    }
  }
}

const scaled = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x * by,
  y: y * by,
  width: width * by,
  height: height * by,
});

/** Looks first where a code was a moment ago: less than half the cost of the whole frame. */
export async function lookAround(decoder: Decoder, luma: Luma, last: Box): Promise<Found | undefined> {
  const part = crop(luma, grown(last, 0.5));
  const found = await decoder.find(part.luma);
  return found && { text: found.text, box: { ...found.box, x: found.box.x + part.box.x, y: found.box.y + part.box.y } };
}
