import { readAddress, writeAddress } from '../../core/peers/address.ts';
import type { peerCalls, PeersView } from '../../preload/peer-views.ts';
import type { Handlers } from '../ipc.ts';
import type { Settings, SettingsFile } from '../settings.ts';
import type { Station } from '../station.ts';

interface PeerHandlerParts {
  readonly station: () => Station | undefined;
  readonly settings: SettingsFile;
  readonly deskChanged: () => void;
}

const MOST_ADDRESSES = 20;

/** The desk's calls about the place's other gates. */
export function peerHandlers({
  station,
  settings,
  deskChanged,
}: PeerHandlerParts): Pick<Handlers<'desk'>, keyof typeof peerCalls> {
  const view = (): PeersView => {
    const { enabled, addresses } = settings.get().peers;
    const nowhere = addresses.map((address) => ({ address }));
    return station()?.peers.view() ?? { enabled, state: 'alone', peers: [], addresses: nowhere };
  };
  const change = (next: Partial<Settings['peers']>): PeersView => {
    settings.set('peers', { ...settings.saved().peers, ...next });
    station()?.peers.look();
    deskChanged();
    return view();
  };
  return {
    getPeers: view,
    switchPeers: ({ enabled }) => change({ enabled }),
    addPeer({ address }) {
      const { addresses } = settings.saved().peers;
      const read = readAddress(address);
      if (!read || addresses.length >= MOST_ADDRESSES) return { done: false, peers: view() };
      const wanted = [...new Set([...addresses, writeAddress(read)])];
      return { done: true, peers: change({ addresses: wanted }) };
    },
    removePeer({ address }) {
      const { addresses } = settings.saved().peers;
      return change({ addresses: addresses.filter((one) => one !== address) });
    },
  };
}
