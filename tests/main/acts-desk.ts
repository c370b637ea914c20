import type { NamedLane } from '../../main/acts/act-ground.ts';
import { createActs } from '../../main/acts/acts.ts';
import { createCache } from '../../main/cache/cache.ts';
import { createGather } from '../../main/cache/dossier.ts';
import { createGate, type Gate, type Outcome } from '../../main/gate.ts';
import type { Ground } from '../../main/ground.ts';
import { createSitePresence } from '../../main/presence/site-presence.ts';
import { createDelivery } from '../../main/sync/delivery.ts';
import { createWishes } from '../../main/wishes/wishes.ts';
import { judge } from '../../core/decide/judge.ts';
import { ok } from '../../core/result.ts';
import { policySchema } from '../../core/site/entities.ts';
import type { Change } from '../../core/sync/wire.ts';
import { countedIds, handClock, IDENTITY, newHome, openTestStore } from './fixtures.ts';
import { put, SITE } from './site.ts';

const LANES: readonly NamedLane[] = [
  { id: 'lane-1', direction: 'both', doorId: 'door-1' },
  { id: 'lane-2', direction: 'out', doorId: 'door-2' },
];

interface DeskParts {
  readonly home?: string;
  readonly startMs?: number;
  readonly lanes?: readonly NamedLane[];
}

/** The real line and the real acts on a real journal; doors and screens are lists of what reached them. */
export function desk(
  policy: Record<string, unknown> = {},
  more: readonly Change[] = [],
  { home = newHome(), startMs, lanes = LANES }: DeskParts = {},
) {
  const store = openTestStore(home, handClock(startMs));
  const { db, journal, clock } = store;
  const cache = createCache(db);
  const rules = put('policy', 'policy-1', { locationId: 'location-1', ...policy }, 2);
  cache.apply([...SITE, rules, ...more], 'c1', true, clock.nowMs());
  const released: string[] = [];
  const shown: string[] = [];
  const timers: { readonly atMs: number; readonly run: () => void }[] = [];
  const presence = createSitePresence({ db, cache, journal, clock, identity: IDENTITY });
  const gather = createGather({ cache, projections: journal.projections, presence, locationId: 'location-1' });
  const ground: Ground = {
    identity: { ...IDENTITY, centralUrl: 'https://central.example/', deviceToken: 't' },
    clock,
    newId: countedIds(),
    db,
    cache,
    journal,
    blobs: {} as Ground['blobs'],
    presence,
    policy: () => cache.byRef('policy', 'location-1')[0] ?? policySchema.parse({ id: 'p', locationId: 'location-1' }),
    append: (facts) => journal.append(facts),
    actor: () => ({ kind: 'user', userId: 'user-1' }),
    delivery: createDelivery(db),
    isDelivered: () => false,
    wishes: createWishes(db, createDelivery(db)),
  };
  const show = (outcome: Outcome): void => void shown.push(outcome.decision.code);
  const gate: Gate = createGate({
    lane: (id) => lanes.find((lane) => lane.id === id),
    readText: (raw) => ok({ kind: 'credential', credential: { kind: 'opaque', code: raw } }),
    gather,
    decide: (dossier) => judge(dossier, journal.projections.overridesOf),
    journal,
    textHash: () => 'f'.repeat(64),
    repeatGuardMs: () => 0,
    release: (doorId, act) => void released.push(`${doorId} for ${act.type}`),
    show(outcome) {
      acts.notice(outcome);
      show(outcome);
    },
    serve: () => undefined,
    nudge: () => undefined,
  });
  const acts = createActs({
    ...ground,
    gate,
    lanes: () => lanes,
    papers: (credential, lane) =>
      gather({ credential: ok(credential), laneDirection: lane.direction, nowMs: clock.nowMs() }),
    show,
    setTimer(run, ms) {
      const timer = { atMs: clock.nowMs() + ms, run };
      timers.push(timer);
      return () => void timers.splice(timers.indexOf(timer), 1);
    },
    changed: () => undefined,
  });
  return {
    ...store,
    cache,
    presence,
    acts,
    released,
    shown,
    scan: (raw = 'CARD-1', laneId = 'lane-1') =>
      gate.submit({ source: 'serial', scannerId: 'serial-1', laneId, raw, atMs: clock.nowMs() }),
    /** Time passes, and what was to happen in it happens. */
    wait(ms: number) {
      clock.advance(ms);
      for (const timer of timers.filter(({ atMs }) => atMs <= clock.nowMs())) timer.run();
    },
    types: () => [...journal.all()].map(({ type }) => type),
    last: () => [...journal.all()].at(-1),
  };
}
