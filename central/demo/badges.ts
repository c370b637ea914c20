import { z } from 'zod';
import { CODE_NAMES } from '../../core/codes.ts';
import type { Badge, Worker } from '../../core/site/entities.ts';
import { textOf } from '../badges/issue.ts';
import { isoOf, type Central } from '../central.ts';
import type { Rows } from '../store/store.ts';
import { generateIssuerKey, type IssuerSigner } from '../sign.ts';
import { badgeIdOf, type Case } from './cases.ts';

const DAY_MS = 86_400_000;

/** One badge on the demo page; the answer of /demo/badges.json is a list of these. */
export const demoBadgeSchema = z.object({
  key: z.string(),
  name: z.string(),
  text: z.string(),
  expected: z.enum(CODE_NAMES),
  why: z.string(),
  /** The page that this person opens on a phone, where there is one. */
  page: z.string().optional(),
});
export type DemoBadge = z.infer<typeof demoBadgeSchema>;

export interface DrawnBadge {
  readonly text: string;
  /** What central knows of it: nothing of forged and foreign ones. */
  readonly record?: Badge;
}

/** Draws up the badge of a case. Its days are counted from `seededMs`. */
export function drawBadge(
  demoCase: Case,
  worker: Worker | undefined,
  signer: (alg: 'EdDSA' | 'ES256') => IssuerSigner,
  seededMs: number,
): DrawnBadge {
  const { badge } = demoCase;
  if (badge.kind === 'text') return { text: badge.text };
  if (!worker) throw new Error(`the badge of ${demoCase.key} needs a person`);
  const id = badgeIdOf(demoCase.key);
  if (badge.kind === 'opaque')
    return { text: badge.code, record: { id, kind: 'opaque', workerId: worker.id, code: badge.code } };

  const ours = signer(badge.kind === 'signed' ? (badge.alg ?? 'EdDSA') : 'EdDSA');
  const day = (days: number) => isoOf(Math.floor(seededMs / 1000) * 1000 + days * DAY_MS);
  const record: Badge = {
    id,
    kind: 'signed',
    workerId: worker.id,
    ...(badge.kind === 'signed' && badge.fromInDays !== undefined ? { validFrom: day(badge.fromInDays) } : {}),
    ...(badge.kind === 'signed' && badge.untilInDays !== undefined ? { validUntil: day(badge.untilInDays) } : {}),
    ...(badge.kind === 'signed' && badge.revoked ? { revokedAt: day(-1) } : {}),
  };
  const signedBy = (one: IssuerSigner) => textOf(record, worker, one, seededMs);
  switch (badge.kind) {
    case 'signed':
      return { text: signedBy(ours), record };
    case 'torn':
      return { text: signedBy(ours).slice(0, 80), record };
    case 'foreign':
      return { text: signedBy(generateIssuerKey('EdDSA')) };
    case 'forged':
      return { text: signedBy({ ...generateIssuerKey('EdDSA'), keyId: ours.keyId }) };
  }
}

const NOTE = 'demo_badges';

export async function keepDemoBadges(rows: Rows, badges: readonly DemoBadge[]): Promise<void> {
  await rows.notes.set(NOTE, JSON.stringify(badges));
}

export async function demoBadges(central: Central): Promise<DemoBadge[]> {
  const kept = await central.store.read((rows) => rows.notes.get(NOTE));
  return demoBadgeSchema.array().parse(JSON.parse(kept ?? '[]'));
}
