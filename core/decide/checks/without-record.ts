import type { Dossier } from '../dossier.ts';
import { finding, type Finding } from '../finding.ts';
import { placeName } from '../place-name.ts';

/**
 * For a person whose record is not in the cache (yet). A signature may vouch instead, as far as the location's policy lets it, and
 * never for a place that the badge leaves out when it names any.
 */
export function vouchedFor(dossier: Dossier): Finding {
  const { credential, location, policy } = dossier;
  if (!credential.ok || credential.value.kind !== 'signed') return finding('record_missing');
  const [firstPlace, ...otherPlaces] = credential.value.locationIds ?? [];
  if (firstPlace !== undefined && ![firstPlace, ...otherPlaces].includes(location.id)) {
    return finding('wrong_place', { locationName: placeName(dossier, firstPlace) });
  }
  switch (policy.signedWithoutRecord) {
    case 'admit':
      return finding('without_record');
    case 'ask':
      return finding('record_missing');
    case 'refuse':
      return finding('unknown_badge');
  }
}
