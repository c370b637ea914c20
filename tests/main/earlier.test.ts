import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import pino from 'pino';
import { v7 } from 'uuid';
import { describe, expect, onTestFinished, test } from 'vitest';
import { GATES } from '../../central/demo/site.ts';
import { createEnrolmentCode, revokeDevice } from '../../central/devices/enrolment.ts';
import { handOverEarlier, type Earlier } from '../../main/earlier/hand-over.ts';
import { putForeignJournalAside } from '../../main/earlier/put-aside.ts';
import { enrolHere } from '../../main/enrolment.ts';
import { readIdentity, type EnrolledAs, type SecretBox } from '../../main/identity.ts';
import { createJournal } from '../../main/journal/journal.ts';
import { closeJournalFile } from '../../main/journal/open.ts';
import { openStore } from '../../main/journal/recover.ts';
import { setTimer } from '../../main/timers.ts';
import { ADMIN_TOKEN, call, startCentral, type RunningCentral } from '../central/running-central.ts';
import { handClock, newHome, sha256 } from './fixtures.ts';

const QUIET = pino({ level: 'silent' });
const DAY_MS = 86_400_000;
const SOON = { timeout: 10_000, interval: 20 };
const NO_BOX: SecretBox = {
  isEncryptionAvailable: () => false,
  encryptString: (text) => Buffer.from(text),
  decryptString: (sealed) => sealed.toString(),
};

/** A PC that is a gate of a real central. */
async function pc() {
  const central = await startCentral();
  const home = newHome();
  const clock = handClock(central.clock.nowMs);
  const enrol = async (): Promise<EnrolledAs> => {
    const code = await createEnrolmentCode(central.central, GATES[0] ?? { id: '', locationId: '' });
    const parts = { home, box: NO_BOX, appVersion: '0.1.0', fetch, nowMs: clock.nowMs };
    const enrolled = await enrolHere(parts, central.url, code);
    if (!enrolled.ok) throw new Error(enrolled.fault.detail);
    return enrolled.value;
  };
  /** Writes so many facts as this identity, in one sitting. */
  const record = (identity: EnrolledAs, facts: number): void => {
    const opened = openStore(home, clock.nowMs());
    if (!opened.ok) throw new Error(opened.fault.detail);
    const journal = createJournal({ db: opened.value.db, identity, clock, sha256, newId: v7 });
    for (let count = 0; count < facts; count += 1)
      journal.append([{ type: 'device.stopped', actor: { kind: 'system' }, data: { reason: 'test' } }]);
    closeJournalFile(opened.value.db);
  };
  const saveTo = path.join(home, 'saved');
  const handOver = (): Earlier => {
    const parts = { home, box: NO_BOX, clock, fetch, newId: v7, random: () => 0, setTimer, log: QUIET };
    const keeping = () => ({ journalDays: 90, wordsDays: 30, saveTo });
    const earlier = handOverEarlier({ ...parts, changed: () => undefined, keeping });
    onTestFinished(earlier.stop);
    return earlier;
  };
  return { central, home, clock, enrol, record, handOver };
}

async function seqsOf(central: RunningCentral, deviceId: string): Promise<number[]> {
  const where = `/v1/admin/events?deviceId=${deviceId}`;
  const { body } = await call<{ events: { seq: number }[] }>(central, where, { token: ADMIN_TOKEN });
  return body.events.map(({ seq }) => seq);
}

describe('a PC that is enrolled anew', () => {
  test('hands over what waits, with the withdrawn identity’s own token, and begins a chain of its own', async () => {
    const { central, home, enrol, record, handOver } = await pc();
    const old = await enrol();
    record(old, 5);
    await revokeDevice(central.central, old.deviceId);
    const now = await enrol();
    expect(putForeignJournalAside(home, now.deviceId)).toBe(true);
    record(now, 1);
    const earlier = handOver();
    await expect.poll(earlier.waiting, SOON).toBe(0);
    expect(await seqsOf(central, old.deviceId)).toEqual([1, 2, 3, 4, 5]);
    expect(await seqsOf(central, now.deviceId), 'its own goes by its own loop').toEqual([]);
    expect(handOver().waiting(), 'after a restart').toBe(0);
  });

  test('keeps what central does not take: nothing is lost while the line is away', async () => {
    const { central, home, enrol, record, handOver } = await pc();
    const old = await enrol();
    record(old, 3);
    const now = await enrol();
    putForeignJournalAside(home, now.deviceId);
    await central.stop();
    const earlier = handOver();
    expect(earlier.waiting()).toBe(3);
    earlier.stop();
    expect(handOver().waiting()).toBe(3);
  });

  test('keeps the old journal as long as acts are kept, and saves it before it goes', async () => {
    const { central, home, clock, enrol, record, handOver } = await pc();
    const old = await enrol();
    record(old, 3);
    const now = await enrol();
    putForeignJournalAside(home, now.deviceId);
    const kept = (): string[] => readdirSync(path.join(home, 'earlier'));
    const earlier = handOver();
    await expect.poll(earlier.waiting, SOON).toBe(0);
    await expect
      .poll(() => existsSync(path.join(home, 'earlier', kept()[0] ?? '', 'journal.db-wal')), SOON)
      .toBe(false);
    clock.advance(89 * DAY_MS);
    handOver();
    expect(kept()).toHaveLength(1);
    clock.advance(2 * DAY_MS);
    handOver();
    expect([kept(), readdirSync(path.join(home, 'saved'))]).toEqual([[], [`journal-${old.deviceId}.db`]]);
    expect(await seqsOf(central, old.deviceId)).toEqual([1, 2, 3]);
  });

  test('a power cut between the new identity and the move is made good by the next start', async () => {
    const { home, enrol, record } = await pc();
    const old = await enrol();
    record(old, 2);
    const now = await enrol();
    const [folder = ''] = readdirSync(path.join(home, 'earlier'));
    expect(readIdentity(path.join(home, 'earlier', folder), NO_BOX)?.deviceId).toBe(old.deviceId);
    expect(existsSync(path.join(home, 'journal.db'))).toBe(true);
    putForeignJournalAside(home, now.deviceId);
    expect([existsSync(path.join(home, 'journal.db')), existsSync(path.join(home, 'cache.db'))]).toEqual([
      false,
      false,
    ]);
    record(now, 1);
    expect(putForeignJournalAside(home, now.deviceId), 'its own stays').toBe(false);
  });

  test('a gate that is enrolled for the first time has nothing to put aside', async () => {
    const { home, enrol, handOver } = await pc();
    const now = await enrol();
    expect([putForeignJournalAside(home, now.deviceId), handOver().waiting()]).toEqual([false, 0]);
  });
});
