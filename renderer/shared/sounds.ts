/** The sound of each outcome (LOOK "Outcomes"): a table of notes and the few lines that play it. */

export interface Note {
  /** From the start of the sound. */
  readonly atMs: number;
  readonly lengthMs: number;
  readonly hz: number;
  /** Before the gate's volume: 1 is the loudest a gate plays. */
  readonly gain: number;
  readonly wave: OscillatorType;
}

const note = (atMs: number, hz: number, lengthMs: number, gain = 0.8, wave: OscillatorType = 'triangle'): Note => ({
  atMs,
  hz,
  lengthMs,
  gain,
  wave,
});

// Pitches of one scale, so that a busy gate is not a cacophony: G3, D5, G5, D6. A low note needs a rounder wave and
// more of it to be heard over engines on a small loudspeaker.
const [LOW, MIDDLE, HIGH, TOP] = [196, 587, 784, 1175] as const;

export const SOUNDS = {
  come_in: [note(0, HIGH, 140), note(130, TOP, 260)],
  goodbye: [note(0, TOP, 140), note(130, HIGH, 260)],
  wait: [note(0, MIDDLE, 500, 0.5, 'sine'), note(5_000, MIDDLE, 500, 0.5, 'sine')],
  refused: [note(0, LOW, 150, 1, 'square'), note(220, LOW, 150, 1, 'square'), note(440, LOW, 150, 1, 'square')],
  unknown: [note(0, MIDDLE, 180), note(260, MIDDLE, 180)],
} as const satisfies Record<string, readonly Note[]>;
export type SoundName = keyof typeof SOUNDS;

/** Fades keep a loudspeaker from clicking. */
const [ATTACK_MS, RELEASE_MS] = [8, 60] as const;

function schedule(context: AudioContext, out: AudioNode, { hz, wave, gain, atMs, lengthMs }: Note): OscillatorNode {
  const [startS, endS] = [context.currentTime + atMs / 1000, context.currentTime + (atMs + lengthMs) / 1000];
  const envelope = context.createGain();
  envelope.gain.setValueAtTime(0, startS);
  envelope.gain.linearRampToValueAtTime(gain, startS + ATTACK_MS / 1000);
  envelope.gain.setValueAtTime(gain, endS - RELEASE_MS / 1000);
  envelope.gain.linearRampToValueAtTime(0, endS);
  const oscillator = context.createOscillator();
  oscillator.type = wave;
  oscillator.frequency.value = hz;
  oscillator.connect(envelope).connect(out);
  oscillator.start(startS);
  oscillator.stop(endS);
  return oscillator;
}

/**
 * Plays the table's sounds, one at a time: a new one cuts off what is left of the last. Returns what cuts it off too,
 * for the second note of `wait` when the person is already gone.
 */
export function createPlayer(makeContext: () => AudioContext = () => new AudioContext()) {
  let context: AudioContext | undefined;
  let sounding: readonly OscillatorNode[] = [];
  const silence = (): void => {
    for (const oscillator of sounding) oscillator.disconnect();
    sounding = [];
  };
  /** @param volume 0 (mute) to 1; heard loudness is nearer to its square. */
  const play = (name: SoundName, volume: number): void => {
    silence();
    if (volume <= 0) return;
    context ??= makeContext();
    void context.resume();
    const out = context.createGain();
    out.gain.value = Math.min(1, volume) ** 2;
    out.connect(context.destination);
    sounding = SOUNDS[name].map((each) => schedule(context!, out, each));
  };
  return { play, silence };
}
export type Player = ReturnType<typeof createPlayer>;
