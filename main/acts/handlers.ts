import type { actCalls } from '../../preload/act-views.ts';
import type { Handlers } from '../ipc.ts';
import type { Acts } from './acts.ts';

/** The desk's calls about what staff do; a gate that is not enrolled yet can't do any of it. */
export function actHandlers(acts: () => Acts | undefined): Pick<Handlers<'desk'>, keyof typeof actCalls> {
  const refused = { result: 'refused', code: 'not_enrolled' } as const;
  return {
    grantAccess: (ask) => acts()?.grantAccess(ask) ?? refused,
    checkOut: (ask) => acts()?.checkOut(ask) ?? refused,
    setBreak: (ask) => acts()?.setBreak(ask) ?? refused,
    getPersonActs: (ask) => acts()?.getPersonActs(ask) ?? null,
    getProspect: (ask) => acts()?.getProspect(ask) ?? null,
    overrideRefusal: (ask) => acts()?.overrideRefusal(ask) ?? refused,
    undoAct: (ask) => acts()?.undoAct(ask) ?? refused,
    getHolds: () => acts()?.getHolds(undefined) ?? [],
    confirmHold: (ask) => acts()?.confirmHold(ask) ?? refused,
    declineHold: (ask) => acts()?.declineHold(ask),
  };
}
