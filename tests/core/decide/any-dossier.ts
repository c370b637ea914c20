import fc from 'fast-check';
import { DATA_LISTS } from '../../../core/site/data-lists.ts';
import { CREDENTIAL_FAULTS, type Credential, type CredentialFault } from '../../../core/credential/credential.ts';
import type { Dossier } from '../../../core/decide/dossier.ts';
import type { Rostered } from '../../../core/decide/work.ts';
import { fail, ok, type Result } from '../../../core/result.ts';
import type { Badge, Client, Connection, Policy, WorkOrder, Worker } from '../../../core/site/entities.ts';
import { HERE, HOUR, iso, NOON, papers, policy } from './papers.ts';

/** Few names and few moments, so that they often meet, and moments often are each other's edges. */
const id = fc.constantFrom('a', 'b', 'amina', HERE, 'dock', 'toString', '__proto__');
const moment = fc.oneof(
  fc.constantFrom(NOON, NOON - 1, NOON + 1, NOON - HOUR, NOON + HOUR, NOON - 24 * HOUR, NOON + 24 * HOUR),
  fc.integer({ min: NOON - 200 * HOUR, max: NOON + 200 * HOUR }),
);
const time = moment.map(iso);
const text = fc.constantFrom('Amina', 'Filters', '', '‮');

/** A record of which all but the required parts may be absent, as zod's optional parts are. */
const partial = <T extends object>(
  parts: { readonly [K in keyof T]-?: fc.Arbitrary<NonNullable<T[K]>> },
  requiredKeys: readonly (keyof T)[],
): fc.Arbitrary<T> =>
  fc.record(parts as Record<string, fc.Arbitrary<unknown>>, {
    requiredKeys: [...requiredKeys] as string[],
  }) as unknown as fc.Arbitrary<T>;

const signed = partial<Extract<Credential, { kind: 'signed' }>>(
  {
    kind: fc.constant('signed'),
    badgeId: id,
    workerId: id,
    keyId: id,
    displayName: text,
    locationIds: fc.array(id, { maxLength: 2 }),
    notBeforeMs: moment,
    expiresMs: moment,
  },
  ['kind', 'badgeId', 'workerId', 'keyId'],
);
const credential: fc.Arbitrary<Result<Credential, CredentialFault>> = fc.oneof(
  { weight: 6, arbitrary: signed.map((value) => ok<Credential>(value)) },
  { weight: 2, arbitrary: id.map((code) => ok<Credential>({ kind: 'opaque', code })) },
  { weight: 2, arbitrary: id.map((workerId) => ok<Credential>({ kind: 'tap', workerId })) },
  { weight: 1, arbitrary: fc.constantFrom(...CREDENTIAL_FAULTS).map((fault) => fail(fault)) },
);

const badge = partial<Badge>(
  {
    id,
    kind: fc.constantFrom('signed', 'short', 'opaque'),
    workerId: id,
    code: id,
    validFrom: time,
    validUntil: time,
    revokedAt: time,
    pass: fc.record({ locationId: id }),
  },
  ['id', 'kind', 'workerId'],
);
const worker = partial<Worker>(
  {
    id,
    firstName: text,
    lastName: text,
    contractorId: id,
    language: text,
    photo: text,
    phone: text,
    email: text,
    skills: fc.array(text, { maxLength: 2 }),
    qualifications: fc.constant([]),
    vehicles: fc.constant([]),
    note: text,
    visitor: fc.boolean(),
    keptAt: fc.array(id),
    blocked: fc.record({ reason: text, since: time }),
  },
  ['id', 'firstName', 'lastName'],
);
const requirement = partial<Connection['induction']>(
  {
    status: fc.constantFrom('complete', 'complete', 'missing', 'not_required'),
    validUntil: time,
  },
  ['status'],
);
const connection = partial<Connection>(
  {
    id,
    workerId: id,
    clientId: fc.constantFrom('a', 'b'),
    locationIds: fc.array(id, { maxLength: 3 }),
    assessment: requirement,
    induction: requirement,
    credential: requirement,
  },
  ['id', 'workerId', 'clientId', 'assessment', 'induction', 'credential'],
);
const workOrder: fc.Arbitrary<WorkOrder> = fc.record({
  id,
  number: text,
  title: text,
  clientId: fc.constantFrom('a', 'b'),
  locationId: fc.constantFrom(HERE, HERE, 'dock', '__proto__'),
  startsAt: time,
  endsAt: time,
  status: fc.constantFrom('open', 'open', 'open', 'completed', 'cancelled'),
});
const roster: fc.Arbitrary<Rostered> = fc
  .record({
    id,
    name: text,
    clientId: fc.constantFrom('a', 'b'),
    locationId: fc.constantFrom(HERE, HERE, 'dock', '__proto__'),
    startsAt: time,
    endsAt: time,
    status: fc.constantFrom('confirmed', 'confirmed', 'to_be_confirmed', 'cancelled', 'completed'),
  })
  .map(({ name, clientId, status, ...times }) => ({
    entry: { ...times, bookingId: 'fair', workerId: 'amina' },
    booking: {
      ...times,
      id: 'fair',
      name,
      clientId,
      status: status as Rostered['booking']['status'],
      skills: [],
      resources: [],
      requiredQualifications: [],
    },
  }));
