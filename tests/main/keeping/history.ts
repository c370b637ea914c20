import type { Fact } from '../../../core/event/event.ts';
import { openAnchorKey, newAnchorKey } from '../../../main/journal/anchor-key.ts';
import { readAnchor } from '../../../main/journal/anchor.ts';
import { createTrim } from '../../../main/keeping/trim.ts';
import { checkIn, checkOut, grant, refusal, sha256, START_MS, type TestStore } from '../fixtures.ts';

export const KEY = openAnchorKey(newAnchorKey());

/** The same numbers for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const PEOPLE = ['anna', 'ben', 'cem', 'dora', 'eve'];
const DESK = { kind: 'user', userId: 'user-1' } as const;

/** Something that may happen next: comings and goings, breaks, grants, overrides, undoings, doors, in any order. */
export function anyFact(random: () => number, { journal }: TestStore): Fact {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const workerId = pick(PEOPLE);
  const doorId = pick(['door-1', 'door-2']);
  const latest = journal.projections.presenceOf(workerId)?.eventId;
  const until = new Date(START_MS + Math.floor(random() * 1e8)).toISOString();
  return pick<Fact>([
    checkIn(workerId),
    checkOut(workerId),
    grant(workerId, pick(['badge-1', 'badge-2'])),
    refusal(),
    { type: 'presence.break_started', actor: DESK, data: { workerId } },
    { type: 'presence.break_ended', actor: DESK, data: { workerId } },
    {
      type: 'override.given',
      actor: DESK,
      data: { purpose: 'admit_person', reason: 'Client called', workerId, code: 'too_early', until },
    },
    { type: 'door.mode_changed', actor: DESK, data: { doorId, from: 'normal', to: 'held_open', why: 'Delivery' } },
    latest === undefined
      ? checkIn(workerId)
      : { type: 'act.undone', actor: DESK, data: { eventId: latest, what: 'checked_in', workerId, reason: 'Wrong' } },
  ]);
}

/** Lets everything up to a number leave, but for what is needed. */
export function trimTo({ db, clock }: TestStore, toSeq: number, needed: readonly number[] = [], sliceMs = 1000): void {
  const trim = createTrim({ db, deviceId: 'device-1', key: KEY, sha256, nowMs: clock.nowMs, sliceMs });
  for (let turns = 0; trim(toSeq, new Set(needed)) === 'more'; turns += 1) {
    if (turns > 10_000) throw new Error('it does not come to an end');
  }
}

export const throughSeq = ({ db }: TestStore): number => readAnchor(db)?.throughSeq ?? 0;
