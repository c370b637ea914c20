/**
 * How hard to look at each frame. A still, empty scene is looked at a few times a second; a frame in which something
 * moved is looked at at once, and so is everything for a while after, because a badge is read best when it has just
 * come to rest. Pure: time and frames are handed in.
 */
import { type Look, SECOND_LOOKS } from './decode.ts';
import type { Luma } from './luma.ts';

export const PACE = {
  /** Between two looks at a still scene. */
  idleMs: 300,
  /** Looked at in full for so long after the last change. */
  lingerMs: 1_500,
  /** Every n-th look at a scene in motion is a second, harder one. */
  secondLookEvery: 4,
  /** Points of the sampling grid along one side of a tile: 4 of 16 pixels, less than a badge that can be read. */
  tile: 4,
  /** Mean difference of a tile, of 255, that no sensor makes by itself in fair light. */
  changeAtLeast: 12,
  /** In poor light: so many times the difference that the picture shows everywhere. */
  changeTimesNoise: 2.5,
} as const;

export interface PaceState {
  /** The last frame that was looked at: slow movements add up against it. */
  readonly reference?: Luma;
  readonly noise: number;
  readonly lookedAtMs: number;
  readonly changedAtMs: number;
  /** Looks since the scene came to life. */
  readonly looks: number;
  readonly secondLooks: number;
}

export const PACE_START: PaceState = {
  noise: 0,
  lookedAtMs: Number.NEGATIVE_INFINITY,
  changedAtMs: Number.NEGATIVE_INFINITY,
  looks: 0,
  secondLooks: 0,
};

/** @param grid the frame's sampled points, `sampleGrid`. */
export function nextLook(
  state: PaceState,
  grid: Luma,
  atMs: number,
): { readonly state: PaceState; readonly look: Look | 'skip' } {
  const { changed, noise } = compare(state, grid);
  const changedAtMs = changed ? atMs : state.changedAtMs;
  const lively = atMs - changedAtMs < PACE.lingerMs;
  if (!lively && atMs - state.lookedAtMs < PACE.idleMs) return { state: { ...state, noise }, look: 'skip' };

  const looks = lively ? state.looks + 1 : 0;
  const second = looks > 0 && looks % PACE.secondLookEvery === 0;
  const look = second ? SECOND_LOOKS[state.secondLooks % SECOND_LOOKS.length]! : 'plain';
  const secondLooks = state.secondLooks + (second ? 1 : 0);
  return { state: { reference: grid, noise, lookedAtMs: atMs, changedAtMs, looks, secondLooks }, look };
}

function compare({ reference, noise }: PaceState, grid: Luma): { readonly changed: boolean; readonly noise: number } {
  if (reference?.width !== grid.width || reference.height !== grid.height) return { changed: true, noise };
  const tiles = tileDifferences(reference, grid).sort((a, b) => a - b);
  const typical = tiles[tiles.length >> 1] ?? 0;
  const most = tiles[tiles.length - 1] ?? 0;
  const changed =
    most >= Math.max(PACE.changeAtLeast, PACE.changeTimesNoise * noise) || typical >= PACE.changeAtLeast * 2;
  // Half of the tiles stay quiet when somebody walks in, so the middle one is the sensor's; the lid is for crowds.
  const learnt = Math.min(PACE.changeAtLeast, noise * 0.9 + typical * 0.1);
  return { changed, noise: learnt };
}

/** Mean absolute difference of every tile: a small badge far from the middle changes one tile, not the whole picture. */
function tileDifferences(one: Luma, other: Luma): Float32Array {
  // What is left over at an edge belongs to the last whole tile: a narrow one would be all noise.
  const [columns, rows] = [tilesAlong(one.width), tilesAlong(one.height)];
  const sums = new Float32Array(columns * rows);
  const counts = new Float32Array(sums.length);
  for (let y = 0, i = 0; y < one.height; y++) {
    const row = Math.min(rows - 1, Math.floor(y / PACE.tile)) * columns;
    for (let x = 0; x < one.width; x++, i++) {
      const tile = row + Math.min(columns - 1, Math.floor(x / PACE.tile));
      sums[tile]! += Math.abs(one.data[i]! - other.data[i]!);
      counts[tile]! += 1;
    }
  }
  return sums.map((sum, tile) => sum / counts[tile]!);
}

const tilesAlong = (points: number): number => Math.max(1, Math.floor(points / PACE.tile));
