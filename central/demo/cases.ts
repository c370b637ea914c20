/**
 * The badges of the demo: what each is, what Riverside Tower's gate answers on a first scan, and why. Whoever is in PEOPLE and not
 * here is an ordinary person: connected, complete, assigned to the fit-out, with a signed badge.
 */
import type { Code } from '../../core/codes.ts';
import { demoId } from './id.ts';
import type { OrderKey } from './orders.ts';
import { EASTFIELD, HARBOURLINE, KESTREL, MERIDIAN, NORTHLIGHT } from './site.ts';

/** Days from seeding; a minus is the past. */
export interface RequirementRow {
  readonly status?: 'complete' | 'missing' | 'not_required';
  readonly endsInDays?: number;
}
export interface ConnectionRow {
  readonly clientId: string;
  readonly locationIds?: readonly string[];
  readonly assessment?: RequirementRow;
  readonly induction?: RequirementRow;
  readonly credential?: RequirementRow;
}
export type BadgeRow =
  | {
      readonly kind: 'signed';
      readonly alg?: 'ES256';
      readonly fromInDays?: number;
      readonly untilInDays?: number;
      readonly revoked?: true;
    }
  | { readonly kind: 'opaque'; readonly code: string }
  /** Names one of our keys, signed with another. */
  | { readonly kind: 'forged' }
  /** Signed with a key of somebody else. */
  | { readonly kind: 'foreign' }
  /** A good badge of which the end was torn off. */
  | { readonly kind: 'torn' }
  /** Text that central knows nothing of. */
  | { readonly kind: 'text'; readonly text: string };

export interface Case {
  readonly key: string;
  /** Of PEOPLE; absent: nobody's. */
  readonly person?: string;
  readonly expected: Code;
  readonly why: string;
  readonly badge: BadgeRow;
  readonly connections: readonly ConnectionRow[];
  readonly orders: readonly OrderKey[];
  readonly blocked?: string;
}

const COMPLETE: ConnectionRow = { clientId: HARBOURLINE };
const GOOD = {
  expected: 'welcome',
  badge: { kind: 'signed' },
  connections: [COMPLETE],
  orders: ['fitOut'],
} as const satisfies Partial<Case>;

/** An ordinary person's badge, but for what is named. */
const one = (key: string, person: string, why: string, but: Partial<Case> = {}): Case => ({
  ...GOOD,
  key,
  person,
  why,
  ...but,
});
const lacking = (
  key: string,
  person: string,
  expected: Code,
  why: string,
  part: Omit<ConnectionRow, 'clientId'>,
): Case => one(key, person, why, { expected, connections: [{ ...COMPLETE, ...part }] });
const nobody = (key: string, expected: Code, why: string, text: string): Case => ({
  key,
  expected,
  why,
  badge: { kind: 'text', text },
  connections: [],
  orders: [],
});

export const ordinary = (person: string): Case => one(person, person, 'Connected, complete and expected today.');

