import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

/** Asking the system for random bytes costs more than all else of an id: it is asked for so many at a time. */
const IDS_AT_ONCE = 128;
const BYTES = 16;

/** Makes ids (UUIDv7, RFC 9562) that rise also within a millisecond and when the clock goes back, by a counter as its 6.2 has it. */
export function createNewId(nowMs: () => number = Date.now): () => string {
  const pool = new Uint8Array(IDS_AT_ONCE * BYTES);
  let used = pool.length;
  let msecs = Number.NEGATIVE_INFINITY;
  let seq = 0;
  return () => {
    if (used === pool.length) {
      randomFillSync(pool);
      used = 0;
    }
    const random = pool.subarray(used, used + BYTES);
    used += BYTES;
    const now = nowMs();
    seq = now > msecs ? beginning(random) : (seq + 1) | 0;
    if (now > msecs) msecs = now;
    else if (seq === 0) msecs += 1;
    return v7({ random, msecs, seq });
  };
}

/** 31 random bits, so that the counter has room to rise. */
const beginning = (random: Uint8Array): number =>
  new DataView(random.buffer, random.byteOffset).getUint32(6) & 0x7fffffff;
