import type { PeersView } from '../../../preload/peer-views.ts';

const MINUTE = 60_000;

/** The other gates of the demo's place: one that is heard, one that is silent, and an address where nobody answers. */
export function peerAnswers(nowMs: number, changed: () => void) {
  let view: PeersView = {
    enabled: true,
    state: 'on',
    ownAddress: '10.20.0.11:7420',
    peers: [
      {
        deviceId: 'device-goods',
        gateName: 'Goods gate',
        how: 'network',
        address: '10.20.0.12:7420',
        heardAtMs: nowMs - 2000,
        taken: 148,
      },
      {
        deviceId: 'device-river',
        gateName: 'River gate',
        heardAtMs: nowMs - 42 * MINUTE,
        taken: 17,
        trouble: 'silent',
      },
    ],
    addresses: [{ address: '10.20.0.99:7420', trouble: 'silent' }],
  };
  return {
    getPeers: (): PeersView => view,
    switchPeers({ enabled }: { readonly enabled: boolean }): PeersView {
      const { ownAddress: _, ...rest } = view;
      view = { ...rest, enabled, state: enabled ? 'on' : 'off' };
      changed();
      return view;
    },
    addPeer({ address }: { readonly address: string }) {
      const done = /^[\w.:-]+$/.test(address.trim());
      if (done) view = { ...view, addresses: [...view.addresses, { address: address.trim() }] };
      changed();
      return { done, peers: view };
    },
    removePeer({ address }: { readonly address: string }): PeersView {
      view = { ...view, addresses: view.addresses.filter((one) => one.address !== address) };
      changed();
      return view;
    },
  };
}
