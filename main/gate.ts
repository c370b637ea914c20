import type { Code } from '../core/codes.ts';
import type { Credential, CredentialFault, ScannedText, ServiceCode } from '../core/credential/credential.ts';
import type { Decision } from '../core/decide/decision.ts';
import type { Confirmed, Dossier } from '../core/decide/dossier.ts';
import { BY_BADGE, factsOf, type Doing } from '../core/event/facts.ts';
import type { EventEnvelope } from '../core/event/event.ts';
import type { Reading } from '../core/reading.ts';
import { NOTHING_SEEN, sight, type RepeatGuard } from '../core/repeat-guard.ts';
import { fail, ok, type Result } from '../core/result.ts';
import type { GatherAsk } from './cache/dossier.ts';
import type { Journal } from './journal/journal.ts';

export interface Lane {
  readonly id: string;
  readonly direction: 'in' | 'out' | 'both';
  readonly doorId?: string | undefined;
}

/** What one reading came to: for the screens. */
export interface Outcome {
  readonly reading: Reading;
  readonly decision: Decision;
  readonly dossier?: Dossier;
  /** What was written; empty when nothing could be. */
  readonly events: readonly EventEnvelope[];
}

export interface GateParts {
  readonly lane: (laneId: string) => Lane | undefined;
  readonly readText: (raw: string) => Result<ScannedText, CredentialFault>;
  readonly gather: (ask: GatherAsk, lane: Lane) => Dossier | undefined;
  readonly decide: (dossier: Dossier) => Decision;
  readonly journal: Journal;
  readonly textHash: (raw: string) => string;
  readonly repeatGuardMs: () => number;
  /** Releases a lane's door for an act that is already on disk. */
  readonly release: (doorId: string, act: EventEnvelope) => void;
  readonly show: (outcome: Outcome) => void;
  readonly serve: (service: ServiceCode, reading: Reading) => void;
  /** Tells the sync loop that there is more; never waited for. */
  readonly nudge: () => void;
}

/** What staff do about a person. */
export interface StaffAct {
  /** When and where; its text is empty, for nothing was read. */
  readonly reading: Reading;
  /** The way that the person goes. Without a door, none moves. */
  readonly lane: Lane;
  readonly credential: Result<Credential, CredentialFault>;
  readonly doing: Doing;
  readonly confirmed?: Confirmed;
}

export interface Gate {
  /** One reading, all the way. Undefined: a repeat, a service code, or nobody is enrolled here yet. */
  readonly submit: (reading: Reading) => Outcome | undefined;
  /** An act of staff takes the same line as a badge, and is decided by the same rules. */
  readonly act: (act: StaffAct) => Outcome | undefined;
}

/**
 * The line that a badge travels (ARCHITECTURE "The line"): read → gather → decide → append, committed → release → show →
 * nudge. There is no rule in here: rules are in core, and what comes back from a door enters at the top as new data.
 */
export function createGate(parts: GateParts): Gate {
  const guards = new Map<string, RepeatGuard>();

  const isRepeat = (reading: Reading): boolean => {
    const { raw, atMs, laneId } = reading;
    const { repeat, guard } = sight(guards.get(laneId) ?? NOTHING_SEEN, raw, atMs, parts.repeatGuardMs());
    guards.set(laneId, guard);
    return repeat;
  };

  const travel = ({ reading, lane, credential, doing, confirmed }: StaffAct): Outcome | undefined => {
    const papers = parts.gather({ credential, laneDirection: lane.direction, nowMs: reading.atMs }, lane);
    if (!papers) return undefined;
    const dossier = confirmed ? { ...papers, confirmed } : papers;

    const wanted = parts.decide(dossier);
    const facts = factsOf(wanted, reading, parts.textHash(reading.raw), doing);
    const written = facts.length === 0 ? ok([]) : parts.journal.append(facts, reading.atMs);
    const decision = written.ok ? wanted : unrecorded(wanted);
    const events = written.ok ? written.value : [];
    const act = events.at(-1);
    if (decision.kind === 'admit' && act && lane.doorId !== undefined) parts.release(lane.doorId, act);
    const outcome = { reading, decision, dossier, events };
    parts.show(outcome);
    parts.nudge();
    return outcome;
  };

  return {
    submit(reading) {
      const lane = parts.lane(reading.laneId);
      if (!lane || isRepeat(reading)) return undefined;

      const scanned = parts.readText(reading.raw);
      if (scanned.ok && scanned.value.kind === 'service') {
        parts.serve(scanned.value.service, reading);
        return undefined;
      }
      return travel({ reading, lane, credential: credentialOf(scanned), doing: BY_BADGE });
    },
    act: travel,
  };
}

function credentialOf(scanned: Result<ScannedText, CredentialFault>): Result<Credential, CredentialFault> {
  if (!scanned.ok) return scanned;
  return scanned.value.kind === 'credential' ? ok(scanned.value.credential) : fail('unknown_format');
}

/** What can't be written down can't be allowed: a person must look (PRODUCT G4). */
function unrecorded(decision: Decision): Decision {
  const { direction, facts, workerId, firstName } = decision;
  const person = { ...(workerId === undefined ? {} : { workerId }), ...(firstName === undefined ? {} : { firstName }) };
  return { kind: 'ask', code: 'not_recorded' satisfies Code, direction, facts, notes: [], ...person };
}
