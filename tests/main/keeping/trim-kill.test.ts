import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readAnchor } from '../../../main/journal/anchor.ts';
import { closeJournalFile } from '../../../main/journal/open.ts';
import { compareProjections, verifyChain } from '../../../main/journal/verify.ts';
import { newHome, openTestStore, sha256, type TestStore } from '../fixtures.ts';
import { anyFact, seeded } from './history.ts';

const CHILD = path.join(import.meta.dirname, 'trim-child.ts');
const ROUNDS = 2;

/** Starts the child and kills it when it has written so many acts; answers the last that it acknowledged. */
async function killedAfter(home: string, acts: number): Promise<number> {
  const child = spawn(process.execPath, [CHILD, home], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  for await (const chunk of child.stdout) {
    said += String(chunk);
    if (said.split('\n').length > acts && !child.killed) child.kill('SIGKILL');
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  expect(child.signalCode).toBe('SIGKILL');
  return Number(said.trimEnd().split('\n').at(-1));
}

test('I1, I3, I7: a kill while events and words leave loses no acknowledged act, and leaves chain, lists and triggers whole', async () => {
  const home = newHome();
  const store: TestStore = openTestStore(home);
  const random = seeded(11);
  store.db.pragma('synchronous = OFF');
  for (let i = 0; i < 800; i += 1) store.journal.append([anyFact(random, store)]);
  closeJournalFile(store.db);

  let through = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const acknowledged = await killedAfter(home, 3 + Math.floor(random() * 12));
    const { db, journal } = openTestStore(home);
    expect(journal.lastSeq()).toBeGreaterThanOrEqual(acknowledged);
    expect(verifyChain(db, sha256).faults).toEqual([]);
    expect(db.prepare('select count(*) from emptied').pluck().get()).toBeGreaterThan(0);
    for (const sql of ['delete from event', `update event set body = ''`])
      expect(() => db.exec(sql)).toThrow('append-only');
    expect(compareProjections(db, journal.all())).toEqual([]);
    const now = readAnchor(db)?.throughSeq ?? 0;
    expect(now).toBeGreaterThan(through);
    through = now;
    closeJournalFile(db);
  }
});
