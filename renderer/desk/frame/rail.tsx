import type { ReactNode } from 'react';
import { useDesk } from '../data/desk.tsx';
import type { Place } from './page.ts';
import { PAGES } from './pages.tsx';

export function Rail({ place, onGo }: { readonly place: Place; readonly onGo: (place: Place) => void }): ReactNode {
  const { say, status } = useDesk();
  return (
    <nav className="rail" aria-label={say('pages.label')}>
      {PAGES.map((page) => {
        const count = page.count?.(status);
        return (
          <button
            key={page.place}
            type="button"
            className="rail-item"
            aria-current={page.place === place ? 'page' : undefined}
            onClick={() => onGo(page.place)}
          >
            <page.icon size={24} stroke={1.75} aria-hidden="true" />
            <span className="rail-name">{say(page.label)}</span>
            {count !== undefined && (
              <span className="rail-count number" data-tone={page.countTone}>
                {count}
              </span>
            )}
          </button>
        );
      })}
    </nav>
  );
}
