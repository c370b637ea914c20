import { hashOfText } from '../event/chain.ts';
import type { Sha256Hex } from '../ports.ts';

/** One sheet per person, place and day, under an id that every gate and central come to by themselves and that fits the wire. */
export const sheetId = (sha256: Sha256Hex, locationId: string, workerId: string, day: string): string =>
  hashOfText(JSON.stringify(['timesheet', locationId, workerId, day]), sha256).slice(0, 32);
