import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { type Decoder, loadWasmDecoder } from './decode.ts';
import { createLumaTap } from './frame-luma.ts';
import { createFrameReader } from './frame-reader.ts';
import { crop, mean, middleOf, sampleGrid } from './luma.ts';
import type { FromWorker, ToWorker } from './messages.ts';

const PULSE_MS = 250;

const tell = (message: FromWorker): void => self.postMessage(message);

async function loadDecoder(): Promise<Decoder> {
  try {
    return await loadWasmDecoder({ url: wasmUrl });
  } catch {
    const { makeJsDecoder } = await import('./decode-js.ts');
    return makeJsDecoder();
  }
}

const tap = createLumaTap();
const reader = loadDecoder().then((decoder) => {
  tell({ kind: 'ready', decoder: decoder.name });
  return createFrameReader(decoder);
});
let pulsedAtMs = 0;
let region: 'whole' | 'middle' = 'whole';

async function take(picture: VideoFrame | ImageBitmap, atMs: number): Promise<void> {
  const luma = await tap.take(picture);
  if (atMs - pulsedAtMs >= PULSE_MS) {
    pulsedAtMs = atMs;
    tell({ kind: 'pulse', brightness: mean(sampleGrid(luma)) });
  }
  const looked = region === 'middle' ? crop(luma, middleOf(luma)).luma : luma;
  const text = await (await reader).read(looked, atMs);
  if (text !== undefined) tell({ kind: 'code', text });
}

/** The stream keeps one frame: what waits while a frame is read is replaced by the newest, so nothing piles up. */
async function takeAll(frames: ReadableStream<VideoFrame>): Promise<void> {
  const source = frames.getReader();
  for (;;) {
    const { done, value } = await source.read();
    if (done) return;
    await take(value, performance.now());
  }
}

self.onmessage = async ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'region') return void (region = data.region);
  if (data.kind === 'frames') return takeAll(data.frames);
  await take(data.picture, data.atMs);
  tell({ kind: 'took' });
};
