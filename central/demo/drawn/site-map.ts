import { drawPng, type Colour } from './png.ts';

const SIZE = { width: 640, height: 420 };
const GROUND: Colour = [232, 236, 228];
const ROAD: Colour = [198, 202, 208];
const RIVER: Colour = [150, 190, 220];
const TOWER: Colour = [92, 104, 124];
const HALL: Colour = [228, 168, 84];
const GATE: Colour = [196, 44, 40];

/** Riverside Tower from above: the river, the ring road, the tower, the event's hall, and the two gates in red. */
export function drawSiteMap(): Buffer {
  const inBox = (x: number, y: number, [left, top, wide, high]: readonly [number, number, number, number]): boolean =>
    x >= left && x < left + wide && y >= top && y < top + high;
  return drawPng(SIZE, (x, y) => {
    if (y < 70 + Math.sin(x / 60) * 14) return RIVER;
    if (inBox(x, y, [70, 236, 18, 48]) || inBox(x, y, [300, 372, 56, 18])) return GATE;
    if (inBox(x, y, [170, 150, 130, 130])) return TOWER;
    if (inBox(x, y, [370, 150, 170, 100])) return HALL;
    const isRing = inBox(x, y, [70, 110, 520, 280]) && !inBox(x, y, [100, 140, 460, 220]);
    return isRing || inBox(x, y, [0, 248, 80, 24]) ? ROAD : GROUND;
  });
}
