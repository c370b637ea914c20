/** A computer at one of the place's gates; `heardAtMs`: when it last answered, by a clock that never jumps. */
export interface PeerHeard {
  readonly gateId: string;
  readonly heardAtMs?: number | undefined;
}

/**
 * How long ago the gate that was silent the longest was heard; undefined: at least one was not heard at all. Somebody may have left there
 * unheard, so one silent gate makes all that is known of the others as old as its silence.
 * @param gateIds the place's other gates
 */
export function gatesHeardAgoMs(
  gateIds: readonly string[],
  peers: readonly PeerHeard[],
  nowMs: number,
): number | undefined {
  const agesMs = gateIds.map((gateId) =>
    Math.min(...peers.filter((peer) => peer.gateId === gateId).map(({ heardAtMs = -Infinity }) => nowMs - heardAtMs)),
  );
  const oldestMs = Math.max(...agesMs);
  return Number.isFinite(oldestMs) ? oldestMs : undefined;
}

export interface PeersWanted {
  readonly enabled: boolean;
  /** Of the place, this one among them. */
  readonly gates: number;
  /** Other computers of the place whose keys central told. */
  readonly others: number;
  readonly isWithdrawn: boolean;
}

/** Nothing listens on the network unless there is somebody to hear. */
export const arePeersWanted = ({ enabled, gates, others, isWithdrawn }: PeersWanted): boolean =>
  enabled && gates > 1 && others > 0 && !isWithdrawn;
