import { createHash } from 'node:crypto';
import { nextTurn } from '../next-turn.ts';

const TURN_BYTES = 1024 * 1024;

/** SHA-256 in hex, a MiB a turn: 25 of them at once would hold up a badge. */
export async function hashSlowly(bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256');
  for (let from = 0; from < bytes.length; from += TURN_BYTES) {
    hash.update(bytes.subarray(from, from + TURN_BYTES));
    await nextTurn();
  }
  return hash.digest('hex');
}
