import { createContext, useContext, useEffect, useMemo, type ReactNode } from 'react';
import type { Right } from '../../../core/site/rights.ts';
import type { SessionView } from '../../../preload/session-views.ts';
import { useDesk, useSignal } from '../data/desk.tsx';
import type { Asker } from './asker.ts';
import { SignInDialog } from './sign-in-dialog.tsx';

export interface DeskSession {
  readonly view: SessionView;
  readonly signIn: () => void;
  /**
   * Goes on at once where whoever is signed in may do it; otherwise asks who answers for it, and goes on then. Main asks
   * again when the act itself comes; this spares people a form that they could not send.
   */
  readonly withRight: (right: Right, go: () => void) => void;
}

const SessionContext = createContext<DeskSession | undefined>(undefined);

export function useSession(): DeskSession {
  const session = useContext(SessionContext);
  if (!session) throw new Error('no session around this part');
  return session;
}

/** `withVouch(right, act)`: see {@link DeskSession.withRight}. */
export const useVouch = (): DeskSession['withRight'] => useSession().withRight;

/** Often enough that nobody is signed out while working, seldom enough to be no traffic. */
const TOUCH_EVERY_MS = 15_000;

export function SessionProvider({
  asker,
  children,
}: {
  readonly asker: Asker;
  readonly children: ReactNode;
}): ReactNode {
  const { bridge, status } = useDesk();
  const asked = useSignal(asker.asked);
  const view = status.session;
  useEffect(() => {
    let last = -TOUCH_EVERY_MS;
    const touched = (): void => {
      if (performance.now() - last < TOUCH_EVERY_MS) return;
      last = performance.now();
      void bridge.touchDesk().catch(() => undefined);
    };
    const kinds = ['pointerdown', 'keydown', 'wheel'] as const;
    for (const kind of kinds) window.addEventListener(kind, touched, { passive: true, capture: true });
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, touched, { capture: true });
    };
  }, [bridge]);
  const need = asked?.need;
  useEffect(() => {
    // Whoever may do it has signed in meanwhile, by a badge or another window: the question is answered.
    if (need && 'right' in need && view.rights.includes(need.right)) asked.settle(true);
  }, [asked, need, view]);
  const session = useMemo<DeskSession>(
    () => ({
      view,
      signIn: () => void asker.ask({ code: 'by_hand' }),
      withRight(right, go) {
        if (view.rights.includes(right)) return go();
        const code = view.state === 'signed_out' ? 'sign_in_needed' : 'not_allowed';
        void asker.ask({ code, right }).then((answered) => answered && go());
      },
    }),
    [asker, view],
  );
  return (
    <SessionContext value={session}>
      {children}
      {asked && <SignInDialog need={asked.need} onAnswer={asked.settle} />}
    </SessionContext>
  );
}
