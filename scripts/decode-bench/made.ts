import { type FrameFaults, makeFrame, seededRandom } from '../../tests/renderer/made-frames.ts';
import type { Picture } from './pictures.ts';

const SIZE = { width: 1280, height: 720 };
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

/** The lengths of a short badge, of a pass by another system and of a signed badge. */
const LENGTHS = [20, 120, 300] as const;

/** One fault at a time, from what a good camera shows to where nothing is read, and some mixed. */
const FAULTS: readonly FrameFaults[] = [
  ...[1.5, 1.8, 2, 2.5, 3, 4].map((pxPerModule) => ({ pxPerModule, rotationDegrees: 7, blurPx: 0.5 })),
  ...[0.8, 1.2, 1.6, 2].map((blurPx) => ({ pxPerModule: 4, blurPx })),
  ...[8, 16, 24, 32].map((noise) => ({ pxPerModule: 4, noise })),
  ...[15, 45, 90, 160].map((rotationDegrees) => ({ pxPerModule: 4, rotationDegrees })),
  ...[100, 50, 24, 16].map((contrast) => ({ pxPerModule: 4, contrast })),
  { pxPerModule: 4, inverted: true },
  { pxPerModule: 3, noise: 10, blurPx: 0.8, contrast: 120, rotationDegrees: 20 },
  { pxPerModule: 3, noise: 16, blurPx: 0.6, contrast: 90, rotationDegrees: 33 },
  { pxPerModule: 2.2, noise: 6, blurPx: 0.6, contrast: 150, rotationDegrees: 12 },
];

/** The same pictures on every machine. */
export function madePictures(): readonly Picture[] {
  const random = seededRandom(2026);
  const textOf = (length: number): string =>
    Array.from({ length }, () => ALPHABET[Math.floor(random() * ALPHABET.length)]).join('');
  return FAULTS.flatMap((faults, i) =>
    LENGTHS.map((length) => {
      const text = textOf(length);
      return {
        name: `${JSON.stringify(faults)} ${length}`,
        text,
        luma: makeFrame(text, SIZE, faults, i * 10 + length),
      };
    }),
  );
}
