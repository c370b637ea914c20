import type { actCalls } from '../../preload/act-views.ts';
import type { Handlers } from '../ipc.ts';
import type { SettingsFile } from '../settings.ts';
import type { Acts } from './acts.ts';

/** The desk's calls about what staff do; a gate that is not enrolled yet can't do any of it. */
export function actHandlers(
  acts: () => Acts | undefined,
  settings: Pick<SettingsFile, 'saved' | 'set'>,
): Pick<Handlers<'desk'>, keyof typeof actCalls> {
  const refused = { result: 'refused', code: 'not_enrolled' } as const;
  const lastWay = (): string | undefined => settings.saved().desk.lastWayIn;
  return {
    grantAccess(ask) {
      const { laneId } = ask;
      // D3: this desk's next tap offers the same way first.
      if (laneId !== undefined && laneId !== lastWay())
        settings.set('desk', { ...settings.saved().desk, lastWayIn: laneId });
      return acts()?.grantAccess(ask) ?? refused;
    },
    checkOut: (ask) => acts()?.checkOut(ask) ?? refused,
    setBreak: (ask) => acts()?.setBreak(ask) ?? refused,
    getPersonActs(ask) {
      const known = acts()?.getPersonActs(ask) ?? null;
      const first = (way: { readonly laneId: string }): number => (way.laneId === lastWay() ? 0 : 1);
      return known?.ways ? { ...known, ways: known.ways.toSorted((a, b) => first(a) - first(b)) } : known;
    },
    getProspect: (ask) => acts()?.getProspect(ask) ?? null,
    overrideRefusal: (ask) => acts()?.overrideRefusal(ask) ?? refused,
    undoAct: (ask) => acts()?.undoAct(ask) ?? refused,
    getHolds: () => acts()?.getHolds(undefined) ?? [],
    confirmHold: (ask) => acts()?.confirmHold(ask) ?? refused,
    declineHold: (ask) => acts()?.declineHold(ask),
  };
}
