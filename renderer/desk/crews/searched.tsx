import { IconListSearch } from '@tabler/icons-react';
import { useCallback, useState, type ReactNode } from 'react';
import { useDesk } from '../data/desk.tsx';
import { useAnswer } from '../data/use-answer.ts';
import { SearchField } from '../list/search-field.tsx';
import { Empty } from '../parts/empty.tsx';

interface SearchedProps<A> {
  readonly label: string;
  /** Must stay the same function as long as the page is the same. */
  readonly ask: (query: string) => Promise<A>;
  /** The answer's rows. */
  readonly rows: (answer: A) => readonly ReactNode[];
  /** How many match, shown or not. */
  readonly total: (answer: A) => number;
  /** When there is nothing at all, whatever is searched for. */
  readonly empty: ReactNode;
}

/** A search above what it finds, each row of which opens: work orders with their crews, events with their rosters. */
export function Searched<A>({ label, ask, rows, total, empty }: SearchedProps<A>): ReactNode {
  const { say } = useDesk();
  const [query, setQuery] = useState('');
  const wanted = query.trim();
  const answer = useAnswer(useCallback(() => ask(wanted), [ask, wanted]));
  const shown = answer && rows(answer);
  const hidden = answer && shown ? total(answer) - shown.length : 0;
  return (
    <div className="crews">
      <div className="list-head">
        <SearchField value={query} onChange={setQuery} onLeave={() => undefined} />
      </div>
      {shown?.length === 0 &&
        (wanted === '' ? (
          empty
        ) : (
          <Empty
            icon={<IconListSearch stroke={1.5} />}
            title={say('empty.search', { query: wanted })}
            next={say('empty.searchNext')}
          />
        ))}
      <ul className="crew-list" aria-label={label}>
        {shown}
      </ul>
      {hidden > 0 && <p className="soft">{say('crews.more', { count: hidden })}</p>}
    </div>
  );
}
