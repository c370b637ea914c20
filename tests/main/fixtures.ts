import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Fact } from '../../core/event/event.ts';
import { openStore } from '../../main/journal/recover.ts';
import { createJournal, type Journal } from '../../main/journal/journal.ts';
import type { Cache } from '../../main/cache/cache.ts';
import type { Clock } from '../../main/clock.ts';
import { createSitePresence, type SitePresences } from '../../main/presence/site-presence.ts';
import type { Sqlite } from '../../main/sqlite.ts';

export const START_MS = Date.parse('2026-03-02T06:00:00.000Z');
export const IDENTITY = { deviceId: 'device-1', gateId: 'gate-1', locationId: 'location-1' };
export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

export const newHome = (): string => mkdtempSync(path.join(tmpdir(), 'gatehouse-test-'));

/** A clock that a test moves by hand. */
export function handClock(startMs = START_MS): Clock & { advance: (ms: number) => void; jump: (ms: number) => void } {
  let ms = startMs;
  let monotonicMs = 0;
  let offset: number | null = null;
  return {
    nowMs: () => ms,
    monotonicMs: () => monotonicMs,
    bootId: 'boot-1',
    offsetMs: () => offset,
    learnOffset: (serverTime) => void (offset = Date.parse(serverTime) - ms),
    /** Time passes. */
    advance(by) {
      ms += by;
      monotonicMs += by;
    },
    /** Somebody sets the wall clock. */
    jump: (by) => void (ms += by),
  };
}

/** Ids in order, of the right form, and the same in every run. */
export function countedIds(): () => string {
  let count = 0;
  return () => `01900000-0000-7000-8000-${String((count += 1)).padStart(12, '0')}`;
}

export interface TestStore {
  readonly db: Sqlite;
  readonly journal: Journal;
  readonly clock: ReturnType<typeof handClock>;
}
export function openTestStore(home: string, clock = handClock()): TestStore {
  const opened = openStore(home, clock.nowMs());
  if (!opened.ok) throw new Error(`${opened.fault.code}: ${opened.fault.detail}`);
  const { db } = opened.value;
  return { db, clock, journal: createJournal({ db, identity: IDENTITY, clock, sha256, newId: countedIds() }) };
}

/** Who is inside, over the gates of the place, as `IDENTITY` sees it. */
export const presenceOn = (store: TestStore, cache: Cache): SitePresences =>
  createSitePresence({ ...store, cache, identity: IDENTITY });

const WORKER = { kind: 'worker' } as const;
export const checkIn = (workerId: string): Fact => ({
  type: 'presence.checked_in',
  actor: WORKER,
  data: { workerId, mode: 'scan', code: 'welcome', notes: [], workOrderIds: ['order-1'] },
});
export const checkOut = (workerId: string): Fact => ({
  type: 'presence.checked_out',
  actor: WORKER,
  data: { workerId, mode: 'scan', code: 'goodbye', notes: [] },
});
export const grant = (workerId: string, badgeId: string, until = '2026-03-03T06:00:00.000Z'): Fact => ({
  type: 'access.granted',
  actor: { kind: 'system' },
  data: { workerId, badgeId, workOrderIds: ['order-1'], until },
});
export const refusal = (code: 'unknown_badge' | 'too_early' = 'unknown_badge'): Fact => ({
  type: 'access.refused',
  actor: WORKER,
  data: { code, textHash: 'a'.repeat(64) },
});

/** Another journal on the same file, as after a restart, with something to free when the disk is full. */
export const journalOn = (db: Sqlite, freeBallast: () => boolean): Journal =>
  createJournal({ db, identity: IDENTITY, clock: handClock(), sha256, newId: countedIds(), freeBallast });
