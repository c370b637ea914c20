import { expect, test } from 'vitest';
import type { CameraTune } from '../../preload/camera-views.ts';
import { offersOf, tuneTrack } from '../../renderer/camera/tune.ts';

/** A camera's track, as far as tuning touches it. */
function fakeTrack(capabilities: object | undefined, refuses = false) {
  const wishes: MediaTrackConstraints[] = [];
  const track = {
    ...(capabilities && { getCapabilities: () => capabilities }),
    getSettings: () => ({ width: 1280, height: 720 }),
    getConstraints: () => ({ frameRate: { ideal: 30 } }),
    applyConstraints: async (wish: MediaTrackConstraints = {}) => {
      wishes.push(wish);
      if (refuses) throw new DOMException('', 'OverconstrainedError');
    },
  };
  return { track, wishes };
}
const PHONE = {
  torch: true,
  focusMode: ['continuous', 'manual'],
  width: { min: 1, max: 1920 },
  height: { min: 1, max: 1080 },
};
const NOW = { size: { width: 1280, height: 720 } };
const FOCUS = { focusMode: 'continuous' };

test.each<[string, object | undefined, object]>([
  ['a browser that does not tell', undefined, { torch: false, focus: [], sizes: [], ...NOW }],
  [
    'a plain webcam',
    { width: { max: 640 }, height: { max: 480 } },
    { torch: false, focus: [], sizes: [{ width: 640, height: 480 }], ...NOW },
  ],
  [
    'one with light and focus',
    PHONE,
    {
      torch: true,
      focus: ['continuous', 'manual'],
      sizes: [
        { width: 640, height: 480 },
        { width: 1280, height: 720 },
        { width: 1920, height: 1080 },
      ],
      ...NOW,
    },
  ],
  [
    'one that focuses in a way that nobody knows',
    { focusMode: ['psychic'] },
    { torch: false, focus: [], sizes: [], ...NOW },
  ],
])('what is offered by %s', (_name, capabilities, offers) => {
  expect(offersOf(fakeTrack(capabilities).track)).toEqual(offers);
});

test.each<[string, object | undefined, CameraTune, object]>([
  ['nothing special', PHONE, {}, { advanced: [{ ...FOCUS, torch: false }] }],
  ['the light', PHONE, { torch: true }, { advanced: [{ ...FOCUS, torch: true }] }],
  ['focus that stays', PHONE, { focus: 'manual' }, { advanced: [{ focusMode: 'manual', torch: false }] }],
  [
    'a size',
    PHONE,
    { size: { width: 1920, height: 1080 } },
    { width: { ideal: 1920 }, height: { ideal: 1080 }, advanced: [{ ...FOCUS, torch: false }] },
  ],
  ['a light that is not there', { focusMode: ['continuous'] }, { torch: true }, { advanced: [FOCUS] }],
  ['a focus that is not there', { torch: true }, { focus: 'manual' }, { advanced: [{ torch: false }] }],
  ['all of it from a camera that tells nothing', undefined, { torch: true, focus: 'manual' }, {}],
])('wanting %s', async (_name, capabilities, tune, constraints) => {
  const { track, wishes } = fakeTrack(capabilities);
  await tuneTrack(track, tune);
  expect(wishes).toEqual([{ frameRate: { ideal: 30 }, ...constraints }]);
});

test('a camera that refuses after all is used as it is', async () => {
  const { track } = fakeTrack(PHONE, true);
  await expect(tuneTrack(track, { torch: true })).resolves.toBeUndefined();
});
