import type { Notice } from '../store.ts';

/** What a transaction did that others are told of once it is durable. */
export interface Told {
  readonly locationIds: Set<string>;
  readonly revokedDeviceIds: Set<string>;
}

export const nothingTold = (): Told => ({ locationIds: new Set(), revokedDeviceIds: new Set() });

export function noticesOf({ locationIds, revokedDeviceIds }: Told): Notice[] {
  const changed: Notice[] = locationIds.size > 0 ? [{ kind: 'changed', locationIds }] : [];
  return [...changed, ...[...revokedDeviceIds].map((deviceId) => ({ kind: 'revoked' as const, deviceId }))];
}
