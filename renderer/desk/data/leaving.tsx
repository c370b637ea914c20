import { Button } from '@mantine/core';
import { createContext, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { Dialog } from '../parts/dialog.tsx';
import { useDesk } from './desk.tsx';

interface Leaving {
  /** Whether something on the page would be lost. */
  readonly hold: (unsaved: boolean) => void;
  /** Goes at once where nothing would be lost, otherwise after one question. */
  readonly leave: (go: () => void) => void;
}

const LeavingContext = createContext<Leaving>({ hold: () => undefined, leave: (go) => go() });

export const useLeaving = (): Leaving['leave'] => useContext(LeavingContext).leave;

/** As long as this part is on screen with something unsaved, leaving the page asks first. */
export function useUnsaved(unsaved: boolean): void {
  const { hold } = useContext(LeavingContext);
  useEffect(() => {
    hold(unsaved);
    return () => hold(false);
  }, [hold, unsaved]);
}

export function LeavingProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const { say } = useDesk();
  const unsaved = useRef(false);
  const [asked, setAsked] = useState<() => void>();
  const leaving = useMemo<Leaving>(
    () => ({
      hold(value) {
        unsaved.current = value;
      },
      leave(go) {
        if (unsaved.current) setAsked(() => go);
        else go();
      },
    }),
    [],
  );
  const stay = (): void => setAsked(undefined);
  return (
    <LeavingContext value={leaving}>
      {children}
      {asked && (
        <Dialog title={say('leaving.title')} onClose={stay}>
          <p className="dialog-lead">{say('leaving.lead')}</p>
          <div className="dialog-acts">
            <Button
              className="card-action"
              variant="default"
              onClick={() => {
                stay();
                asked();
              }}
            >
              {say('leaving.go')}
            </Button>
            <Button className="card-action" onClick={stay}>
              {say('leaving.stay')}
            </Button>
          </div>
        </Dialog>
      )}
    </LeavingContext>
  );
}