const client: fc.Arbitrary<Client> = fc.record({
  id: fc.constantFrom('a', 'b'),
  name: text,
  requiresWorkerRegistration: fc.boolean(),
  requiresCheckIn: fc.boolean(),
});
const hours = fc.constantFrom(null, null, 0, 4, 30);
const question = fc.record({
  id: fc.constantFrom('a', 'b'),
  text: fc.constant('Helmet on?'),
  at: fc.constantFrom('in', 'in', 'out'),
  wanted: fc.constantFrom('yes', 'no'),
});
const answer = fc.record({
  questionId: fc.constantFrom('a', 'b'),
  text: fc.constant('Helmet on?'),
  answer: fc.constantFrom('yes', 'no'),
});
const rules: fc.Arbitrary<Policy> = fc
  .record({
    graceBeforeMinutes: fc.integer({ min: 0, max: 600 }),
    graceAfterMinutes: fc.integer({ min: 0, max: 600 }),
    grantHours: fc.double({ min: 1, max: 1000, noNaN: true }),
    laterGrants: fc.constantFrom('scan', 'tap'),
    antiPassback: fc.constantFrom('off', 'warn', 'refuse'),
    antiPassbackBetweenGates: fc.constantFrom('soft', 'same'),
    capacity: fc.option(fc.integer({ min: 1, max: 3 })),
    signedWithoutRecord: fc.constantFrom('admit', 'ask', 'refuse'),
    staleWarnHours: hours,
    staleAskHours: hours,
    staleRefuseHours: hours,
    photoCheck: fc.constantFrom('never', 'never', 'never', 'first_scan', 'always'),
    questions: fc.oneof(
      { weight: 2, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(question, { maxLength: 2 }) },
    ),
  })
  .map((rule) => policy(rule as Partial<Policy>));

const parts: { readonly [K in keyof Dossier]-?: fc.Arbitrary<NonNullable<Dossier[K]>> } = {
  credential,
  laneDirection: fc.constantFrom('in', 'in', 'out', 'both'),
  entryBlocked: fc.constantFrom('locked_down', 'fire', 'interlock', 'roll_call'),
  nowMs: fc.constant(NOON),
  location: fc.record({
    id: fc.constant(HERE),
    name: text,
    clientIds: fc.uniqueArray(fc.constantFrom('a', 'b'), { minLength: 1 }),
    timeZone: fc.constantFrom('Europe/Warsaw', 'Nowhere'),
    requiresCheckIn: fc.constantFrom(true, true, true, false),
  }),
  policy: rules,
  clients: fc.array(client, { maxLength: 3 }),
  badge,
  worker,
  connections: fc.array(connection, { maxLength: 3 }),
  workOrders: fc.array(workOrder, { maxLength: 4 }),
  roster: fc.array(roster, { maxLength: 2 }),
  locationNames: fc.constantFrom({}, { dock: 'Dock 7' }),
  grant: fc.record({ workerId: id, workOrderIds: fc.array(id), grantedAtMs: moment, untilMs: moment, eventId: id }),
  presence: fc.record(
    { workerId: id, inside: fc.boolean(), sinceMs: moment, eventId: id, gateId: id },
    { requiredKeys: ['workerId', 'inside', 'sinceMs', 'eventId'] },
  ),
  gateNames: fc.dictionary(id, text),
  insideCount: fc.integer({ min: 0, max: 4 }),
  dataAgeMs: fc.oneof(fc.constantFrom(0, HOUR / 60), fc.integer({ min: -HOUR, max: 120 * HOUR })),
  gatesHeardAgoMs: fc.oneof(fc.constantFrom(0, HOUR / 60), fc.integer({ min: 0, max: 2 * HOUR })),
  listAgesMs: fc.dictionary(fc.constantFrom(...DATA_LISTS), fc.integer({ min: 0, max: 120 * HOUR })),
  confirmed: fc.record({
    codes: fc.subarray(['record_missing', 'data_old_ask', 'photo_check', 'too_early', 'not_recorded'] as const, {
      maxLength: 2,
    }),
    answers: fc.array(answer, { minLength: 1, maxLength: 2 }),
  }),
  /** Overrides are looked up only after a refusal: tests of their own give them. */
  overrides: fc.constant([]),
};
const needed = [
  'credential',
  'laneDirection',
  'nowMs',
  'location',
  'policy',
  'clients',
  'connections',
  'workOrders',
  'locationNames',
  'insideCount',
] as const;
const names = Object.keys(parts) as (keyof Dossier)[];

/** Anything at all; most of it gets no further than the first checks. */
const wild = partial<Dossier>(parts, needed);
/** Papers in order but for one to four parts, so that every check comes into its own. */
const nearlyGood = fc
  .tuple(wild, fc.subarray(names, { minLength: 1, maxLength: 4 }))
  .map(([other, changed]): Dossier => {
    const taken = Object.fromEntries(changed.filter((name) => name in other).map((name) => [name, other[name]]));
    return { ...papers(), ...(taken as Partial<Dossier>) };
  });

/** Papers in order of somebody whom only rosters of events bring here. */
const onRosters = fc
  .array(roster, { minLength: 1, maxLength: 2 })
  .map((entries): Dossier => ({ ...papers(), workOrders: [], roster: entries }));

export const anyDossier: fc.Arbitrary<Dossier> = fc.oneof(
  { weight: 6, arbitrary: wild },
  { weight: 6, arbitrary: nearlyGood },
  { weight: 1, arbitrary: onRosters },
);
