import type { Connection, Requirement, Worker, WorkOrder } from '../../core/site/entities.ts';
import { ensureIssuers, signerFor } from '../badges/issue.ts';
import { isoOf, type Central } from '../central.ts';
import type { Rows } from '../store/store.ts';
import { publish } from '../sync/publish.ts';
import { drawBadge, keepDemoBadges, type DemoBadge } from './badges.ts';
import { CASES, ordinary, type Case, type ConnectionRow, type RequirementRow } from './cases.ts';
import { demoId } from './id.ts';
import { orderIdOf, ORDERS, type OrderKey } from './orders.ts';
import { PEOPLE, workerIdOf } from './people.ts';
import { writeEventFiles, writeEvents, writePapers } from './write-papers.ts';
import { writePortal } from './write-portal.ts';
import { CLIENTS, CONTRACTORS, GATES, LOCATIONS, POLICIES, USERS } from './site.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Well before the first of today's orders ends, so that the demo is never stale. */
const REDATE_AFTER_MS = 4 * HOUR_MS;
const SEEDED = 'demo_seeded_ms';
const DATED = 'demo_dated_ms';

/** Everybody, those of CASES first. */
const EVERYBODY: readonly Case[] = [
  ...CASES,
  ...PEOPLE.filter((person) => !CASES.some((one) => one.person === person.key)).map((person) => ordinary(person.key)),
];

/** Fills an empty store; of a filled one, brings the dates up to now when they have aged. Returns whether anything was written. */
export async function seedDemo(central: Central): Promise<boolean> {
  await ensureIssuers(central, ['EdDSA', 'ES256']);
  return central.store.write(async (rows) => {
    const nowMs = central.now();
    const seeded = await rows.notes.get(SEEDED);
    const dated = Number(await rows.notes.get(DATED));
    if (seeded !== undefined && Math.abs(nowMs - dated) < REDATE_AFTER_MS) return false;
    if (seeded === undefined) {
      await writeSite(rows, nowMs);
      await writePeople(central, rows, nowMs);
      await writeEventFiles(central, rows, nowMs);
      await rows.notes.set(SEEDED, String(nowMs));
    }
    await writeDates(central, rows, nowMs);
    await rows.notes.set(DATED, String(nowMs));
    return true;
  });
}

async function writeSite(rows: Rows, nowMs: number): Promise<void> {
  for (const client of CLIENTS) await publish(rows, 'client', client, nowMs);
  for (const location of LOCATIONS) await publish(rows, 'location', location, nowMs);
  for (const gate of GATES) await publish(rows, 'gate', gate, nowMs);
  for (const policy of POLICIES) await publish(rows, 'policy', policy, nowMs);
  for (const contractor of Object.values(CONTRACTORS)) await publish(rows, 'contractor', contractor, nowMs);
  for (const user of USERS) await publish(rows, 'user', user, nowMs);
}

/** Workers, what they are assigned to, and their badges: none of it ages. */
async function writePeople(central: Central, rows: Rows, nowMs: number): Promise<void> {
  const signers = { EdDSA: await signerFor(rows, 'EdDSA'), ES256: await signerFor(rows, 'ES256') };
  const shown: DemoBadge[] = [];
  for (const one of EVERYBODY) {
    const worker = workerOf(one, nowMs);
    if (worker && one.person !== undefined) {
      const papers = await writePapers(central, rows, one.person, nowMs);
      await publish(rows, 'worker', { ...worker, ...papers }, nowMs);
    }
    for (const key of one.orders) {
      const assignment = {
        id: demoId(`assignment/${one.key}/${key}`),
        workOrderId: orderIdOf(key),
        workerId: worker?.id ?? '',
      };
      await publish(rows, 'assignment', assignment, nowMs);
    }
    const { text, record } = drawBadge(one, worker, (alg) => signers[alg], nowMs);
    if (record) await publish(rows, 'badge', record, nowMs);
    const token = record?.kind === 'signed' ? central.secret(16) : undefined;
    if (token && record && worker) await rows.badges.putPage({ token, workerId: worker.id, badgeId: record.id, text });
    const { key, expected, why } = one;
    const name = worker ? `${worker.firstName} ${worker.lastName}` : 'Nobody';
    shown.push({ key, name, text, expected, why, ...(token ? { page: `/badges/${token}` } : {}) });
  }
  await keepDemoBadges(rows, shown);
}

/** Work orders and connections, counted from now. */
async function writeDates(central: Central, rows: Rows, nowMs: number): Promise<void> {
  for (const key of Object.keys(ORDERS) as OrderKey[]) await publish(rows, 'workOrder', workOrderOf(key, nowMs), nowMs);
  await writeEvents(rows, nowMs);
  await writePortal(central, rows, nowMs);
  for (const one of EVERYBODY) {
    for (const row of one.connections) await publish(rows, 'connection', connectionOf(one, row, nowMs), nowMs);
  }
}

/** The office has no address of these two: a message does not reach them. */
const WITHOUT_EMAIL = ['mateo', 'linh'];

function workerOf(one: Case, nowMs: number): Worker | undefined {
  const person = PEOPLE.find((candidate) => candidate.key === one.person);
  if (!person) return undefined;
  const { key, firstName, lastName, language, contractor } = person;
  const blocked =
    one.blocked === undefined ? {} : { blocked: { reason: one.blocked, since: isoOf(nowMs - 3 * DAY_MS) } };
  const email = WITHOUT_EMAIL.includes(key) ? {} : { email: `${key}@example.com` };
  const contractorId = CONTRACTORS[contractor].id;
  return { id: workerIdOf(key), firstName, lastName, language, contractorId, ...email, ...blocked };
}

function workOrderOf(key: OrderKey, nowMs: number): WorkOrder {
  const { startsInHours, endsInHours, ...order } = ORDERS[key];
  const quarterHour = Math.floor(nowMs / (HOUR_MS / 4)) * (HOUR_MS / 4);
  const at = (hours: number) => isoOf(quarterHour + hours * HOUR_MS);
  return { id: orderIdOf(key), ...order, startsAt: at(startsInHours), endsAt: at(endsInHours) };
}

function connectionOf(one: Case, row: ConnectionRow, nowMs: number): Connection {
  const { clientId, locationIds } = row;
  const state = ({ status = 'complete', endsInDays = 200 }: RequirementRow = {}): Requirement =>
    status === 'complete' ? { status, validUntil: isoOf(nowMs + endsInDays * DAY_MS) } : { status };
  return {
    id: demoId(`connection/${one.key}/${clientId}`),
    workerId: workerIdOf(one.person ?? ''),
    clientId,
    ...(locationIds === undefined ? {} : { locationIds: [...locationIds] }),
    assessment: state(row.assessment),
    induction: state(row.induction),
    credential: state(row.credential),
  };
}
