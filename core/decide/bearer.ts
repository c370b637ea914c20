import type { CredentialFault } from '../credential/credential.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Dossier } from './dossier.ts';

/** Whom the credential speaks of. That this person may pass is not said by it. */
export interface Bearer {
  readonly workerId: string;
  readonly badgeId?: string;
  /** Known only with a record. */
  readonly firstName?: string;
}

/** Where the cache and a badge's own claims name different people, the cache is the later word. */
export function identify({ credential, badge, worker }: Dossier): Result<Bearer, CredentialFault | 'unknown_badge'> {
  if (!credential.ok) return credential;
  const named = worker ? { firstName: worker.firstName } : {};
  const shown = credential.value;
  switch (shown.kind) {
    case 'tap':
      return ok({
        workerId: shown.workerId,
        ...(shown.badgeId === undefined ? {} : { badgeId: shown.badgeId }),
        ...named,
      });
    case 'signed':
      return ok({ workerId: badge?.workerId ?? shown.workerId, badgeId: shown.badgeId, ...named });
    case 'opaque':
      return badge ? ok({ workerId: badge.workerId, badgeId: badge.id, ...named }) : fail('unknown_badge');
  }
}
