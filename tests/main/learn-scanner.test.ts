import { describe, expect, test } from 'vitest';
import { CALIBRATION_CODE } from '../../core/learnt-scanner.ts';
import { createLearnScanner } from '../../main/device-setup/learn-scanner.ts';
import { TRIAL_MS } from '../../main/device-setup/try-scanners.ts';
import { openSettings } from '../../main/settings.ts';
import type { WedgeKey } from '../../core/wedge.ts';
import type { Learning } from '../../preload/device-views.ts';
import { named, type, typeIn, withEnter } from '../core/wedge-player.ts';
import { newHome, START_MS } from './fixtures.ts';
import { virtualTime } from './virtual-time.ts';

function bench() {
  const home = newHome();
  const settings = openSettings(home, START_MS);
  const time = virtualTime();
  const told: Learning[] = [];
  const learning = createLearnScanner({ settings, tell: (news) => told.push(news), setTimer: time.setTimer });
  /** Which keys were kept from the window, with the silence after them run on. */
  const play = async (keys: readonly WedgeKey[]): Promise<string[]> => {
    const kept = keys.filter((key) => learning.hear(key)).map(({ code }) => code);
    await time.pass(1000);
    return kept;
  };
  return { home, settings, time, told, learning, play };
}
const french = withEnter(typeIn('fr', CALIBRATION_CODE, 0, 12), 12);

describe('learning how a scanner types', () => {
  test('is kept at once, told, and over; a second program start knows it', async () => {
    const { home, learning, play, told } = bench();
    learning.set(true);
    await play(french);
    const learnt = { layout: 'fr', keys: {}, keyMs: 12, suffix: 'enter', prefix: '', aim: false };
    expect(told).toEqual([{ ok: true, learnt }]);
    expect(learning.isOn()).toBe(false);
    const wedge = openSettings(home, START_MS).get().wedge;
    expect(wedge).toEqual({ enabled: true, laneId: 'lane-1', learnt });
    learning.forget();
    expect(openSettings(home, START_MS).get().wedge).toEqual({ enabled: true, laneId: 'lane-1' });
  });

  test('goes on when the code was not whole', async () => {
    const { learning, play, told } = bench();
    learning.set(true);
    await play(withEnter(type(CALIBRATION_CODE.slice(8), 0, [10])));
    expect(told).toEqual([{ ok: false }]);
    expect(learning.isOn()).toBe(true);
  });

  test('keeps the Enter and the spaces of a scan from the buttons, and leaves those of a person to them', async () => {
    const { learning, play, told } = bench();
    learning.set(true);
    expect(await play(french)).toEqual(expect.arrayContaining(['Space', 'Enter']));
    learning.set(true);
    const person = [
      named('Tab', 5000),
      named('Enter', 5600),
      named('Space', 6200, { key: ' ' }),
      named('Escape', 6800),
    ];
    expect(await play(person)).toEqual([]);
    expect(told).toHaveLength(1);
  });

  test('ends by itself when nobody scans', async () => {
    const { learning, time } = bench();
    learning.set(true);
    await time.pass(TRIAL_MS);
    expect(learning.isOn()).toBe(false);
  });
});
