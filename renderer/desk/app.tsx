import { useEffect, useState, type ReactNode } from 'react';
import type { DeskBridge } from '../../preload/contract.ts';
import { Bar } from './frame/bar.tsx';
import { Banners } from './frame/banners.tsx';
import { Rail, type Page } from './frame/rail.tsx';
import { DeskProvider, useDesk, useSignal } from './data/desk.tsx';
import { LeavingProvider, useLeaving } from './data/leaving.tsx';
import type { StatusStore } from './data/status-store.ts';
import { useLastOutcome } from './data/use-last-outcome.ts';
import { DoorsPanel } from './doors/doors-panel.tsx';
import { GatePage } from './gate/gate-page.tsx';
import { focusGrid } from './list/grid.tsx';
import { ListPage } from './list/list-page.tsx';
import { CardColumn } from './person/card.tsx';
import { SetUpPage } from './settings/set-up-page.tsx';
import { SettingsPage, type SettingsPlace } from './settings/settings-page.tsx';
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
      <Gate />
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
      <Frame startsWith={wasNew && isBare ? 'wizard' : undefined} />
    </LeavingProvider>
  );
}

function Frame({ startsWith }: { readonly startsWith: SettingsPlace | undefined }): ReactNode {
  const { say, status } = useDesk();
  const leave = useLeaving();
  const [page, setPage] = useState<Page>(startsWith ? 'settings' : 'gate');
  const [place, setPlace] = useState<SettingsPlace>(startsWith ?? 'overview');
  const [showsDoors, setShowsDoors] = useState(false);
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
  const go = (next: Page, nextPlace: SettingsPlace = 'overview'): void =>
    leave(() => {
      setPage(next);
      setPlace(nextPlace);
    });
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
      <Bar onDoors={() => setShowsDoors(true)} />
      <Rail page={page} onGo={go} />
      <main className="content" id="content" tabIndex={-1}>
        <Banners
          onSettings={page === 'settings' ? undefined : () => go('settings')}
          onDoors={() => setShowsDoors(true)}
        />
        {page === 'gate' && <GatePage last={last} shown={shown} {...choice} />}
        {page === 'settings' && (
          <SettingsPage
            place={place}
            onGo={(next) => go('settings', next)}
            onLeave={() => {
              setPage('gate');
              setPlace('overview');
            }}
          />
        )}
        {page !== 'gate' && page !== 'settings' && <ListPage key={page} list={page} {...choice} />}
      </main>
      {page !== 'settings' && (
        <CardColumn
          workerId={shown}
          onChoose={setChosen}
          onClose={chosen === undefined ? undefined : () => setChosen(undefined)}
        />
      )}
      {showsDoors && (
        <DoorsPanel
          onClose={() => setShowsDoors(false)}
          onSetUp={() => {
            setShowsDoors(false);
            go('settings', 'wizard');
          }}
        />
      )}
    </div>
  );
}
