/** The other gates of the place on their own network, as the desk shows them. Times are Unix milliseconds of this device's clock. */
import { z } from 'zod';

const ms = z.number();

/**
 * `silent`: nobody answers; `refused`: it does not take this gate's word, nor this one its; `older`: a program that does not speak this;
 * `clock`: no agreement on the time; `other`, `edited`: its journal does not hold; `not_kept`: no room here; `not_found`: no address.
 */
export const PEER_TROUBLES = [
  'silent',
  'refused',
  'older',
  'clock',
  'other',
  'edited',
  'not_kept',
  'not_found',
] as const;

export const peerViewSchema = z.object({
  deviceId: z.string(),
  gateName: z.string(),
  /** How its address became known: typed, found on the network, it called, or from before. */
  how: z.enum(['hand', 'network', 'call', 'before']).optional(),
  address: z.string().optional(),
  heardAtMs: ms.optional(),
  taken: z.number().int(),
  trouble: z.enum(PEER_TROUBLES).optional(),
});

export const peersViewSchema = z.object({
  enabled: z.boolean(),
  /** `alone`: the place has no other gate; `waiting`: central has told no other gate's key; `off`: switched off. */
  state: z.enum(['on', 'off', 'alone', 'waiting']),
  /** Where this gate listens, host and port; absent: nowhere. */
  ownAddress: z.string().optional(),
  peers: z.array(peerViewSchema),
  /** Typed by somebody. */
  addresses: z.array(z.object({ address: z.string(), trouble: z.enum(PEER_TROUBLES).optional() })),
});

export const peerCalls = {
  getPeers: { ask: z.undefined(), answer: peersViewSchema },
  switchPeers: { ask: z.object({ enabled: z.boolean() }), answer: peersViewSchema },
  /** `done` false: what was typed is no address of a network, or there are too many. */
  addPeer: {
    ask: z.object({ address: z.string().max(300) }),
    answer: z.object({ done: z.boolean(), peers: peersViewSchema }),
  },
  removePeer: { ask: z.object({ address: z.string().max(300) }), answer: peersViewSchema },
} as const;

export type PeerTrouble = (typeof PEER_TROUBLES)[number];
export type PeerView = z.infer<typeof peerViewSchema>;
export type PeersView = z.infer<typeof peersViewSchema>;
