import { expect, test } from 'vitest';
import type { Luma } from '../../renderer/camera/luma.ts';
import { nextLook, PACE, PACE_START } from '../../renderer/camera/pace.ts';
import { see } from '../../renderer/camera/repeat-guard.ts';
import { seededRandom } from './made-frames.ts';

const [COLUMNS, ROWS] = [80, 45];
const FRAME_MS = 33;

/** A scene's sampling grid: even grey with noise, and a bright badge of some points where told. */
function scene(random: () => number, noise: number, badge?: { x: number; y: number; side: number }): Luma {
  const data = new Uint8Array(COLUMNS * ROWS);
  for (let i = 0; i < data.length; i++) {
    const [x, y] = [i % COLUMNS, Math.floor(i / COLUMNS)];
    const onBadge = badge && x >= badge.x && y >= badge.y && x < badge.x + badge.side && y < badge.y + badge.side;
    const spread = (random() + random() + random() - 1.5) * 2 * noise;
    data[i] = Math.max(0, Math.min(255, (onBadge ? 220 : 110) + spread));
  }
  return { width: COLUMNS, height: ROWS, data };
}

/** What becomes of one frame after the other. */
function run(frames: readonly Luma[], frameMs = FRAME_MS) {
  let state = PACE_START;
  return frames.map((grid, i) => {
    const next = nextLook(state, grid, i * frameMs);
    state = next.state;
    return { atMs: i * frameMs, look: next.look };
  });
}

const still = (count: number, noise: number, random = seededRandom(1)): Luma[] =>
  Array.from({ length: count }, () => scene(random, noise));

test.each([
  ['good', 3],
  ['poor', 12],
])('a still, empty scene in %s light is looked at two to four times a second', (_, noise) => {
  const seen = run(still(300, noise)).filter(({ atMs }) => atMs > 5_000);
  const perSecond = seen.filter(({ look }) => look !== 'skip').length / (seen.length * (FRAME_MS / 1000));
  expect(perSecond).toBeGreaterThanOrEqual(2);
  expect(perSecond).toBeLessThanOrEqual(4);
});

test.each([
  ['in the middle', { x: 36, y: 20, side: 12 }],
  ['small and in a corner', { x: 74, y: 2, side: 5 }],
])('the very frame in which a badge comes in is looked at: %s', (_, badge) => {
  const random = seededRandom(4);
  // Any frame after a long stillness may be the one: try each place in the idle rhythm.
  for (let quiet = 200; quiet < 215; quiet++) {
    const looks = run([...still(quiet, 6, random), scene(random, 6, badge)]);
    expect(looks.at(-1)?.look).not.toBe('skip');
  }
});

test('a badge that has come to rest goes on being looked at in every frame', () => {
  const random = seededRandom(9);
  const badge = { x: 30, y: 15, side: 12 };
  const resting = Math.floor(PACE.lingerMs / FRAME_MS) - 2;
  const looks = run([...still(200, 4, random), ...Array.from({ length: resting }, () => scene(random, 4, badge))]);
  expect(looks.slice(200).filter(({ look }) => look === 'skip')).toEqual([]);
});

test('a moving scene gets every harder look in turn, a still one none', () => {
  const random = seededRandom(2);
  const moving = Array.from({ length: 24 }, (_, i) => scene(random, 3, { x: i * 2, y: 10, side: 10 }));
  const hard = run(moving).flatMap(({ look }) => (look === 'plain' || look === 'skip' ? [] : [look]));
  expect(hard).toEqual(['enlarged', 'denoised', 'evened', 'enlarged', 'denoised', 'evened']);
  const idle = run(still(200, 3)).slice(100);
  expect(new Set(idle.map(({ look }) => look))).toEqual(new Set(['skip', 'plain']));
});

test('a movement too slow for two frames to differ is noticed all the same', () => {
  const random = seededRandom(3);
  const dimming = Array.from({ length: 60 }, (_, i) => {
    const grid = scene(random, 1);
    return { ...grid, data: grid.data.map((value, at) => (at % COLUMNS < 12 ? value + i * 2 : value)) };
  });
  const looks = run([...still(200, 1, random), ...dimming]).slice(200);
  expect(looks.filter(({ look }) => look !== 'skip').length).toBeGreaterThan(30);
});

test('another frame size is a change', () => {
  const { state } = nextLook(PACE_START, scene(seededRandom(1), 0), 0);
  expect(nextLook(state, { width: 2, height: 1, data: new Uint8Array(2) }, 1).look).toBe('plain');
});

test.each([
  [
    'one badge held for ten seconds is one reading',
    [
      ['A', 0],
      ['A', 500],
      ['A', 1_900],
      ['A', 3_000],
      ['A', 4_400],
    ],
    ['A@0'],
  ],
  [
    'a badge lowered and raised again counts again',
    [
      ['A', 0],
      ['A', 300],
      ['A', 1_801],
    ],
    ['A@0', 'A@1801'],
  ],
  [
    'a blurred second in between does not',
    [
      ['A', 0],
      ['A', 1_000],
    ],
    ['A@0'],
  ],
  [
    'another badge counts at once',
    [
      ['A', 0],
      ['B', 33],
    ],
    ['A@0', 'B@33'],
  ],
  [
    'two badges side by side are two readings, not a stream',
    [
      ['A', 0],
      ['B', 33],
      ['A', 66],
      ['B', 99],
    ],
    ['A@0', 'B@33'],
  ],
] as [string, [string, number][], string[]][])('%s', (_, sights, expected) => {
  let inView: ReadonlyMap<string, number> = new Map();
  const readings = sights.flatMap(([text, atMs]) => {
    const seen = see(inView, text, atMs);
    inView = seen.inView;
    return seen.isNew ? [`${text}@${atMs}`] : [];
  });
  expect(readings).toEqual(expected);
});

test('the guard forgets what has left, so that a long day does not fill it', () => {
  let inView: ReadonlyMap<string, number> = new Map();
  for (let i = 0; i < 1_000; i++) inView = see(inView, `badge ${i}`, i * 10_000).inView;
  expect(inView.size).toBe(1);
});
