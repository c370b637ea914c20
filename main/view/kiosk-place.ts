import type { FaultCode } from '../../core/codes.ts';
import type { Station } from '../station.ts';
import type { KioskPlace } from './screens.ts';

/** Where the kiosk stands and whether the gate behind it can decide. `gateFault`: what keeps the whole gate from working. */
export function kioskPlace(
  station: Pick<Station, 'place' | 'connection' | 'staleness' | 'areas'> | undefined,
  gateFault: FaultCode | undefined,
): KioskPlace {
  const place = station?.place();
  if (!station || !place || station.staleness().level === 'never') {
    // Enrolled, but nothing was ever pulled to its end: without people and rules nobody can be let in.
    const fault = gateFault ?? (station ? 'central_unreachable' : 'not_enrolled');
    return { siteName: '', gateName: '', timeZone: 'UTC', fault };
  }
  const { state, sinceMs } = station.connection();
  return {
    ...place,
    ...(station.areas.muster.isEmergency() ? { isEmergency: true } : {}),
    ...(state === 'online' || state === 'connecting' ? {} : { offlineSinceMs: sinceMs }),
    ...(gateFault ? { fault: gateFault } : {}),
  };
}
