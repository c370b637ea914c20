import type { Dossier } from '../dossier.ts';
import { finding, type Finding } from '../finding.ts';
import { narrow } from '../candidates.ts';
import { placeName } from '../place-name.ts';
import { complies } from './compliance.ts';
import { connectedHere } from './connected.ts';

/** What a client asks of its workers counts with a pass as without one. */
const PAPERS = [connectedHere, complies('assessment'), complies('induction'), complies('credential')];

/** A temporary pass is good at the place that issued it and nowhere else. */
export function passIsForHere(dossier: Dossier): Finding | undefined {
  const pass = dossier.badge?.pass;
  if (!pass || pass.locationId === dossier.location.id) return undefined;
  return finding('wrong_place', { locationName: placeName(dossier, pass.locationId) });
}

/** A pass stands in for the work order and its time. For a visitor it is all that there is; a worker who is known needs the papers as ever. */
export function passPapers(dossier: Dossier): Finding | undefined {
  if (dossier.worker?.visitor) return undefined;
  const narrowed = narrow(dossier, PAPERS);
  return narrowed.ok ? undefined : narrowed.fault;
}
