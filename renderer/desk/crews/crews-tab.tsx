import { IconListSearch, IconUsersGroup } from '@tabler/icons-react';
import { useCallback, useState, type ReactNode } from 'react';
import { useDesk } from '../data/desk.tsx';
import { useAnswer } from '../data/use-answer.ts';
import { SearchField } from '../list/search-field.tsx';
import { Empty } from '../parts/empty.tsx';
import type { PageProps } from '../frame/page.ts';
import { CrewRow } from './crew-row.tsx';

/** D5: work orders of the next 24 h, each with who of its crew is in, was scanned, and is awaited. */
export function CrewsTab({ chosen, onChoose }: PageProps): ReactNode {
  const { bridge, say } = useDesk();
  const [query, setQuery] = useState('');
  const wanted = query.trim();
  const ask = useCallback(() => bridge.listCrews({ query: wanted }), [bridge, wanted]);
  const answer = useAnswer(ask);
  return (
    <div className="crews">
      <div className="list-head">
        <SearchField value={query} onChange={setQuery} onLeave={() => undefined} />
      </div>
      {answer?.crews.length === 0 &&
        (wanted === '' ? (
          <Empty icon={<IconUsersGroup stroke={1.5} />} title={say('crews.empty')} next={say('crews.emptyNext')} />
        ) : (
          <Empty
            icon={<IconListSearch stroke={1.5} />}
            title={say('empty.search', { query: wanted })}
            next={say('empty.searchNext')}
          />
        ))}
      <ul className="crew-list" aria-label={say('tabs.crews')}>
        {answer?.crews.map((crew) => (
          <CrewRow key={crew.workOrderId} crew={crew} chosen={chosen} onChoose={onChoose} />
        ))}
      </ul>
      {answer !== undefined && answer.total > answer.crews.length && (
        <p className="soft">{say('crews.more', { count: answer.total - answer.crews.length })}</p>
      )}
    </div>
  );
}
