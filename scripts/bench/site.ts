import { encodeSignedBadge } from '../../core/credential/issue.ts';
import type { Change } from '../../core/sync/wire.ts';
import type { IssuerSigner } from '../../central/sign.ts';

/** The site of the benchmark: everybody is connected, badged and assigned, so that every check of decide is run through. */
export const PLACE = { deviceId: 'bench-device', gateId: 'bench-gate', locationId: 'bench-location' } as const;
const CLIENT = 'bench-client';
/** How many people one work order has, and how many orders one person. */
const CREW = 50;
const ORDERS_EACH = 2;

const DAY_MS = 86_400_000;
const put = (entity: string, id: string, data: Record<string, unknown>): Change => ({
  entity,
  id,
  rev: 1,
  op: 'put',
  data: { id, ...data },
});

/** Ids of the form that a signed badge carries, the same in every run. */
const uuid = (kind: number, n: number): string =>
  `${String(kind).padStart(8, '0')}-0000-4000-8000-${String(n).padStart(12, '0')}`;
export const workerId = (n: number): string => uuid(1, n);
export const badgeId = (n: number): string => uuid(2, n);
/** Badges before today's: a grant is good for one badge. */
export const pastBadgeId = (n: number): string => uuid(9, n);
export const orderId = (n: number): string => uuid(3, n);
const cardOf = (n: number): string => `CARD ${String(n).padStart(8, '0')}`;

/** Every other person has a signed badge, the others a card of another system. */
export const hasSignedBadge = (n: number): boolean => n % 2 === 0;

/** What a scanner reads from a person's badge. */
export const badgeText = (n: number, signer: IssuerSigner, nowMs: number): string =>
  hasSignedBadge(n)
    ? encodeSignedBadge(
        { badgeId: badgeId(n), workerId: workerId(n), notBeforeMs: nowMs - DAY_MS, expiresMs: nowMs + DAY_MS },
        signer,
      )
    : cardOf(n);

/** Everything that central would tell this gate about `people` people. Orders run for a year, so that kept files stay good. */
export function* siteOf(people: number, signer: IssuerSigner, nowMs: number): Generator<Change> {
  const iso = (ms: number): string => new Date(ms).toISOString();
  yield put('location', PLACE.locationId, {
    name: 'Bench',
    clientIds: [CLIENT],
    timeZone: 'Europe/Warsaw',
    requiresCheckIn: true,
  });
  yield put('gate', PLACE.gateId, { name: 'Bench gate', locationId: PLACE.locationId });
  yield put('client', CLIENT, { name: 'Bench client', requiresWorkerRegistration: true, requiresCheckIn: true });
  yield put('policy', 'bench-policy', { locationId: PLACE.locationId });
  yield put('issuerKey', signer.issuerKey.id, signer.issuerKey);
  const orders = Math.ceil(people / CREW) + 1;
  for (let n = 0; n < orders; n += 1) {
    yield put('workOrder', orderId(n), {
      number: `WO-${n}`,
      title: `Work number ${n}`,
      clientId: CLIENT,
      locationId: PLACE.locationId,
      startsAt: iso(nowMs - DAY_MS),
      endsAt: iso(nowMs + 365 * DAY_MS),
      status: 'open',
    });
  }
  const complete = { status: 'complete', validUntil: iso(nowMs + 365 * DAY_MS) };
  for (let n = 0; n < people; n += 1) {
    const owner = { workerId: workerId(n) };
    yield put('worker', workerId(n), { firstName: `Name${n}`, lastName: `Surname${n}`, language: 'pl' });
    yield put('connection', uuid(4, n), {
      ...owner,
      clientId: CLIENT,
      assessment: complete,
      induction: complete,
      credential: complete,
    });
    const badge = hasSignedBadge(n) ? { kind: 'signed' } : { kind: 'opaque', code: cardOf(n) };
    yield put('badge', badgeId(n), { ...owner, ...badge });
    for (let k = 0; k < ORDERS_EACH; k += 1) {
      const workOrderId = orderId((Math.floor(n / CREW) + k) % orders);
      yield put('assignment', uuid(5 + k, n), { ...owner, workOrderId });
    }
  }
}
