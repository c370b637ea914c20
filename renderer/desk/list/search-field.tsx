import { CloseButton, Kbd, TextInput } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useRef, type ReactNode } from 'react';
import { useDesk } from '../data/desk.tsx';

interface SearchFieldProps {
  readonly value: string;
  readonly onChange: (query: string) => void;
  /** Arrow down leaves the field for the list. */
  readonly onLeave: () => void;
  /** What is searched, where it is not the gate's people. */
  readonly placeholder?: string;
}

export function SearchField({ value, onChange, onLeave, placeholder }: SearchFieldProps): ReactNode {
  const { say } = useDesk();
  const field = useRef<HTMLInputElement>(null);
  useHotkeys([['/', () => field.current?.focus()]]);
  return (
    <TextInput
      ref={field}
      className="search"
      type="search"
      aria-label={say('lists.searchLabel')}
      placeholder={placeholder ?? say('lists.search')}
      value={value}
      maxLength={100}
      spellCheck={false}
      leftSection={<IconSearch size={18} aria-hidden="true" />}
      rightSection={
        value ? (
          <CloseButton aria-label={say('lists.clear')} onClick={() => onChange('')} />
        ) : (
          <Kbd aria-hidden="true">/</Kbd>
        )
      }
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onChange('');
        if (event.key === 'ArrowDown') {
          event.preventDefault();
          onLeave();
        }
      }}
    />
  );
}
