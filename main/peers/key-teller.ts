import type { Cache } from '../cache/cache.ts';
import type { CentralClient } from '../sync/central-client.ts';

export interface KeyTellerParts {
  readonly deviceId: string;
  readonly publicKey: string;
  readonly cache: Pick<Cache, 'get' | 'completeAtMs'>;
  readonly monotonicMs: () => number;
  readonly onFailure: (detail: string) => void;
}

/** After an asking that came to nothing, or whose news has not come down yet. A central that knows no such keys is asked as seldom. */
const AGAIN_MS = 10 * 60_000;

/** Tells central this gate's key whenever central does not have it: what comes down says so. To be called whenever central answers. */
export function createKeyTeller(parts: KeyTellerParts): (client: Pick<CentralClient, 'tellPeerKey'>) => void {
  const { deviceId, publicKey, cache } = parts;
  let notBeforeMs = -Infinity;
  return (client) => {
    if (parts.monotonicMs() < notBeforeMs || cache.completeAtMs() === undefined) return;
    if (cache.get('peer', deviceId)?.publicKey === publicKey) return;
    notBeforeMs = parts.monotonicMs() + AGAIN_MS;
    void client.tellPeerKey(publicKey).then((told) => {
      if (!told.ok) parts.onFailure(told.fault.detail);
    });
  };
}
