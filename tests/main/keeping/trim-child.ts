/** Lets old events leave, a few at a time, with an act between two slices, until somebody kills it. Its argument: the gate's folder. */
import { writeSync } from 'node:fs';
import { createTrim } from '../../../main/keeping/trim.ts';
import { checkIn, openTestStore, sha256 } from '../fixtures.ts';
import { KEY } from './history.ts';

const { db, journal, clock } = openTestStore(process.argv[2] ?? '');
const trim = createTrim({ db, deviceId: 'device-1', key: KEY, sha256, nowMs: clock.nowMs, sliceMs: 0 });
db.pragma('main.secure_delete = on');
for (let turn = 0; ; turn += 1) {
  trim(journal.lastSeq() - 20, new Set([7]));
  if (journal.append([checkIn(`late-${turn}`)]).ok) writeSync(1, `${journal.lastSeq()}\n`);
}
