import type { passCalls, PassSize } from '../../preload/pass-views.ts';
import type { Handlers } from '../ipc.ts';
import type { Station } from '../station.ts';

/** Width and height of the paper in micrometres: a continuous label of 62 mm, and A6 upright (ISO 216). */
export const PAPER: Readonly<Record<PassSize, { readonly width: number; readonly height: number }>> = {
  label: { width: 62_000, height: 100_000 },
  a6: { width: 105_000, height: 148_000 },
};

export interface PassHandlerParts {
  readonly station: () => Station | undefined;
  readonly deskChanged: () => void;
  /** The system's print dialog for the desk, on a paper of this size in micrometres. */
  readonly print: (paper?: { readonly width: number; readonly height: number }) => void;
}

const NO_FORM = { fields: [], hours: 0 };

/** The desk's calls about temporary passes. */
export function passHandlers(parts: PassHandlerParts): Pick<Handlers<'desk'>, keyof typeof passCalls> {
  const passes = () => parts.station()?.areas.passes;
  const changed = <T>(answer: T): T => {
    parts.deskChanged();
    return answer;
  };
  return {
    getPassForm: () => passes()?.form() ?? NO_FORM,
    issuePass: (ask) => changed(passes()?.issue(ask) ?? { fault: 'not_enrolled' }),
    getPasses: () => passes()?.list() ?? [],
    endPass: ({ passId, why }) => changed({ fault: passes()?.end(passId, why) ?? null }),
    printPass: (ask) => changed({ fault: passes()?.print(ask, () => parts.print(PAPER[ask.size])) ?? null }),
  };
}
