import type { Dossier } from '../dossier.ts';
import { finding, type Finding } from '../finding.ts';

/** G5: somebody who is inside can't come in again; their badge may have been handed over the fence. */
export function notInsideYet({ presence, policy }: Dossier): Finding | undefined {
  if (!presence?.inside || policy.antiPassback === 'off') return undefined;
  const code = policy.antiPassback === 'refuse' ? 'already_inside' : 'passback_warning';
  return finding(code, { sinceMs: presence.sinceMs });
}
