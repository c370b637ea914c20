import { drawPng, type Colour } from './png.ts';

const SIZE = { width: 180, height: 240 };
const SKINS: readonly Colour[] = [[241, 205, 178], [214, 166, 130], [168, 118, 84], [112, 76, 54], [229, 186, 150]]; // prettier-ignore
const HAIRS: readonly Colour[] = [[40, 30, 26], [92, 62, 40], [168, 120, 66], [128, 128, 130], [20, 20, 24]]; // prettier-ignore
const CLOTHES: readonly Colour[] = [[226, 122, 30], [32, 92, 150], [212, 206, 40], [64, 70, 78], [44, 110, 84]]; // prettier-ignore
const WALLS: readonly Colour[] = [
  [206, 216, 226],
  [224, 220, 210],
  [210, 222, 210],
];
const EYE: Colour = [30, 26, 26];
const MOUTH: Colour = [150, 72, 68];

const within = (x: number, y: number, atX: number, atY: number, wide: number, high: number): boolean =>
  ((x - atX) / wide) ** 2 + ((y - atY) / high) ** 2 <= 1;
const of = (colours: readonly Colour[], seed: number): Colour => colours[seed % colours.length] as Colour;

/** A plain drawn face, different for each seed and the same in every run: nobody real is in the demo. */
export function drawPortrait(seed: number): Buffer {
  const [skin, hair, clothes, wall] = [
    of(SKINS, seed),
    of(HAIRS, seed * 3 + 1),
    of(CLOTHES, seed * 7),
    of(WALLS, seed),
  ];
  const hairHigh = 50 + (seed % 4) * 6;
  const isLong = seed % 3 === 0;
  return drawPng(SIZE, (x, y) => {
    const across = Math.abs(x - 90);
    if (within(across, y, 20, 112, 5, 4)) return EYE;
    if (within(across, y, 0, 150, 17, 4)) return MOUTH;
    const fringe = y < 84 && within(x, y, 90, 104, 56, hairHigh);
    if (fringe) return hair;
    if (within(x, y, 90, 116, 48, 62)) return skin;
    if (within(x, y, 90, 104, 56, hairHigh) || (isLong && across < 56 && y > 100 && y < 178)) return hair;
    if (across < 20 && y > 160 && y < 196) return skin;
    if (within(x, y, 90, 254, 84, 70)) return clothes;
    return wall.map((part) => Math.min(255, part + Math.round(y / 20))) as unknown as Colour;
  });
}
