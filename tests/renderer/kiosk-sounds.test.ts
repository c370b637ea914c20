import { expect, test } from 'vitest';
import { createPlayer, SOUNDS, type SoundName } from '../../renderer/shared/sounds.ts';

const pitches = (name: SoundName): readonly number[] => SOUNDS[name].map((each) => each.hz);

test('coming in rises, going out falls, not recognised stays level', () => {
  const [in1, in2] = pitches('come_in') as [number, number];
  const [out1, out2] = pitches('goodbye') as [number, number];
  expect(in2).toBeGreaterThan(in1);
  expect(out2).toBeLessThan(out1);
  expect(new Set(pitches('unknown')).size).toBe(1);
  expect(SOUNDS.unknown).toHaveLength(2);
});

test('a refusal is three short low notes, below every other sound', () => {
  expect(SOUNDS.refused).toHaveLength(3);
  const others = (['come_in', 'goodbye', 'wait', 'unknown'] as const).flatMap((name) => pitches(name));
  expect(Math.max(...pitches('refused'))).toBeLessThan(Math.min(...others));
  expect(Math.max(...SOUNDS.refused.map((each) => each.lengthMs))).toBeLessThan(200);
});

test('please wait sounds once and once more after five seconds', () => {
  expect(SOUNDS.wait.map((each) => each.atMs)).toEqual([0, 5_000]);
});

/** As much of Web Audio as a player touches; what is connected at the end is what can still be heard. */
function silentContext() {
  const playing = new Set<object>();
  const volumes: { value: number }[] = [];
  const param = () => ({ value: 1, setValueAtTime: () => {}, linearRampToValueAtTime: () => {} });
  const context = {
    currentTime: 0,
    destination: {},
    resume: async () => {},
    createGain: () => {
      const gain = param();
      volumes.push(gain);
      return { gain, connect: (next: unknown) => next };
    },
    createOscillator: () => {
      const oscillator = {
        frequency: param(),
        connect: (next: unknown) => (playing.add(oscillator), next),
        disconnect: () => playing.delete(oscillator),
        start: () => {},
        stop: () => {},
      };
      return oscillator;
    },
  };
  return { playing, volumes, make: () => context as unknown as AudioContext };
}

test('a new sound cuts off what is left of the last one', () => {
  const { playing, make } = silentContext();
  const player = createPlayer(make);
  player.play('wait', 1);
  player.play('come_in', 1);
  expect(playing.size).toBe(SOUNDS.come_in.length);
  player.silence();
  expect(playing.size).toBe(0);
});

test('a muted gate plays nothing', () => {
  const { playing, make } = silentContext();
  createPlayer(make).play('refused', 0);
  expect(playing.size).toBe(0);
});

test('half the volume is a quarter of the amplitude', () => {
  const { volumes, make } = silentContext();
  createPlayer(make).play('goodbye', 0.5);
  expect(volumes[0]?.value).toBe(0.25);
});
