import { readText } from '../../core/credential/read-text.ts';
import type { Dossier } from '../../core/decide/dossier.ts';
import { judge } from '../../core/decide/judge.ts';
import { encodeUtf8 } from '../../core/event/chain.ts';
import { createCache } from '../../main/cache/cache.ts';
import { createGather } from '../../main/cache/dossier.ts';
import { createClock, type Clock } from '../../main/clock.ts';
import { createRelease } from '../../main/doors.ts';
import { createGate, type Gate } from '../../main/gate.ts';
import { createSitePresence, type SitePresences } from '../../main/presence/site-presence.ts';
import { keepLogShort } from '../../main/journal/checkpoint.ts';
import type { Journal } from '../../main/journal/journal.ts';
import type { Sqlite } from '../../main/sqlite.ts';
import { setTimer } from '../../main/timers.ts';
import { rememberVerified } from '../../main/verified.ts';
import { createVerifySignature, sha256Hex } from '../../main/verify.ts';
import type { BenchDoors } from './doors.ts';
import { journalOf } from './prepared.ts';
import { PLACE } from './site.ts';

export const PARTS = ['read text', 'gather', 'decide', 'append', 'release'] as const;
export type Part = (typeof PARTS)[number];

export interface BenchLine {
  readonly gate: Gate;
  readonly clock: Clock;
  readonly journal: Journal;
  readonly presence: SitePresences;
  /** What each part of the last scan took, in milliseconds. */
  readonly took: Map<Part, number>;
  /** When the last scan's order had been handed to the device host (performance.now()). */
  readonly releasedAtMs: () => number;
  /** Resolves when what came of every door is in the journal. */
  readonly quiet: () => Promise<void>;
  readonly stop: () => void;
}

export type LineDoors = Pick<BenchDoors, 'doors'> & { readonly host: Pick<BenchDoors['host'], 'pulse'> };

/** The line as the station has it (main/station.ts), a stop-watch around each part. */
export function assembleLine(db: Sqlite, { host, doors }: LineDoors): BenchLine {
  const took = new Map<Part, number>();
  const timed =
    <A extends unknown[], R>(part: Part, run: (...args: A) => R) =>
    (...args: A): R => {
      const startedMs = performance.now();
      const result = run(...args);
      took.set(part, performance.now() - startedMs);
      return result;
    };
  const clock = createClock();
  const stopCheckpoints = keepLogShort(db, setTimer);
  const cache = createCache(db);
  cache.apply([], 'bench', true, Date.now());
  const journal = journalOf(db, clock);
  const keys = cache.all('issuerKey');
  const verify = rememberVerified(createVerifySignature());
  let releasedAtMs = Number.NaN;
  let recorded = Promise.resolve();
  const release = createRelease({
    host: {
      pulse(...order) {
        const answer = host.pulse(...order);
        recorded = answer.then(() => undefined);
        return answer;
      },
    },
    door: (doorId) => doors.find(({ id }) => id === doorId),
    record: (fact) => void journal.append([fact]),
    raise(code, part) {
      throw new Error(`${code}: ${part}`);
    },
  });
  const presence = createSitePresence({ db, cache, journal, clock, identity: PLACE });
  const gate = createGate({
    lane: (id) => ({ id, direction: 'both', doorId: doors.find((door) => door.id === id)?.id }),
    readText: timed('read text', (raw: string) => readText(raw, { keys, verify, nowMs: clock.nowMs() })),
    gather: timed(
      'gather',
      createGather({ cache, projections: journal.projections, presence, locationId: PLACE.locationId }),
    ),
    decide: timed('decide', (dossier: Dossier) => judge(dossier, journal.projections.overridesOf)),
    journal: { ...journal, append: timed('append', journal.append) },
    textHash: (raw) => sha256Hex(encodeUtf8(raw)),
    repeatGuardMs: () => 5000,
    release: timed('release', (doorId, act) => {
      void release(doorId, act);
      releasedAtMs = performance.now();
    }),
    show: () => {},
    serve: () => {},
    nudge: () => {},
  });
  return {
    gate,
    clock,
    journal,
    presence,
    took,
    releasedAtMs: () => releasedAtMs,
    quiet: () => recorded,
    stop: stopCheckpoints,
  };
}
