import { useEffect, useState, type ReactNode } from 'react';
import type { DeskBridge } from '../../preload/contract.ts';
import { Bar } from './frame/bar.tsx';
import { Banners } from './frame/banners.tsx';
import { Rail, type Page } from './frame/rail.tsx';
import { DeskProvider, useDesk, useSignal } from './data/desk.tsx';
import type { StatusStore } from './data/status-store.ts';
import { useLastOutcome } from './data/use-last-outcome.ts';
import { GatePage } from './gate/gate-page.tsx';
import { focusGrid } from './list/grid.tsx';
import { ListPage } from './list/list-page.tsx';
import { CardColumn } from './person/card.tsx';
import { SetUpPage } from './settings/set-up-page.tsx';
import { SettingsPage } from './settings/settings-page.tsx';
import { Silent } from './frame/silent.tsx';

interface AppProps {
  readonly bridge: DeskBridge;
  readonly store: StatusStore;
}

export function App({ bridge, store }: AppProps): ReactNode {
  const view = useSignal(store.view);
  if (view.kind === 'waiting') return <div className="frame-bones" aria-busy="true" />;
  if (view.kind === 'silent') return <Silent />;
  return (
    <DeskProvider bridge={bridge} store={store} status={view.status}>
      {view.status.connection.state === 'not_enrolled' ? <SetUpPage /> : <Frame />}
    </DeskProvider>
  );
}

function Frame(): ReactNode {
  const { say, status } = useDesk();
  const [page, setPage] = useState<Page>('gate');
  const [chosen, setChosen] = useState<string>();
  const last = useLastOutcome();
  const shown = chosen ?? status.expecting?.workerId ?? (page === 'gate' ? last?.workerId : undefined);
  useEffect(() => {
    const close = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) setChosen(undefined);
    };
    window.addEventListener('keydown', close);
    return () => window.removeEventListener('keydown', close);
  }, []);
  const skip = (): void => {
    const content = document.getElementById('content');
    if (page === 'settings') content?.focus();
    else focusGrid(content);
  };
  const choice = { chosen, onChoose: setChosen };
  return (
    <div className="frame" data-page={page}>
      <button type="button" className="skip" onClick={skip}>
        {say('app.skip')}
      </button>
      <Bar />
      <Rail page={page} onGo={setPage} />
      <main className="content" id="content" tabIndex={-1}>
        <Banners onSettings={page === 'settings' ? undefined : () => setPage('settings')} />
        {page === 'gate' && <GatePage last={last} shown={shown} {...choice} />}
        {page === 'settings' && <SettingsPage />}
        {page !== 'gate' && page !== 'settings' && <ListPage key={page} list={page} {...choice} />}
      </main>
      {page !== 'settings' && (
        <CardColumn
          workerId={shown}
          onChoose={setChosen}
          onClose={chosen === undefined ? undefined : () => setChosen(undefined)}
        />
      )}
    </div>
  );
}
