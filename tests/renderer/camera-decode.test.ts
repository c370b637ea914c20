import { beforeAll, describe, expect, test } from 'vitest';
import { type Decoder, look, lookAround } from '../../renderer/camera/decode.ts';
import { makeJsDecoder } from '../../renderer/camera/decode-js.ts';
import { type FrameFaults, makeFrame } from './made-frames.ts';
import { decoderFromDisk } from './wasm-decoder.ts';

const HD = { width: 1280, height: 720 };
const BADGE = 'GH1:6BF+70790T9WJWG.FKY*4GO0.O1CV2 O5 N2FBBRW1*70HS8WY04AC*WIFN0AHCD8KD97TK0F90KECTHGWJC0FDC:5AIA';

let wasm: Decoder;
beforeAll(async () => {
  wasm = await decoderFromDisk();
});

describe('the decoder reads the exact text', () => {
  const CASES: readonly (readonly [string, FrameFaults])[] = [
    ['large', { pxPerModule: 8 }],
    ['of 4 px a module', { pxPerModule: 4 }],
    ['of 3 px a module', { pxPerModule: 3 }],
    ['inverted, as on a dark phone', { pxPerModule: 5, inverted: true }],
    ['turned by 30 degrees', { pxPerModule: 5, rotationDegrees: 30 }],
    ['turned by 45 degrees', { pxPerModule: 5, rotationDegrees: 45 }],
    ['upside down', { pxPerModule: 5, rotationDegrees: 180 }],
    ['blurred by 1 px', { pxPerModule: 5, blurPx: 1 }],
    ['noisy', { pxPerModule: 5, noise: 12 }],
    ['pale', { pxPerModule: 5, contrast: 60 }],
  ];
  test.each(CASES)('of a symbol %s', async (_, faults) => {
    expect((await wasm.find(makeFrame(BADGE, HD, faults, 7)))?.text).toBe(BADGE);
  });

  test.each([
    ['short', 'GH2:ABCDEFGHIJKLMNOP'],
    ['in Arabic', 'مرحبا بكم في الموقع'],
    ['with control characters', 'A\u001dB\u001eC\u0004'],
    ['of 350 characters', BADGE.repeat(4).slice(0, 350)],
  ])('of a text %s', async (_, text) => {
    expect((await wasm.find(makeFrame(text, HD, { pxPerModule: 4 }, 3)))?.text).toBe(text);
  });
});

describe('a frame with no badge in it gives nothing', () => {
  test.each(['plain', 'enlarged', 'denoised', 'evened'] as const)('by the %s look', async (how) => {
    expect(await look(wasm, makeFrame(undefined, HD, { pxPerModule: 1, noise: 10 }, 11), how)).toBeUndefined();
  });
});

test('the enlarged look reads a symbol too small for the plain one', async () => {
  const frame = makeFrame(BADGE, HD, { pxPerModule: 1.7, rotationDegrees: 12 }, 2);
  expect(await look(wasm, frame, 'plain')).toBeUndefined();
  expect((await look(wasm, frame, 'enlarged'))?.text).toBe(BADGE);
});

test('a code is found again around the place where it was, at the same place', async () => {
  const frame = makeFrame(BADGE, HD, { pxPerModule: 4 }, 5);
  const first = await look(wasm, frame, 'plain');
  const again = first && (await lookAround(wasm, frame, first.box));
  expect(again?.text).toBe(BADGE);
  expect(Math.abs(again!.box.x - first!.box.x)).toBeLessThan(3);
  expect(Math.abs(again!.box.y - first!.box.y)).toBeLessThan(3);
});

test('the enlarged look says where the code is in the frame, not in its enlargement', async () => {
  const frame = makeFrame(BADGE, HD, { pxPerModule: 4 }, 5);
  const [plain, enlarged] = [await look(wasm, frame, 'plain'), await look(wasm, frame, 'enlarged')];
  expect(Math.abs(plain!.box.x - enlarged!.box.x)).toBeLessThan(4);
  expect(Math.abs(plain!.box.width - enlarged!.box.width)).toBeLessThan(6);
});

describe('without WebAssembly', () => {
  const js = makeJsDecoder();
  test.each([
    ['straight', { pxPerModule: 5 }],
    ['inverted', { pxPerModule: 5, inverted: true }],
  ] as const)('a clean symbol is read: %s', async (_, faults) => {
    expect((await js.find(makeFrame(BADGE, HD, faults, 2)))?.text).toBe(BADGE);
  });
  test('an empty frame gives nothing', async () => {
    expect(await js.find(makeFrame(undefined, HD, { pxPerModule: 1 }, 2))).toBeUndefined();
  });
});
