import type { Device, Turn } from '../store/store.ts';

/** What these do stays at the device's place, with the people that they name; whatever else comes has the store to itself. */
const OF_ONE_PLACE =
  /^(access|door|device|clock|shift|presence\.(checked_in|checked_out|break_started|break_ended))(\.|$)/;

/** A batch of ordinary acts takes turns with its own place and people alone; undefined: with everybody. */
export function turnOf(device: Pick<Device, 'locationId'>, values: readonly unknown[]): Turn | undefined {
  const workerIds = new Set<string>();
  for (const value of values) {
    const { type, data } = (value ?? {}) as {
      readonly type?: unknown;
      readonly data?: Readonly<Record<string, unknown>>;
    };
    if (typeof type !== 'string' || !OF_ONE_PLACE.test(type) || typeof data !== 'object' || data === null)
      return undefined;
    const { workerId, atLocationId } = data;
    if (atLocationId !== undefined && atLocationId !== device.locationId) return undefined;
    if (typeof workerId === 'string') workerIds.add(workerId);
  }
  return { kind: 'acts', locationId: device.locationId, workerIds: [...workerIds] };
}
