import type { handOverCalls } from '../../preload/handover-views.ts';
import type { Handlers } from '../ipc.ts';
import type { Station } from '../station.ts';

/** The desk's calls about the end of a shift. */
export function handOverHandlers(
  station: () => Station | undefined,
): Pick<Handlers<'desk'>, keyof typeof handOverCalls> {
  const handOver = () => station()?.areas.handOver;
  return {
    getHandOver: ({ span }) => handOver()?.sheet(span) ?? null,
    handOver: ({ fromMs, notes }) => ({ fault: handOver()?.record(fromMs, notes) ?? null }),
  };
}
