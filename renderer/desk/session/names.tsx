import { TextInput } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { AccountView } from '../../../preload/session-views.ts';
import { useDesk } from '../data/desk.tsx';
import { Empty } from '../parts/empty.tsx';

interface NamesProps {
  /** Undefined: not read yet. */
  readonly accounts: readonly AccountView[] | undefined;
  readonly onChoose: (account: AccountView) => void;
}

/** From so many names on it is quicker to type a letter or two. */
const SEARCH_FROM = 9;

/** Everybody who can answer, as tiles large enough for gloves. */
export function Names({ accounts, onChoose }: NamesProps): ReactNode {
  const { say } = useDesk();
  const [query, setQuery] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const isLong = (accounts?.length ?? 0) >= SEARCH_FROM;
  useEffect(() => {
    if (isLong) field.current?.focus();
  }, [isLong]);
  if (!accounts) return <div className="names" aria-busy="true" />;
  if (accounts.length === 0)
    return <Empty icon={<IconUsers stroke={1.5} />} title={say('session.nobody')} next={say('session.nobodyNext')} />;
  const wanted = query.trim().toLocaleLowerCase();
  const found = accounts.filter(({ name }) => name.toLocaleLowerCase().includes(wanted));
  return (
    <>
      {isLong && (
        <TextInput
          size="md"
          type="search"
          ref={field}
          autoComplete="off"
          label={say('session.search')}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
      )}
      <ul className="names" aria-label={say('session.names')}>
        {found.map((account) => (
          <li key={account.userId}>
            <button type="button" className="name-tile" onClick={() => onChoose(account)}>
              <bdi>{account.name}</bdi>
              <span className="name-role">{say(`session.roles.${account.role}`)}</span>
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && <output>{say('session.noMatch')}</output>}
    </>
  );
}
