type LaneDirection = 'in' | 'out' | 'both';

/**
 * G2, G8: while there is fire or a live roll call runs nobody comes in, so a lane for both directions leads out alone. Somebody inside whose coming in nobody
 * saw would else be taken for somebody who comes, and be refused the way out.
 */
export const wayInEmergency = (lane: LaneDirection): LaneDirection => (lane === 'both' ? 'out' : lane);
