import type { AskEnvelope } from './wire.ts';

/** How far an ask may be off the clock of the gate that is asked. As long, nonces are remembered. */
export const ASK_FRESH_MS = 120_000;

/** `clock` is answered, with the time to ask by; all others but `good` get no answer that says anything. */
export type AskVerdict = 'good' | 'not_here' | 'unknown' | 'replayed' | 'clock';

export interface AskedHere {
  readonly deviceId: string;
  readonly nowMs: number;
  /** Central told of the asking device as one of this place. */
  readonly isKnown: boolean;
  /** An ask with this nonce was taken before. */
  readonly isMet: boolean;
}

/** Whether an ask is to be taken, apart from its seal. The time keeps short what must be remembered: an older nonce is too late anyway. */
export function judgeAsk({ to, from, atMs }: AskEnvelope, here: AskedHere): AskVerdict {
  if (to !== here.deviceId || from === here.deviceId) return 'not_here';
  if (!here.isKnown) return 'unknown';
  if (here.isMet) return 'replayed';
  return Math.abs(atMs - here.nowMs) > ASK_FRESH_MS ? 'clock' : 'good';
}
