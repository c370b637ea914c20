import type { Dossier } from '../dossier.ts';
import { finding, type Finding } from '../finding.ts';
import { placeName } from '../place-name.ts';

/** A badge that names its places is good at those and nowhere else. */
export function placeIsNamed(dossier: Dossier): Finding | undefined {
  const { credential, location } = dossier;
  if (!credential.ok || credential.value.kind !== 'signed') return undefined;
  const [firstPlace, ...otherPlaces] = credential.value.locationIds ?? [];
  if (firstPlace === undefined || [firstPlace, ...otherPlaces].includes(location.id)) return undefined;
  return finding('wrong_place', { locationName: placeName(dossier, firstPlace) });
}

/** For a person whose record is not in the cache (yet): a signature may vouch instead, as far as the location's policy lets it. */
export function vouchedFor({ credential, policy }: Dossier): Finding {
  if (!credential.ok || credential.value.kind !== 'signed') return finding('record_missing');
  switch (policy.signedWithoutRecord) {
    case 'admit':
      return finding('without_record');
    case 'ask':
      return finding('record_missing');
    case 'refuse':
      return finding('unknown_badge');
  }
}
