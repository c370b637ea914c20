/** What can be told from a camera's frames and errors alone. Pure. */
import type { CameraState } from '../../preload/views.ts';

/** After so long without a frame a camera counts as stalled and is taken anew. */
export const STALLED_AFTER_MS = 2_000;
/** A hand over the lens for a moment is not a dark room. */
export const DARK_AFTER_MS = 2_000;
/** Mean brightness; video's black is 16 of 255. Two marks, so that dusk does not flicker. */
export const [DARK_BELOW, BRIGHT_ABOVE] = [30, 40] as const;

/** 1 s, 2 s, 4 s … 30 s between tries. */
export const retryDelayMs = (failures: number): number => Math.min(30_000, 1_000 * 2 ** Math.min(failures, 5));

export interface LightState {
  readonly dark: boolean;
  /** Since when it has been dim. */
  readonly dimSinceMs?: number;
}

export function lightAfter(state: LightState, brightness: number, atMs: number): LightState {
  if (brightness > BRIGHT_ABOVE) return { dark: false };
  if (brightness >= DARK_BELOW && !state.dark) return { dark: false };
  const dimSinceMs = state.dimSinceMs ?? atMs;
  return { dark: state.dark || atMs - dimSinceMs >= DARK_AFTER_MS, dimSinceMs };
}

/** What a refused `getUserMedia` means (Media Capture and Streams, 10.2), in the words of the bridge. */
export function stateOfError(error: unknown): Extract<CameraState, 'missing' | 'busy' | 'denied'> {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'missing';
  return 'busy';
}
