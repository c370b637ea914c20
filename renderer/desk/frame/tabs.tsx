import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { useDesk } from '../data/desk.tsx';
import { useLeaving } from '../data/leaving.tsx';
import type { PageProps, TabRow } from './page.ts';

interface TabbedPageProps {
  readonly title: string;
  readonly tabs: readonly TabRow[];
  /** The name of the tab that was open last, if any. */
  readonly tab: string | undefined;
  readonly onTab: (name: string) => void;
  readonly page: PageProps;
}

/** A page of tabs, or of the one thing that it has. Another tab is left to like another page: asking where something would be lost. */
export function TabbedPage({ title, tabs, tab, onTab, page }: TabbedPageProps): ReactNode {
  const leave = useLeaving();
  const open = tabs.find(({ name }) => name === tab) ?? tabs[0];
  if (!open) return null;
  if (tabs.length === 1) {
    return (
      <div className="tabbed">
        <h1 className="list-title">
          <TabWords row={open} />
        </h1>
        <open.Tab {...page} />
      </div>
    );
  }
  return (
    <Tabs
      className="tabbed"
      value={open.name}
      onChange={(name) => name !== null && leave(() => onTab(name))}
      variant="none"
      keepMounted={false}
    >
      <h1 className="out-of-sight">{title}</h1>
      <Tabs.List className="tabs" aria-label={title}>
        {tabs.map((row) => (
          <Tabs.Tab className="tab" key={row.name} value={row.name}>
            <TabWords row={row} />
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map(({ name, Tab }) => (
        <Tabs.Panel className="tab-panel" key={name} value={name}>
          <Tab {...page} />
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}

function TabWords({ row: { label, span, count } }: { readonly row: TabRow }): ReactNode {
  const { say, status } = useDesk();
  return (
    <>
      <span className="tab-name">{say(label)}</span>
      {count && <span className="tab-count number">{count(status)}</span>}
      {span && <span className="tab-span">{say(span)}</span>}
    </>
  );
}
