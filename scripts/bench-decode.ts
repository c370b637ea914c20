/**
 * `npm run bench:decode -- <folder>`: the app's own decoding over pictures (.png, .jpg) that have their exact text in a .txt
 * of the same name; a picture without one holds no code. `--made` needs no pictures: it makes a small set from a seed.
 * Beside it, in the same run, zxing-wasm as it comes: ratios travel from machine to machine, milliseconds don't.
 */
import { readBarcodes } from 'zxing-wasm/reader';
import { type Decoder, look, type Look, SECOND_LOOKS } from '../renderer/camera/decode.ts';
import type { Luma } from '../renderer/camera/luma.ts';
import { decoderFromDisk } from '../tests/renderer/wasm-decoder.ts';
import { emptyFrames, type Picture, readFolder, toRgba } from './decode-bench/pictures.ts';
import { madePictures } from './decode-bench/made.ts';

type Read = (luma: Luma) => Promise<string | undefined>;

interface Figures {
  readonly correct: number;
  readonly wrong: number;
  readonly missed: number;
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly emptyMs: number;
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

async function timed(read: Read, luma: Luma): Promise<{ readonly text: string | undefined; readonly ms: number }> {
  const startMs = performance.now();
  const text = await read(luma);
  return { text, ms: performance.now() - startMs };
}

async function measure(read: Read, pictures: readonly Picture[], empty: readonly Luma[]): Promise<Figures> {
  let [correct, wrong, missed] = [0, 0, 0];
  const times: number[] = [];
  for (const { luma, text } of pictures) {
    const result = await timed(read, luma);
    times.push(result.ms);
    if (result.text === text) correct += 1;
    else if (result.text === undefined) missed += 1;
    else wrong += 1;
  }
  const emptyTimes: number[] = [];
  for (const luma of empty) emptyTimes.push((await timed(read, luma)).ms);
  times.sort((a, b) => a - b);
  emptyTimes.sort((a, b) => a - b);
  const [medianMs, p95Ms, emptyMs] = [quantile(times, 0.5), quantile(times, 0.95), quantile(emptyTimes, 0.5)];
  return { correct, wrong, missed, medianMs, p95Ms, emptyMs };
}

/** The looks that a badge held still gets within a second of frames, until one reads it. */
const readAsHeld =
  (decoder: Decoder, looks: readonly Look[]): Read =>
  async (luma) => {
    for (const how of looks) {
      const found = await look(decoder, luma, how);
      if (found) return found.text;
    }
    return undefined;
  };

/** What somebody gets who calls the library on a camera's picture and sets nothing. */
const readByDefaults: Read = async (luma) => {
  const results = await readBarcodes(toRgba(luma));
  return results.find((result) => result.isValid)?.text;
};

function table(rows: Readonly<Record<string, Figures>>): void {
  const print = (cells: readonly string[]): void =>
    console.log(cells.map((cell, i) => (i === 0 ? cell.padEnd(28) : cell.padStart(10))).join(''));
  print(['', 'correct', 'wrong', 'missed', 'median ms', 'p95 ms', 'empty ms']);
  for (const [name, { correct, wrong, missed, medianMs, p95Ms, emptyMs }] of Object.entries(rows)) {
    print([name, `${correct}`, `${wrong}`, `${missed}`, ...[medianMs, p95Ms, emptyMs].map((ms) => ms.toFixed(1))]);
  }
}

const argument = process.argv[2];
if (argument === undefined) {
  console.error('Name a folder of pictures with a .txt beside each, or --made for a made set.');
  process.exit(2);
}
const pictures = argument === '--made' ? madePictures() : readFolder(argument);
if (pictures.length === 0) {
  console.error(`${argument} holds no .png or .jpg. Name a folder that does, or --made.`);
  process.exit(2);
}
const decoder = await decoderFromDisk();
const empty = emptyFrames();
const rows = {
  'zxing-wasm, its defaults': await measure(readByDefaults, pictures, empty),
  'Gatehouse, first look': await measure(readAsHeld(decoder, ['plain']), pictures, empty),
  'Gatehouse, all looks': await measure(readAsHeld(decoder, ['plain', ...SECOND_LOOKS]), pictures, empty),
};
console.log(`${pictures.length} pictures, ${empty.length} empty frames of 1280×720`);
table(rows);
const { 'zxing-wasm, its defaults': plain, 'Gatehouse, first look': first, 'Gatehouse, all looks': all } = rows;
const times = (ours: number, theirs: number): string => `${(ours / theirs).toFixed(2)} times`;
console.log(
  `Against the defaults: the first look reads ${times(first.correct, plain.correct)} as many in ${times(first.medianMs, plain.medianMs)} ` +
    `the median time, an empty frame costs ${times(first.emptyMs, plain.emptyMs)}; all looks read ${times(all.correct, plain.correct)} as many.`,
);
