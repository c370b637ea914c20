import type { musterCalls } from '../../preload/muster-views.ts';
import type { Handlers } from '../ipc.ts';
import type { Station } from '../station.ts';

export interface MusterHandlerParts {
  readonly station: () => Station | undefined;
  readonly deskChanged: () => void;
}

const NO_PAGE = { roll: null, past: [], insideCount: 0 };

/** The desk's calls about the roll call. */
export function musterHandlers(parts: MusterHandlerParts): Pick<Handlers<'desk'>, keyof typeof musterCalls> {
  const muster = () => parts.station()?.areas.muster;
  const changed = <T>(answer: T): T => {
    parts.deskChanged();
    return answer;
  };
  return {
    getMuster: ({ musterId }) => muster()?.page(musterId) ?? NO_PAGE,
    startMuster: ({ kind }) => changed({ fault: muster()?.start(kind) ?? null }),
    markMuster: (ask) => changed({ fault: muster()?.mark(ask) ?? null }),
    endMuster: ({ musterId }) => changed({ fault: muster()?.end(musterId) ?? null }),
  };
}
