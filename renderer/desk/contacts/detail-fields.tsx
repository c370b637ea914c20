import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useDesk } from '../data/desk.tsx';

export interface Details {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
}

interface DetailFieldsProps {
  readonly details: Details;
  readonly onChange: (change: Partial<Details>) => void;
  /** Whether it is said that a name, a good address is needed. */
  readonly needsName: boolean;
  readonly needsEmail: boolean;
}

/** Name, e-mail address and phone of a contact. */
export function DetailFields({ details, onChange, needsName, needsEmail }: DetailFieldsProps): ReactNode {
  const { say } = useDesk();
  return (
    <>
      <TextInput
        size="md"
        label={say('contacts.name')}
        value={details.name}
        maxLength={200}
        autoComplete="off"
        error={needsName && say('contacts.nameNeeded')}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <TextInput
        size="md"
        type="email"
        label={say('contacts.email')}
        value={details.email}
        maxLength={200}
        autoComplete="off"
        error={needsEmail && say('contacts.emailNeeded')}
        onChange={(event) => onChange({ email: event.currentTarget.value })}
      />
      <TextInput
        size="md"
        type="tel"
        label={say('contacts.phone')}
        value={details.phone}
        maxLength={40}
        autoComplete="off"
        onChange={(event) => onChange({ phone: event.currentTarget.value })}
      />
    </>
  );
}
