import { Zip, ZipDeflate } from 'fflate';
import { nextTurn } from '../next-turn.ts';

export interface FileOfZip {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const PIECE_BYTES = 64 * 1024;

/** Packs the files piece by piece: a badge is decided between two of them. */
export async function zipped(files: readonly FileOfZip[], breathe = nextTurn): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(piece);
  });
  for (const { name, bytes } of files) {
    const file = new ZipDeflate(name, { level: 6 });
    zip.add(file);
    for (let from = 0; from < bytes.length || from === 0; from += PIECE_BYTES) {
      file.push(bytes.subarray(from, from + PIECE_BYTES), from + PIECE_BYTES >= bytes.length);
      await breathe();
    }
  }
  zip.end();
  return new Uint8Array(Buffer.concat(pieces));
}
