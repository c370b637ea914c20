import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Decoder, loadWasmDecoder } from '../../renderer/camera/decode.ts';

/** The app's own decoder, with the file that ships in the app. */
export async function decoderFromDisk(): Promise<Decoder> {
  const file = await readFile(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')));
  return loadWasmDecoder({
    bytes: file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer,
  });
}
