import type { Code } from '../codes.ts';
import type { Confirmed } from '../decide/dossier.ts';
import type { Decision, DecisionFacts } from '../decide/decision.ts';
import type { Reading } from '../reading.ts';
import type { Actor, EventData, Fact } from './event.ts';

const BY_WORKER: Actor = { kind: 'worker' };
const BY_SYSTEM: Actor = { kind: 'system' };

/** By whose doing somebody comes or goes. */
export interface Doing {
  /** `scan`: the worker's own, with a badge; `manual`: staff's, at the desk. */
  readonly mode: 'scan' | 'manual';
  readonly actor: Actor;
  /** What staff said after looking, when the rules wanted a look; who: the member of staff. */
  readonly confirmed?: Confirmed & { readonly userId?: string };
  /** B7: nobody saw the person leave. */
  readonly estimated?: boolean;
  /** In the words of whoever does it. */
  readonly reason?: string;
}
export const BY_BADGE: Doing = { mode: 'scan', actor: BY_WORKER };

/** A look that is wanted of everybody is no refusal: it goes on record with what comes of it. */
const WAITS_UNWRITTEN: ReadonlySet<Code> = new Set<Code>(['photo_check', 'question_asked']);
export const waitsUnwritten = ({ kind, code }: Decision): boolean => kind === 'ask' && WAITS_UNWRITTEN.has(code);

/** What a decision writes into the journal: a refusal is a fact too. `textHash` stands for a text that nobody is known by. */
export function factsOf(decision: Decision, reading: Reading, textHash: string, doing: Doing = BY_BADGE): Fact[] {
  const { laneId, scannerId, source } = reading;
  const badge = decision.badgeId === undefined ? {} : { badgeId: decision.badgeId };
  const { code, direction, workerId } = decision;
  const { mode, actor, reason } = doing;
  const said = doing.confirmed ? { confirmed: recorded(doing.confirmed) } : {};
  if (waitsUnwritten(decision)) return [];
  if (decision.kind !== 'admit' || workerId === undefined) {
    const person = workerId === undefined ? { textHash } : { workerId };
    const reader = { laneId, scannerId, source };
    const data = { code, direction, ...person, ...badge, ...behind(decision.facts), ...said, ...reader };
    return [{ type: 'access.refused', actor, data }];
  }
  // Somebody whom staff check out is not at a reader: no lane is named, so no door is expected to have moved.
  const reader = mode === 'manual' && direction === 'out' ? { source } : { laneId, scannerId, source };
  const why = reason === undefined ? {} : { reason };
  const act = { workerId, ...badge, mode, code, notes: [...decision.notes], ...why, ...reader };
  if (direction === 'out') {
    const { insideMs } = decision.facts;
    const inside = insideMs === undefined ? {} : { insideMs: Math.max(0, Math.round(insideMs)) };
    const estimated = doing.estimated ? { estimated: true } : {};
    return [{ type: 'presence.checked_out', actor, data: { ...act, ...inside, ...estimated } }];
  }
  const facts: Fact[] = [];
  if (decision.grant) {
    const { untilMs, workOrderIds, clientId } = decision.grant;
    const client = clientId === undefined ? {} : { clientId };
    const means = mode === 'manual' ? { means: 'tap' as const } : {};
    const data = {
      workerId,
      ...badge,
      ...client,
      workOrderIds: [...workOrderIds],
      until: isoTime(untilMs),
      ...means,
      ...reader,
    };
    facts.push({ type: 'access.granted', actor: BY_SYSTEM, data });
  }
  const override = decision.overrideId === undefined ? {} : { overrideId: decision.overrideId };
  facts.push({
    type: 'presence.checked_in',
    actor,
    data: { ...act, ...override, workOrderIds: [...decision.workOrderIds], ...behind(decision.facts), ...said },
  });
  return facts;
}

const recorded = ({
  codes,
  answers,
  userId,
}: NonNullable<Doing['confirmed']>): EventData<'act.answered'>['confirmed'] => ({
  codes: [...codes],
  answers: [...answers],
  ...(userId === undefined ? {} : { userId }),
});

const behind = (facts: DecisionFacts): { facts?: KeptFacts } => {
  const kept = factsOnRecord(facts);
  return Object.keys(kept).length === 0 ? {} : { facts: kept };
};

export type KeptFacts = Omit<DecisionFacts, 'reason' | 'insideMs'>;

/** The facts that are written down: whole numbers, and nothing about why a person is blocked. */
export function factsOnRecord({ reason: _, insideMs: __, ...facts }: DecisionFacts): KeptFacts {
  const kept = Object.entries(facts).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept.map(([name, value]) => [name, typeof value === 'number' ? Math.round(value) : value]));
}

const isoTime = (ms: number): string => new Date(ms).toISOString();
