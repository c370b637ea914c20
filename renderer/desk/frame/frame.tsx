import { useHotkeys } from '@mantine/hooks';
import { useEffect, useState, type ReactNode } from 'react';
import { ConnectionPanel } from '../connection/connection-panel.tsx';
import { useDesk } from '../data/desk.tsx';
import { useLeaving } from '../data/leaving.tsx';
import { useLastOutcome } from '../data/use-last-outcome.ts';
import { DoorsPanel } from '../doors/doors-panel.tsx';
import { focusGrid } from '../list/grid.tsx';
import { CardColumn } from '../person/card.tsx';
import type { SettingsPlace } from '../settings/settings-page.tsx';
import { Banners } from './banners.tsx';
import { Bar } from './bar.tsx';
import type { Further, PageProps, Place } from './page.ts';
import { pageOf } from './pages.tsx';
import { Rail } from './rail.tsx';
import { TabbedPage } from './tabs.tsx';

/** Escape puts the open card away, unless something nearer took the key. */
function useEscape(act: () => void): void {
  useEffect(() => {
    const close = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) act();
    };
    window.addEventListener('keydown', close);
    return () => window.removeEventListener('keydown', close);
  }, [act]);
}

const SEARCH = '.search input';

/** The desk around its pages: bar, rail, what is wrong, the page, the card. */
export function Frame({ startsWith }: { readonly startsWith: SettingsPlace | undefined }): ReactNode {
  const { say, status } = useDesk();
  const leave = useLeaving();
  const [place, setPlace] = useState<Place>(startsWith ? 'settings' : 'gate');
  const [settings, setSettings] = useState<SettingsPlace>(startsWith ?? 'overview');
  const [tabs, setTabs] = useState<Partial<Record<Place, string>>>({});
  const [showsDoors, setShowsDoors] = useState(false);
  const [showsCentral, setShowsCentral] = useState(false);
  const [chosen, setChosen] = useState<string>();
  const last = useLastOutcome();
  const shown = chosen ?? status.expecting?.workerId ?? (place === 'gate' ? last?.workerId : undefined);
  const [close] = useState(() => () => setChosen(undefined));
  useEscape(close);

  const move = (next: Place, more: Further = {}): void => {
    setPlace(next);
    setSettings(more.settings ?? 'overview');
    if (more.tab !== undefined) setTabs((known) => ({ ...known, [next]: more.tab }));
  };
  const go = (next: Place, more?: Further): void => leave(() => move(next, more));
  const skip = (): void => {
    const content = document.getElementById('content');
    if (content?.querySelector('[role="grid"]')) focusGrid(content);
    else content?.focus();
  };
  // A page with a search hears the key itself; from any other it leads to one.
  useHotkeys([
    [
      '/',
      () => {
        if (document.querySelector(SEARCH)) return;
        go('scheduled', { tab: 'people' });
        requestAnimationFrame(() => document.querySelector<HTMLElement>(SEARCH)?.focus());
      },
    ],
  ]);
  const { content, card, label } = pageOf(place);
  const page: PageProps = {
    last,
    shown,
    chosen,
    onChoose: setChosen,
    settings,
    onGo: go,
    onDone: () => move('gate'),
  };
  return (
    <div className="frame" data-page={place} data-card={card}>
      <button type="button" className="skip" onClick={skip}>
        {say('app.skip')}
      </button>
      <Bar
        onCentral={() => setShowsCentral(true)}
        onDoors={() => setShowsDoors(true)}
        onTray={() => go('activity', { tab: 'look' })}
      />
      <Rail place={place} onGo={go} />
      <main className="content" id="content" tabIndex={-1}>
        <Banners
          onSettings={place === 'settings' ? undefined : () => go('settings')}
          onCentral={() => setShowsCentral(true)}
          onDoors={() => setShowsDoors(true)}
          onMuster={place === 'inside' && tabs.inside === 'muster' ? undefined : () => go('inside', { tab: 'muster' })}
        />
        {'Page' in content ? (
          <content.Page key={place} {...page} />
        ) : (
          <TabbedPage
            key={place}
            title={say(label)}
            tabs={content.tabs}
            tab={tabs[place]}
            onTab={(name) => setTabs((known) => ({ ...known, [place]: name }))}
            page={page}
          />
        )}
      </main>
      {card && <CardColumn workerId={shown} onChoose={setChosen} onClose={chosen === undefined ? undefined : close} />}
      {showsCentral && <ConnectionPanel onClose={() => setShowsCentral(false)} />}
      {showsDoors && (
        <DoorsPanel
          onClose={() => setShowsDoors(false)}
          onSetUp={() => {
            setShowsDoors(false);
            go('settings', { settings: 'wizard' });
          }}
        />
      )}
    </div>
  );
}
