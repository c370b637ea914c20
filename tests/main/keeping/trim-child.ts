/** Takes words out of events and lets old ones leave, a few at a time, with an act in between, until somebody kills it. Its argument: the gate's folder. */
import { writeSync } from 'node:fs';
import { createEmptying } from '../../../main/keeping/empty.ts';
import { createTrim } from '../../../main/keeping/trim.ts';
import { checkIn, openTestStore, sha256 } from '../fixtures.ts';
import { KEY } from './history.ts';

const { db, journal, clock } = openTestStore(process.argv[2] ?? '');
const parts = { db, key: KEY, sha256, nowMs: clock.nowMs };
const trim = createTrim({ ...parts, deviceId: 'device-1', sliceMs: 0 });
const { wordy, empty } = createEmptying(parts);
db.pragma('main.secure_delete = on');
for (let turn = 0; ; turn += 1) {
  empty(wordy(0, journal.lastSeq(), 'everybody').slice(-5));
  trim(journal.lastSeq() - 20, new Set([7]));
  if (journal.append([checkIn(`late-${turn}`)]).ok) writeSync(1, `${journal.lastSeq()}\n`);
}
