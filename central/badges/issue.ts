import { encodeSignedBadge } from '../../core/credential/issue.ts';
import type { Badge, IssuerKey, Worker } from '../../core/site/entities.ts';
import { isoOf, type Central } from '../central.ts';
import { generateIssuerKey, openIssuerKey, type IssuerSigner } from '../sign.ts';
import type { BadgePage, Rows } from '../store/store.ts';
import { publish } from '../sync/publish.ts';

type Alg = IssuerKey['alg'];
export interface BadgeValidity {
  readonly validFrom?: string | undefined;
  readonly validUntil?: string | undefined;
}
export interface BadgeOrder extends BadgeValidity {
  readonly workerId: string;
  /** Signed with; EdDSA when absent. */
  readonly alg?: Alg;
}

/** Ids that a signed badge can carry (core/credential/claims.ts). */
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Makes the issuer keys that are missing and publishes their public halves. */
export async function ensureIssuers(central: Central, algs: readonly Alg[]): Promise<void> {
  await central.store.write(async (rows) => {
    const kept = new Set((await signers(rows)).map((signer) => signer.alg));
    for (const alg of algs.filter((one) => !kept.has(one))) {
      const signer = generateIssuerKey(alg);
      await rows.badges.addIssuer({ keyId: signer.keyId, secret: signer.privatePem });
      await publish(rows, 'issuerKey', signer.issuerKey, central.now());
    }
  });
}

export async function signerFor(rows: Rows, alg: Alg = 'EdDSA'): Promise<IssuerSigner> {
  const signer = (await signers(rows)).find((one) => one.alg === alg);
  if (!signer) throw new Error(`there is no issuer key for ${alg}: ensureIssuers was not called`);
  return signer;
}

/** A new signed badge with its page; undefined: there is no such worker, or the worker's id is not one that a badge can carry. */
export async function issueBadge(central: Central, rows: Rows, order: BadgeOrder): Promise<BadgePage | undefined> {
  const page = await drawUp(central, rows, order);
  if (page) await rows.badges.putPage(page);
  return page;
}

/** Puts a new badge on the page of an older one (D6): the link that the worker has stays good. */
export async function renewBadge(
  central: Central,
  rows: Rows,
  old: BadgePage,
  hours: number,
): Promise<BadgePage | undefined> {
  const validUntil = isoOf(central.now() + hours * 3_600_000);
  const page = await drawUp(central, rows, { workerId: old.workerId, validUntil });
  const kept = page && { ...page, token: old.token };
  if (kept) await rows.badges.putPage(kept);
  return kept;
}

/** False: there is no such badge. Revoking twice keeps the first time. */
export function revokeBadge(central: Central, badgeId: string): Promise<boolean> {
  return central.store.write(async (rows) => {
    const badge = (await rows.records.get('badge', badgeId))?.data as Badge | undefined;
    if (!badge) return false;
    const nowMs = central.now();
    if (badge.revokedAt === undefined) await publish(rows, 'badge', { ...badge, revokedAt: isoOf(nowMs) }, nowMs);
    return true;
  });
}

async function drawUp(central: Central, rows: Rows, order: BadgeOrder): Promise<BadgePage | undefined> {
  const worker = (await rows.records.get('worker', order.workerId))?.data as Worker | undefined;
  if (!worker || !UUID.test(worker.id)) return undefined;
  const { validFrom, validUntil } = order;
  const badge: Badge = {
    id: central.newId(),
    kind: 'signed',
    workerId: worker.id,
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validUntil === undefined ? {} : { validUntil }),
  };
  const text = textOf(badge, worker, await signerFor(rows, order.alg), central.now());
  await publish(rows, 'badge', badge, central.now());
  return { token: central.secret(16), workerId: worker.id, badgeId: badge.id, text };
}

/** The text to draw as a QR. */
export function textOf(
  badge: Badge,
  worker: Pick<Worker, 'id' | 'firstName'>,
  signer: IssuerSigner,
  issuedMs: number,
): string {
  return encodeSignedBadge(
    {
      badgeId: badge.id,
      workerId: worker.id,
      displayName: worker.firstName.slice(0, 40),
      issuedMs,
      ...(badge.validFrom === undefined ? {} : { notBeforeMs: Date.parse(badge.validFrom) }),
      ...(badge.validUntil === undefined ? {} : { expiresMs: Date.parse(badge.validUntil) }),
    },
    signer,
  );
}

async function signers(rows: Rows): Promise<IssuerSigner[]> {
  return (await rows.badges.issuers()).map((issuer) => openIssuerKey(issuer.secret));
}
