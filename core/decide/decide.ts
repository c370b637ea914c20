/** Who may pass. A pure function of the dossier: whoever gathers the same papers gets the same answer. */
import type { Code } from '../codes.ts';
import { identify, type Bearer } from './bearer.ts';
import { narrow, type Candidate, type Narrowing } from './candidates.ts';
import { assignedHere } from './checks/assigned.ts';
import { badgeIsGood } from './checks/badge.ts';
import { roomInside } from './checks/capacity.ts';
import { complies } from './checks/compliance.ts';
import { connectedHere } from './checks/connected.ts';
import { doorLetsIn } from './checks/door.ts';
import { inTime } from './checks/in-time.ts';
import { afterTheLook, photoCompared, questionsAnswered } from './checks/looked-at.ts';
import { passIsForHere, passPapers } from './checks/pass.ts';
import { notInsideYet } from './checks/passback.ts';
import { personIsWelcome } from './checks/person.ts';
import { scannedFirst } from './checks/scanned.ts';
import { dataIsFresh } from './checks/staleness.ts';
import { placeIsNamed, vouchedFor } from './checks/without-record.ts';
import type { Admit, Decision, Direction } from './decision.ts';
import type { Dossier } from './dossier.ts';
import { finding, isNote, isQuestion, isRefusal, type Check, type Finding } from './finding.ts';
import { newGrant } from './grant.ts';
import { overrideAgainst } from './overridable.ts';
import type { Work } from './work.ts';

/** Is this badge, is this person, still good at all; and may the door be released for anybody who comes in? */
const FIRST_CHECKS: readonly Check[] = [badgeIsGood, personIsWelcome, doorLetsIn];

/** What gives the person a ground to come in. Each leaves fewer candidates to the next. */
const GROUNDS: readonly Narrowing[] = [
  connectedHere,
  complies('assessment'),
  complies('induction'),
  complies('credential'),
  assignedHere,
  inTime,
];

/** What stands in for a record that is not here. */
const VOUCHING_CHECKS: readonly Check[] = [placeIsNamed, vouchedFor];

/** What a temporary pass needs instead. */
const PASS_CHECKS: readonly Check[] = [passIsForHere, passPapers];

/** What speaks against coming in now, ground or not. */
const ENTRY_CHECKS: readonly Check[] = [
  scannedFirst,
  notInsideYet,
  roomInside,
  dataIsFresh,
  photoCompared,
  questionsAnswered,
];

/**
 * Admits, refuses with the first reason in the order above, or asks for a person to look. An exit skips all but identity: a person is
 * never kept in. Never throws.
 */
export function decide(dossier: Dossier): Decision {
  const direction = directionOf(dossier);
  const bearer = identify(dossier);
  if (!bearer.ok) return { kind: 'refuse', code: bearer.fault, direction, facts: {}, notes: [] };
  if (direction === 'out') return letOut(dossier, bearer.value);

  const barred = findingsOf(FIRST_CHECKS, dossier);
  if (barred.length > 0) return conclude(dossier, bearer.value, barred, []);
  if (!dossier.location.requiresCheckIn) return letThrough(dossier, bearer.value);

  const { grounds, works } = groundsOf(dossier);
  return conclude(dossier, bearer.value, [...grounds, ...findingsOf(ENTRY_CHECKS, dossier)], works);
}

/** On a lane for both, a person who is inside goes out. */
const directionOf = ({ laneDirection, presence }: Dossier): Direction =>
  laneDirection === 'both' ? (presence?.inside ? 'out' : 'in') : laneDirection;

/** What the checks say, without what an override is against (G6). */
const findingsOf = (checks: readonly Check[], dossier: Dossier): readonly Finding[] =>
  checks.flatMap((check) => check(dossier) ?? []).filter(({ code }) => !overrideAgainst(dossier, code));

interface Grounds {
  readonly grounds: readonly Finding[];
  readonly works: readonly Work[];
}

function groundsOf(dossier: Dossier): Grounds {
  if (!dossier.worker) return { grounds: findingsOf(VOUCHING_CHECKS, dossier), works: [] };
  if (dossier.badge?.pass) return { grounds: findingsOf(PASS_CHECKS, dossier), works: [] };
  const narrowed = narrow(dossier, GROUNDS);
  return narrowed.ok ? { grounds: [], works: worksIn(narrowed.value) } : { grounds: [narrowed.fault], works: [] };
}

/** Each once, though several connections may have led to it. */
const worksIn = (candidates: readonly Candidate[]): readonly Work[] => [
  ...new Set(candidates.flatMap(({ work }) => work ?? [])),
];

/** The first refusal counts; without any, the first question; without either, the person comes in. */
function conclude(dossier: Dossier, bearer: Bearer, found: readonly Finding[], works: readonly Work[]): Decision {
  const findings = found.flatMap((each) => afterTheLook(dossier, each));
  const notes = findings.filter(isNote).map(({ code }) => code);
  const refusal = findings.find(isRefusal);
  if (refusal) return { kind: 'refuse', direction: 'in', ...refusal, notes, ...bearer };
  const [question, ...more] = findings.filter(isQuestion);
  if (question) {
    const asks = more.length === 0 ? {} : { asks: [question, ...more].map(({ code }) => code) };
    return { kind: 'ask', direction: 'in', ...question, ...asks, notes, ...bearer };
  }

  const { overrides = [] } = dossier;
  // An override lets in for its own time and no longer: it makes no grant.
  const grant = overrides.length === 0 ? newGrant(dossier, works) : undefined;
  const untilMs = overrides[0]?.untilMs ?? grant?.untilMs ?? dossier.grant?.untilMs;
  const [work] = works;
  const gateName = findings.find(({ facts }) => facts.gateName !== undefined)?.facts.gateName;
  const clientName = dossier.clients.find(({ id }) => id === work?.clientId)?.name;
  return {
    kind: 'admit',
    ...finding('welcome', { endsAtMs: untilMs, ...work?.called, clientName, gateName }),
    direction: 'in',
    notes,
    ...bearer,
    workOrderIds: works.map(({ id }) => id),
    ...(grant ? { grant } : {}),
  };
}

/** A7: nobody checks in here, so nothing is held against the badge and nothing is granted to it. */
const letThrough = ({ worker }: Dossier, bearer: Bearer): Admit => ({
  kind: 'admit',
  code: 'no_check_in_here',
  direction: 'in',
  facts: {},
  notes: worker ? [] : ['without_record'],
  ...bearer,
  workOrderIds: [],
});

/** Nobody who is known is kept in: not by a blocked record, an ended badge, or an entry that was never seen. */
function letOut({ location, nowMs, presence, worker }: Dossier, bearer: Bearer): Admit {
  const inside = presence?.inside ? presence : undefined;
  const notes: Code[] = [];
  if (!inside && location.requiresCheckIn) notes.push('exit_without_entry');
  if (!worker) notes.push('without_record');
  return {
    kind: 'admit',
    code: 'goodbye',
    direction: 'out',
    facts: inside ? { sinceMs: inside.sinceMs, insideMs: Math.max(0, nowMs - inside.sinceMs) } : {},
    notes,
    ...bearer,
    workOrderIds: [],
  };
}
