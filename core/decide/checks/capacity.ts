import type { Dossier } from '../dossier.ts';
import { finding, type Finding } from '../finding.ts';

/** A person who is counted as inside already takes no further place. */
export const roomInside = ({ insideCount, policy, presence }: Dossier): Finding | undefined =>
  policy.capacity !== null && !presence?.inside && insideCount >= policy.capacity
    ? finding('site_full', { count: insideCount })
    : undefined;
