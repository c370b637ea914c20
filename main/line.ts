import { judge } from '../core/decide/judge.ts';
import { wayInEmergency } from '../core/muster/way.ts';
import { encodeUtf8 } from '../core/event/chain.ts';
import { ok } from '../core/result.ts';
import { createActs, type Acts } from './acts/acts.ts';
import { createGather } from './cache/dossier.ts';
import type { DoorWatch } from './door/door-watch.ts';
import { createGate, type Gate, type GateParts } from './gate.ts';
import type { Ground } from './ground.ts';
import type { Settings } from './settings.ts';
import { sha256Hex } from './verify.ts';

export interface LineParts extends Pick<GateParts, 'readText' | 'show' | 'serve' | 'nudge'> {
  readonly settings: () => Settings;
  readonly doors: Pick<DoorWatch, 'release' | 'entryBlocked'>;
  readonly setTimer: (run: () => void, ms: number) => () => void;
  readonly changed: () => void;
  /** Central has withdrawn this gate: it decides nothing any more. */
  readonly isWithdrawn: () => boolean;
  /** A roll call runs that is no drill, here or at another gate of the place (G8). */
  readonly isEmergency: () => boolean;
}

export interface Line {
  readonly gate: Gate;
  readonly acts: Acts;
}

/** The line that a badge travels, on this gate's ground, and what staff do along it. */
export function createLine(ground: Ground, parts: LineParts): Line {
  const { cache, clock, identity, journal, policy, presence } = ground;
  const { doors, settings } = parts;
  const { projections } = journal;
  const gather = createGather({ cache, projections, presence, locationId: identity.locationId });
  const gatherAt: GateParts['gather'] = (ask, { doorId }) => {
    if (parts.isWithdrawn()) return undefined;
    const byDoor = doorId === undefined ? undefined : doors.entryBlocked(doorId);
    // What the fire input says is said first: it is what staff must see to.
    const entryBlocked = byDoor === 'fire' || !parts.isEmergency() ? byDoor : 'roll_call';
    const leadsOut = entryBlocked === 'fire' || entryBlocked === 'roll_call';
    const dossier = gather(leadsOut ? { ...ask, laneDirection: wayInEmergency(ask.laneDirection) } : ask);
    return dossier && entryBlocked ? { ...dossier, entryBlocked } : dossier;
  };
  const gate = createGate({
    ...parts,
    lane: (laneId) => settings().lanes.find(({ id }) => id === laneId),
    gather: gatherAt,
    decide: (dossier) => judge(dossier, projections.overridesOf),
    journal,
    textHash: (raw) => sha256Hex(encodeUtf8(raw)),
    repeatGuardMs: () => policy().repeatGuardSeconds * 1000,
    release: (doorId, act) => void doors.release(doorId, act, act.type === 'presence.checked_out' ? 'out' : 'in'),
    show(outcome) {
      acts.notice(outcome);
      parts.show(outcome);
    },
  });
  const acts = createActs({
    ...ground,
    ...parts,
    gate,
    lanes: () => settings().lanes,
    papers: (shown, lane) =>
      gatherAt({ credential: ok(shown), laneDirection: lane.direction, nowMs: clock.nowMs() }, lane),
  });
  return { gate, acts };
}
