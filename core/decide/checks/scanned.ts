import type { Dossier } from '../dossier.ts';
import { finding, type Finding } from '../finding.ts';
import { goodGrant } from '../grant.ts';

/** D3: the first grant needs a scan, and so do later ones where taps are not enough. D6: after its hours, a badge is used up. */
export function scannedFirst(dossier: Dossier): Finding | undefined {
  const { credential, grant, policy } = dossier;
  const tapped = credential.ok && credential.value.kind === 'tap' && credential.value.badgeId === undefined;
  if (tapped && (!grant || policy.laterGrants === 'scan')) return finding('scan_needed');
  return grant && !goodGrant(dossier) ? finding('grant_ended', { endsAtMs: grant.untilMs }) : undefined;
}
