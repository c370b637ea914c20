import type { Decision, DecisionFacts } from '../decide/decision.ts';
import type { Reading } from '../reading.ts';
import type { Actor, Fact } from './event.ts';

const BY_WORKER: Actor = { kind: 'worker' };
const BY_SYSTEM: Actor = { kind: 'system' };

/** What a decision writes into the journal: a refusal is a fact too. `textHash` stands for a text that nobody is known by. */
export function factsOf(decision: Decision, reading: Reading, textHash: string): Fact[] {
  const reader = { laneId: reading.laneId, scannerId: reading.scannerId, source: reading.source };
  const badge = decision.badgeId === undefined ? {} : { badgeId: decision.badgeId };
  const { code, direction, workerId } = decision;
  if (decision.kind !== 'admit' || workerId === undefined) {
    const person = workerId === undefined ? { textHash } : { workerId };
    const data = { code, direction, ...person, ...badge, ...behind(decision.facts), ...reader };
    return [{ type: 'access.refused', actor: BY_WORKER, data }];
  }
  const act = { workerId, ...badge, mode: 'scan' as const, code, notes: [...decision.notes], ...reader };
  if (direction === 'out') {
    const { insideMs } = decision.facts;
    const inside = insideMs === undefined ? {} : { insideMs: Math.max(0, Math.round(insideMs)) };
    return [{ type: 'presence.checked_out', actor: BY_WORKER, data: { ...act, ...inside } }];
  }
  const facts: Fact[] = [];
  if (decision.grant) {
    const { untilMs, workOrderIds, clientId } = decision.grant;
    const client = clientId === undefined ? {} : { clientId };
    const data = { workerId, ...badge, ...client, workOrderIds: [...workOrderIds], until: isoTime(untilMs), ...reader };
    facts.push({ type: 'access.granted', actor: BY_SYSTEM, data });
  }
  facts.push({
    type: 'presence.checked_in',
    actor: BY_WORKER,
    data: { ...act, workOrderIds: [...decision.workOrderIds], ...behind(decision.facts) },
  });
  return facts;
}

/** The facts that go on record: whole numbers, and nothing about why a person is blocked. */
function behind({ reason: _, insideMs: __, ...facts }: DecisionFacts): {
  facts?: Omit<DecisionFacts, 'reason' | 'insideMs'>;
} {
  const kept = Object.entries(facts).filter(([, value]) => value !== undefined);
  if (kept.length === 0) return {};
  return {
    facts: Object.fromEntries(
      kept.map(([name, value]) => [name, typeof value === 'number' ? Math.round(value) : value]),
    ),
  };
}

const isoTime = (ms: number): string => new Date(ms).toISOString();
