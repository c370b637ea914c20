/** Run by node: lets the events of a journal leave and loses words, a few at a time, and says so after each. Ends by being killed. */
import { readAnchor } from '../../../main/journal/anchor.ts';
import { createEmptying } from '../../../main/keeping/empty.ts';
import { createTrim } from '../../../main/keeping/trim.ts';
import { IDENTITY, openTestStore, sha256 } from '../fixtures.ts';
import { KEY } from './history.ts';

const store = openTestStore(process.argv[2] ?? '');
const parts = { ...store, key: KEY, sha256, nowMs: store.clock.nowMs };
const trim = createTrim({ ...parts, deviceId: IDENTITY.deviceId, sliceMs: 0 });
const { empty, wordy } = createEmptying(parts);
const last = store.journal.lastSeq();
for (;;) {
  empty(wordy(0, last, 'everybody').slice(0, 5));
  const next = (readAnchor(store.db)?.throughSeq ?? 0) + 20;
  if (trim(Math.min(next, last - 10), new Set([3, 50])) === 'broken') throw new Error('broken');
  process.stdout.write('.');
}