export const CASES: readonly Case[] = [
  one('good', 'amara', 'Everything is in order.'),
  one('good-es256', 'lucia', 'In order; the badge is signed with the second key, ES256.', {
    badge: { kind: 'signed', alg: 'ES256' },
  }),
  one('good-card', 'piotr', 'In order; the badge is another system’s card, known by its number.', {
    badge: { kind: 'opaque', code: 'HL-CARD-004417' },
  }),
  one('good-arabic', 'youssef', 'In order; the gate speaks Arabic to him.'),
  one('good-expiring', 'chloe', 'In order for now: her induction ends in five days.', {
    connections: [{ ...COMPLETE, induction: { endsInDays: 5 } }],
  }),
  one('good-two-orders', 'gareth', 'In order, on two work orders of two clients.', {
    connections: [COMPLETE, { clientId: NORTHLIGHT }],
    orders: ['lifts', 'switchgear'],
  }),
  one('no-connection-needed', 'xiaoming', 'Works for a client that registers no workers, so needs no connection.', {
    connections: [],
    orders: ['canteen'],
  }),
  one('good-two-clients', 'joao', 'In order; of a second client he still lacks the induction.', {
    connections: [COMPLETE, { clientId: KESTREL, induction: { status: 'missing' } }],
  }),

  one('revoked', 'agnieszka', 'She reported this badge lost.', {
    expected: 'badge_revoked',
    badge: { kind: 'signed', revoked: true },
  }),
  one('ended', 'mateo', 'The badge was good until a week ago.', {
    expected: 'badge_ended',
    badge: { kind: 'signed', fromInDays: -40, untilInDays: -7 },
  }),
  one('not-yet', 'linh', 'The badge begins in ten months.', {
    expected: 'badge_not_yet',
    badge: { kind: 'signed', fromInDays: 300 },
  }),
  one('blocked', 'tomasz', 'The office has blocked him.', {
    expected: 'person_blocked',
    blocked: 'Left the contractor',
  }),

  one('not-connected', 'fatima', 'Assigned here, but connected to none of the clients here.', {
    expected: 'not_connected',
    connections: [],
  }),
  one('connected-elsewhere', 'rajesh', 'Connected to Harbourline Estates for Eastfield Depot only.', {
    expected: 'not_connected',
    connections: [{ ...COMPLETE, locationIds: [EASTFIELD] }],
  }),
  lacking('assessment-missing', 'benoit', 'assessment_missing', 'The client’s assessment was never taken.', {
    assessment: { status: 'missing' },
  }),
  lacking('assessment-ended', 'siobhan', 'assessment_ended', 'The assessment ended ten days ago.', {
    assessment: { endsInDays: -10 },
  }),
  lacking('induction-missing', 'carlos', 'induction_missing', 'No induction for this client yet.', {
    induction: { status: 'missing' },
  }),
  lacking('induction-ended', 'zofia', 'induction_ended', 'The induction ended ten days ago.', {
    induction: { endsInDays: -10 },
  }),
  lacking('credential-missing', 'dimitar', 'credential_missing', 'A certificate that the client asks for is missing.', {
    credential: { status: 'missing' },
  }),
  lacking('credential-ended', 'ines', 'credential_ended', 'A certificate ended ten days ago.', {
    credential: { endsInDays: -10 },
  }),

  one('not-assigned', 'omar', 'Connected and complete, but on no work order.', {
    expected: 'not_assigned',
    orders: [],
  }),
  one('wrong-place', 'marius', 'Expected today, at Eastfield Depot.', {
    expected: 'wrong_place',
    orders: ['depotYard'],
  }),
  one('order-cancelled', 'oksana', 'The only work order was cancelled.', {
    expected: 'order_closed',
    orders: ['cancelled'],
  }),
  one('order-completed', 'thierry', 'The only work order is completed.', {
    expected: 'order_closed',
    orders: ['completed'],
  }),
  one('too-early', 'krzysztof', 'The work order begins tomorrow.', { expected: 'too_early', orders: ['tomorrow'] }),
  one('too-late', 'noor', 'The work order ended some hours ago.', { expected: 'too_late', orders: ['earlier'] }),

  one('on-roster', 'goran', 'On no work order, but on the roster of today’s open day.', { orders: [] }),
  one('event-unconfirmed', 'anders', 'On the roster of an event that nobody has confirmed.', {
    expected: 'event_unconfirmed',
    connections: [COMPLETE, { clientId: NORTHLIGHT }],
    orders: [],
  }),
  one('event-cancelled', 'elif', 'On the roster of an event that was cancelled.', {
    expected: 'event_closed',
    orders: [],
  }),

  one('forged', 'hiroshi', 'Names our key, but the key did not sign it.', {
    expected: 'bad_signature',
    badge: { kind: 'forged' },
  }),
  one('foreign', 'valentina', 'Signed with a key that this gate does not trust.', {
    expected: 'unknown_issuer',
    badge: { kind: 'foreign' },
  }),
  one('torn', 'eilidh', 'Only a part of the code is left.', { expected: 'unreadable', badge: { kind: 'torn' } }),
  one(
    'record-missing',
    'bartosz',
    'Truly signed, but he works at Eastfield Depot alone: this gate was never told of him.',
    {
      expected: 'record_missing',
      connections: [{ clientId: MERIDIAN }],
      orders: ['depotRacking'],
    },
  ),
  nobody('unknown-card', 'unknown_badge', 'A card that nobody entered.', 'HL-CARD-999999'),
  nobody('unknown-code', 'unknown_format', 'A service code of a kind that does not exist.', 'gatehouse:parking?bay=12'),
];

export const badgeIdOf = (key: string): string => demoId(`badge/${key}`);
