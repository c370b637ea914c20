import { Tabs } from '@mantine/core';
import { useRef, useState, type ReactNode } from 'react';
import { Holds } from '../acts/holds.tsx';
import { useDesk } from '../data/desk.tsx';
import type { PageProps } from '../frame/page.ts';
import { focusGrid } from '../list/grid.tsx';
import { ListGrid } from '../list/lists.tsx';
import { SearchField } from '../list/search-field.tsx';
import { PassButton } from '../passes/pass-button.tsx';
import { Notices } from '../notices/notices.tsx';
import { Feed } from './feed.tsx';
import { LastOutcome } from './last-outcome.tsx';

const TABS = ['scheduled', 'granted', 'inside'] as const;
type Tab = (typeof TABS)[number];

export function GatePage({ last, shown, chosen, onChoose }: PageProps): ReactNode {
  const choice = { chosen, onChoose };
  const { say, status } = useDesk();
  const [tab, setTab] = useState<Tab>('scheduled');
  const [query, setQuery] = useState('');
  const box = useRef<HTMLDivElement>(null);
  const choose = (name: string | null): void => {
    setTab(TABS.find((known) => known === name) ?? 'scheduled');
    setQuery('');
  };
  return (
    <div className="gate">
      <h1 className="out-of-sight">{say('pages.gate')}</h1>
      <Holds onOpen={onChoose} />
      <div className="gate-top">
        <LastOutcome row={last} shown={shown} onOpen={onChoose} />
        <PassButton />
      </div>
      <Notices onChoose={onChoose} />
      <Tabs className="gate-lists list" value={tab} onChange={choose} variant="none" keepMounted={false} ref={box}>
        <div className="list-head">
          <Tabs.List className="tabs" aria-label={say('lists.label')}>
            {TABS.map((name) => (
              <Tabs.Tab className="tab" key={name} value={name}>
                <span className="tab-name">{say(`lists.${name}`)}</span>
                <span className="tab-count number">{status.counts[name]}</span>
                <span className="tab-span">{say(`lists.${name}Span`)}</span>
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <SearchField value={query} onChange={setQuery} onLeave={() => focusGrid(box.current)} />
        </div>
        {TABS.map((name) => (
          <Tabs.Panel className="tab-panel" key={name} value={name}>
            <ListGrid list={name} query={query.trim()} {...choice} />
          </Tabs.Panel>
        ))}
      </Tabs>
      <Feed {...choice} />
    </div>
  );
}
