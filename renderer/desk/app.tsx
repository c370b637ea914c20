import { useMemo, useState, type ReactNode } from 'react';
import type { DeskBridge } from '../../preload/contract.ts';
import { DeskProvider, useDesk, useSignal } from './data/desk.tsx';
import { LeavingProvider } from './data/leaving.tsx';
import type { StatusStore } from './data/status-store.ts';
import { Frame } from './frame/frame.tsx';
import { Silent } from './frame/silent.tsx';
import { LooksProvider } from './list/looks.tsx';
import { guardBridge, makeAsker } from './session/asker.ts';
import { SessionProvider } from './session/session.tsx';
import { SetUpPage } from './settings/set-up-page.tsx';

interface AppProps {
  readonly bridge: DeskBridge;
  readonly store: StatusStore;
}

export function App({ bridge, store }: AppProps): ReactNode {
  const view = useSignal(store.view);
  const asker = useMemo(() => makeAsker(), []);
  const guarded = useMemo(() => guardBridge(bridge, asker.ask), [bridge, asker]);
  if (view.kind === 'waiting') return <div className="frame-bones" aria-busy="true" />;
  if (view.kind === 'silent') return <Silent />;
  return (
    <DeskProvider bridge={guarded} store={store} status={view.status}>
      <SessionProvider asker={asker}>
        <Gate />
      </SessionProvider>
    </DeskProvider>
  );
}

/** Before a gate is connected there is one thing to do; right after it, a gate without devices asks for them. */
function Gate(): ReactNode {
  const { status } = useDesk();
  const isNew = status.connection.state === 'not_enrolled';
  const [wasNew, setWasNew] = useState(isNew);
  if (isNew && !wasNew) setWasNew(true);
  if (isNew) return <SetUpPage />;
  const isBare = status.doors.length === 0 && !status.devices.some(({ kind }) => kind === 'scanner');
  return (
    <LeavingProvider>
      <LooksProvider>
        <Frame startsWith={wasNew && isBare ? 'wizard' : undefined} />
      </LooksProvider>
    </LeavingProvider>
  );
}
