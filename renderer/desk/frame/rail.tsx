import { IconCalendarTime, IconDoorEnter, IconHandStop, IconScan, IconSettings, type Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useDesk } from '../data/desk.tsx';

export const PAGES = ['gate', 'scheduled', 'inside', 'refused', 'settings'] as const;
export type Page = (typeof PAGES)[number];

const ICONS: Readonly<Record<Page, Icon>> = {
  gate: IconScan,
  scheduled: IconCalendarTime,
  inside: IconDoorEnter,
  refused: IconHandStop,
  settings: IconSettings,
};

export function Rail({ page, onGo }: { readonly page: Page; readonly onGo: (page: Page) => void }): ReactNode {
  const { say, status } = useDesk();
  const down = status.faults.length;
  const counts: Partial<Record<Page, number>> = {
    scheduled: status.counts.scheduled,
    inside: status.counts.inside,
    refused: status.counts.refused,
  };
  return (
    <nav className="rail" aria-label={say('pages.label')}>
      {PAGES.map((name) => {
        const PageIcon = ICONS[name];
        return (
          <button
            key={name}
            type="button"
            className="rail-item"
            aria-current={name === page ? 'page' : undefined}
            onClick={() => onGo(name)}
          >
            <PageIcon size={24} stroke={1.75} aria-hidden="true" />
            <span className="rail-name">{say(`pages.${name}`)}</span>
            {counts[name] !== undefined && <span className="rail-count number">{counts[name]}</span>}
            {name === 'settings' && down > 0 && (
              <span className="rail-count number" data-tone="bad">
                {down}
              </span>
            )}
          </button>
        );
      })}
    </nav>
  );
}
