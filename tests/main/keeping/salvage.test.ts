import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createProjections } from '../../../main/journal/projections.ts';
import { openJournalFile } from '../../../main/journal/open.ts';
import { salvage } from '../../../main/journal/salvage.ts';
import { verifyChain } from '../../../main/journal/verify.ts';
import { checkIn, checkOut, newHome, openTestStore, refusal, sha256 } from '../fixtures.ts';
import { trimTo } from './history.ts';

/** Anna came in long ago and is inside still; ben went; of the acts up to the sixth only anna's is left. */
function salvaged(harm: string) {
  const home = newHome();
  const store = openTestStore(home);
  store.journal.append([checkIn('anna'), checkIn('ben'), checkOut('ben'), refusal(), refusal(), refusal()]);
  store.journal.append([checkIn('cem'), refusal()]);
  trimTo(store, 6, [1]);
  store.db.exec(harm);
  store.db.close();
  const opened = openJournalFile(path.join(newHome(), 'journal.db'));
  if (!opened.ok) throw new Error(opened.fault.detail);
  const db = opened.value;
  const saved = salvage(path.join(home, 'journal.db'), db);
  return { db, saved, inside: ['anna', 'ben', 'cem'].filter((id) => createProjections(db).presenceOf(id)?.inside) };
}

describe('a damaged journal whose old acts have left', () => {
  test('goes on from its anchor', () => {
    const { db, saved, inside } = salvaged('');
    expect([saved.events, inside]).toEqual([3, ['anna', 'cem']]);
    expect(verifyChain(db, sha256)).toMatchObject({ faults: [], anchor: { throughSeq: 6 } });
  });

  test.each([
    ['the anchor', `update meta set value = '{"throughSeq":' where key = 'anchor'`],
    [
      'a line of the lists of what has left',
      `drop table base_presence; create table base_presence (worker_id, inside);
       insert into base_presence values ('anna', 'what was a number')`,
    ],
    ['all of such a list', 'drop table base_presence'],
  ])('starts without %s: who is inside is inside, and verify tells of it', (_what, harm) => {
    const { db, inside } = salvaged(harm);
    expect(inside).toEqual(['anna', 'cem']);
    expect(verifyChain(db, sha256).faults).toContainEqual({ seq: 7, fault: 'gap' });
  });
});
