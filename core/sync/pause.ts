/** When an input came. `nowMs` is of any clock that never jumps (a monotonic one); `random` in [0, 1) spreads the pauses. */
export interface At {
  readonly nowMs: number;
  readonly random: number;
}

/** Central's wish for a pause is met up to this long; beyond it, we ask again. */
export const RETRY_AFTER_MAX_MS = 3_600_000;

/** A pipe that does not send before `untilMs`. `ordered`: central asked for it, so no hint may shorten it. */
export interface Pause {
  readonly untilMs: number;
  readonly ordered: boolean;
}

export const restUntil = (untilMs: number): Pause => ({ untilMs, ordered: false });
export const restAsTold = (nowMs: number, retryAfterMs: number): Pause => ({
  untilMs: nowMs + Math.min(Math.max(retryAfterMs, 0), RETRY_AFTER_MAX_MS),
  ordered: true,
});

/** Forgets a pause of the pipe's own making: there is news that makes another try worthwhile. */
export function eagerly<P extends { readonly pause?: Pause }>(pipe: P): P {
  if (!pipe.pause || pipe.pause.ordered) return pipe;
  const { pause: _pause, ...rest } = pipe;
  return rest as P;
}
