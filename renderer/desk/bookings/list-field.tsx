import { Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useDesk } from '../data/desk.tsx';

export interface Listed {
  readonly name: string;
  readonly count?: number;
}

interface ListFieldProps {
  readonly label: string;
  readonly value: readonly Listed[];
  /** What is known already, offered while typing. */
  readonly known: readonly string[];
  /** Each comes with how many. */
  readonly counted?: boolean;
  readonly onChange: (value: readonly Listed[]) => void;
}

const countOf = (text: string): number => Math.max(1, Number.parseInt(text, 10) || 1);

/** Several words, one after the other: typed or chosen, each taken away by its own button. */
export function ListField({ label, value, known, counted = false, onChange }: ListFieldProps): ReactNode {
  const { say } = useDesk();
  const [name, setName] = useState('');
  const [count, setCount] = useState('1');
  const listId = useId();
  const typed = name.trim();
  const add = (): void => {
    if (typed === '') return;
    const one = counted ? { name: typed, count: countOf(count) } : { name: typed };
    onChange([...value.filter((each) => each.name !== typed), one]);
    setName('');
    setCount('1');
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    add();
  };
  return (
    <fieldset className="list-field">
      <legend>{label}</legend>
      {value.length > 0 && (
        <ul className="word-list">
          {value.map((each) => (
            <li key={each.name}>
              <bdi>{each.count === undefined ? each.name : `${each.count} × ${each.name}`}</bdi>
              <button
                type="button"
                className="word-drop"
                aria-label={say('bookings.drop', { name: each.name })}
                onClick={() => onChange(value.filter(({ name: other }) => other !== each.name))}
              >
                <IconX size={16} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="list-field-new">
        {counted && (
          <TextInput
            className="count-field"
            size="md"
            type="number"
            min={1}
            label={say('bookings.howMany')}
            value={count}
            onKeyDown={onKeyDown}
            onChange={(event) => setCount(event.currentTarget.value)}
          />
        )}
        <TextInput
          className="name-field"
          size="md"
          label={say('bookings.one', { label })}
          list={listId}
          value={name}
          maxLength={100}
          autoComplete="off"
          onKeyDown={onKeyDown}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <datalist id={listId}>
          {known.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </datalist>
        <Button
          size="md"
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden="true" />}
          disabled={typed === ''}
          aria-label={say('bookings.addTo', { label })}
          onClick={add}
        >
          {say('bookings.add')}
        </Button>
      </div>
    </fieldset>
  );
}
