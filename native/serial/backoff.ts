import type { FaultCode } from '../../core/codes.ts';

const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 5000;
const MISSING_DELAY_MS = 250;

/**
 * How long to wait before a port is opened again, by the number of tries since it last worked (from 0): 0.5, 1, 2, 4,
 * then every 5 s. A port that is not there costs nothing to look for, and a board with its own supply may be holding a
 * door open at the other end of the cable: that one is looked for four times a second. No jitter: a port has one user, so there is
 * no crowd to spread.
 */
export function reopenDelayMs(triesBefore: number, code: FaultCode): number {
  if (code === 'port_missing') return MISSING_DELAY_MS;
  return Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.min(triesBefore, 10));
}
