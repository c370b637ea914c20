import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readAnchor } from '../../../main/journal/anchor.ts';
import { closeJournalFile } from '../../../main/journal/open.ts';
import { compareProjections, verifyChain } from '../../../main/journal/verify.ts';
import { newHome, openTestStore, sha256 } from '../fixtures.ts';
import { anyFact, seeded } from './history.ts';

const SCRIPT = path.join(import.meta.dirname, 'trim-until-killed.ts');

/** Runs it until it has said so often that it has let something go, or a moment longer, and pulls the plug. */
async function runAndKill(home: string, afterSlices: number): Promise<void> {
  const child = spawn(process.execPath, [SCRIPT, home], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = 0;
  for await (const dots of child.stdout) {
    said += String(dots).length;
    if (said >= afterSlices) break;
  }
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

test('kill -9 while events leave: what is left verifies, the lists are the same, and no way to delete stays open', async () => {
  const home = newHome();
  const first = openTestStore(home);
  first.db.pragma('synchronous = OFF');
  const random = seeded(9);
  for (let i = 0; i < 1000; i += 1) first.journal.append([anyFact(random, first)]);
  const head = verifyChain(first.db, sha256).headHash;
  const presence = first.db.prepare('select * from presence').all();
  closeJournalFile(first.db);
  let through = 0;
  for (const afterSlices of [1, 5, 12]) {
    await runAndKill(home, afterSlices);
    const { db, journal } = openTestStore(home);
    expect(verifyChain(db, sha256)).toMatchObject({ faults: [], headHash: head });
    expect(compareProjections(db, journal.all())).toEqual([]);
    expect(db.prepare('select * from presence').all()).toEqual(presence);
    expect(() => db.exec('delete from event')).toThrow('append-only');
    expect(() => db.exec(`update event set body = ''`)).toThrow('append-only');
    const { throughSeq } = readAnchor(db) ?? { throughSeq: 0 };
    expect(throughSeq).toBeGreaterThanOrEqual(Math.max(through, 20));
    through = throughSeq;
    db.close();
  }
});
