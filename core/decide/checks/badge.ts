import type { Dossier } from '../dossier.ts';
import { finding, type Finding } from '../finding.ts';
import { optionalTimeMs } from '../time.ts';

/**
 * Withdrawn, ended, or not good yet: by central's record and by the badge's own signed claims, whichever is stricter.
 * A badge is good from its first moment up to, and without, its last (RFC 8392 nbf and exp read the same).
 */
export function badgeIsGood({ badge, credential, nowMs }: Dossier): Finding | undefined {
  if (badge?.revokedAt !== undefined) return finding('badge_revoked', { sinceMs: optionalTimeMs(badge.revokedAt) });
  const claims = credential.ok && credential.value.kind === 'signed' ? credential.value : undefined;
  const endsAtMs = Math.min(optionalTimeMs(badge?.validUntil) ?? Infinity, claims?.expiresMs ?? Infinity);
  if (nowMs >= endsAtMs) return finding('badge_ended', { endsAtMs });
  const startsAtMs = Math.max(optionalTimeMs(badge?.validFrom) ?? -Infinity, claims?.notBeforeMs ?? -Infinity);
  return nowMs < startsAtMs ? finding('badge_not_yet', { startsAtMs }) : undefined;
}
