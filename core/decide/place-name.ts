import type { Dossier } from './dossier.ts';

/** The name of another location, where the dossier has it. */
export const placeName = ({ locationNames }: Dossier, locationId: string): string | undefined =>
  Object.hasOwn(locationNames, locationId) ? locationNames[locationId] : undefined;
