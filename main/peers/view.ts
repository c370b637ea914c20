import type { Gate, Peer } from '../../core/site/entities.ts';
import { writeAddress } from '../../core/peers/address.ts';
import type { PeersView, PeerView } from '../../preload/peer-views.ts';
import type { Settings } from '../settings.ts';
import type { AskFault } from './ask.ts';
import type { HeardStore } from './heard-store.ts';
import { ownNetworks } from './own-networks.ts';
import type { LineToPeer } from './line.ts';
import { HOWS, type FoundHow } from './found-how.ts';

export interface PeersViewParts {
  readonly settings: Settings['peers'];
  readonly gates: readonly Gate[];
  readonly gateId: string;
  readonly others: readonly Peer[];
  readonly store: Pick<HeardStore, 'lineOf'>;
  /** Where this gate listens; undefined: nowhere. */
  readonly port: number | undefined;
  readonly hand: ReadonlyMap<string, AskFault>;
  readonly lineTo: (id: string) => LineToPeer | undefined;
  readonly foundAt: (id: string) => ReadonlyMap<FoundHow, string>;
}

/** What the page says of the other gates. */
export function peersView(parts: PeersViewParts): PeersView {
  const { settings, gates, others, port } = parts;
  const on = others.length > 0 ? 'on' : 'waiting';
  const nameOf = (gateId: string): string => gates.find(({ id }) => id === gateId)?.name ?? '';
  return {
    enabled: settings.enabled,
    state: settings.enabled ? (gates.length > 1 ? on : 'alone') : 'off',
    ...(port === undefined
      ? {}
      : { ownAddress: writeAddress({ host: ownNetworks()[0]?.split('/')[0] ?? '127.0.0.1', port }) }),
    peers: others
      .map((peer) => peerView(peer, nameOf(peer.gateId), parts))
      .toSorted((a, b) => a.gateName.localeCompare(b.gateName)),
    addresses: settings.addresses.map((address) => {
      const trouble = parts.hand.get(address);
      return { address, ...(trouble === undefined ? {} : { trouble }) };
    }),
  };
}

function peerView({ id }: Peer, gateName: string, { store, lineTo, foundAt }: PeersViewParts): PeerView {
  const kept = store.lineOf(id);
  const line = lineTo(id);
  const found = foundAt(id);
  const address = line?.address();
  const how = HOWS.find((each) => address !== undefined && found.get(each) === address);
  const heardAtMs = line?.heard()?.atMs ?? kept?.heardAtMs;
  const trouble = line && (line.trouble() ?? (found.size === 0 ? 'not_found' : undefined));
  return {
    deviceId: id,
    gateName,
    ...(how === undefined ? {} : { how }),
    ...(address === undefined ? {} : { address }),
    ...(heardAtMs === undefined ? {} : { heardAtMs }),
    taken: kept?.taken ?? 0,
    ...(trouble === undefined ? {} : { trouble }),
  };
}
