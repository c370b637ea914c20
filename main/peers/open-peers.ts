import type { CentralClient } from '../sync/central-client.ts';
import { startFinder, type StartFinder } from './find.ts';
import { createKeyTeller } from './key-teller.ts';
import { openPeerKeys } from './keys.ts';
import { createPeers, type Peers, type PeersParts } from './peers.ts';

export interface OpenPeersParts extends Omit<PeersParts, 'keys' | 'startFinder'> {
  /** Default: by DNS-SD. */
  readonly startFinder?: StartFinder | undefined;
}

export interface OpenedPeers extends Peers {
  /** To be called whenever central answers. */
  readonly centralAnswered: (client: Pick<CentralClient, 'tellPeerKey'>) => void;
}

/** The gates among themselves, with the key of this one. */
export function openPeers(parts: OpenPeersParts): OpenedPeers {
  const { identity, cache, clock, log } = parts;
  const keys = identity.peerKey === undefined ? undefined : openPeerKeys(identity.peerKey);
  const peers = createPeers({ ...parts, keys, startFinder: parts.startFinder ?? startFinder });
  const tellKey =
    keys &&
    createKeyTeller({
      deviceId: identity.deviceId,
      publicKey: keys.publicKey,
      cache,
      monotonicMs: clock.monotonicMs,
      onFailure: (detail) => log.info({ detail }, 'central has not got the key for the other gates'),
    });
  return { ...peers, centralAnswered: (client) => tellKey?.(client) };
}
