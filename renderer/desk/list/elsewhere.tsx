import { IconUserSearch } from '@tabler/icons-react';
import { useEffect, useState, type ReactNode } from 'react';
import type { FoundPeople, ListName } from '../../../preload/list-views.ts';
import { useDesk } from '../data/desk.tsx';

/** Typing goes on while this has not passed. */
const PAUSE_MS = 120;
const SHOWN = 4;

interface ElsewhereProps {
  readonly list: ListName;
  readonly query: string;
  readonly onChoose: (workerId: string) => void;
}

/** People whom the gate knows and the query means, but who are not on this list. */
export function Elsewhere({ list, query, onChoose }: ElsewhereProps): ReactNode {
  const { bridge, say } = useDesk();
  const [found, setFound] = useState<{ query: string; people: FoundPeople }>();
  useEffect(() => {
    if (query === '') return;
    let wanted = true;
    let isCounted = true;
    const ask = (): void => {
      bridge.findPeople({ query, beside: list }).then(
        (people) => {
          if (!wanted) return;
          isCounted = !people.more;
          setFound({ query, people });
        },
        () => undefined,
      );
    };
    const timer = setTimeout(ask, PAUSE_MS);
    // Very many take a moment to count: main says when it has.
    const stop = bridge.onListsChanged(() => isCounted || ask());
    return () => {
      wanted = false;
      clearTimeout(timer);
      stop();
    };
  }, [bridge, list, query]);
  const people = found?.query === query ? found.people : undefined;
  if (query === '' || !people || people.rows.length === 0) return null;
  const rest = people.total - Math.min(SHOWN, people.rows.length);
  return (
    <section className="elsewhere" aria-label={say('lists.elsewhere')}>
      <p className="elsewhere-title">
        <IconUserSearch size={18} aria-hidden="true" /> {say('lists.elsewhere')}
      </p>
      {people.rows.slice(0, SHOWN).map(({ workerId, name, contractorName, where }) => (
        <button type="button" className="elsewhere-person" key={workerId} onClick={() => onChoose(workerId)}>
          <bdi className="lines-first">{name}</bdi>
          <span className="lines-second">
            {contractorName && (
              <>
                <bdi>{contractorName}</bdi> ·{' '}
              </>
            )}
            {say(`lists.where.${where}`)}
          </span>
        </button>
      ))}
      {rest > 0 && (
        <span className="soft number">{say('lists.moreOrders', { count: people.more ? `${rest}+` : rest })}</span>
      )}
    </section>
  );
}
