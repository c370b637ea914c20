import { NativeSelect, TextInput } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import type { ConnectClient, ConnectForm } from '../../../preload/worker-views.ts';
import { useDesk } from '../data/desk.tsx';
import { Choices } from '../parts/choices.tsx';
import { isSome, type Draft, type missingOf } from './draft.ts';

interface FieldsProps {
  readonly draft: Draft;
  readonly missing: ReturnType<typeof missingOf>;
  readonly onChange: (more: Partial<Draft>) => void;
}

/** Who somebody new is. */
export function WorkerFields(props: FieldsProps & { readonly contractors: ConnectForm['contractors'] }): ReactNode {
  const { draft, missing, onChange, contractors } = props;
  const { say } = useDesk();
  const error = (field: 'firstName' | 'lastName' | 'email'): string | undefined => {
    const word = missing[field];
    return word && say(word);
  };
  return (
    <>
      <TextInput
        size="md"
        label={say('passes.firstName')}
        required
        value={draft.firstName}
        maxLength={100}
        autoComplete="off"
        error={error('firstName')}
        onChange={({ currentTarget }) => onChange({ firstName: currentTarget.value })}
      />
      <TextInput
        size="md"
        label={say('passes.lastName')}
        required
        value={draft.lastName}
        maxLength={100}
        autoComplete="off"
        error={error('lastName')}
        onChange={({ currentTarget }) => onChange({ lastName: currentTarget.value })}
      />
      <NativeSelect
        size="md"
        label={say('lists.columns.company')}
        value={draft.contractorId}
        data={[
          { value: '', label: say('workers.noCompany') },
          ...contractors.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={({ currentTarget }) => onChange({ contractorId: currentTarget.value })}
      />
      <TextInput
        size="md"
        type="tel"
        label={say('workers.phone')}
        value={draft.phone}
        maxLength={40}
        autoComplete="off"
        onChange={({ currentTarget }) => onChange({ phone: currentTarget.value })}
      />
      <TextInput
        size="md"
        type="email"
        label={say('workers.email')}
        value={draft.email}
        maxLength={200}
        autoComplete="off"
        error={error('email')}
        onChange={({ currentTarget }) => onChange({ email: currentTarget.value })}
      />
    </>
  );
}

interface ClientFieldsProps extends FieldsProps {
  readonly clients: readonly ConnectClient[];
  readonly client: ConnectClient | undefined;
}

/** A3: the client first, then at which of its locations. */
export function ClientFields({ draft, missing, onChange, clients, client }: ClientFieldsProps): ReactNode {
  const { say } = useDesk();
  const lackId = useId();
  const lack = missing.client ?? missing.place;
  const some = client !== undefined && isSome(draft, client);
  const toggle = (id: string): void => {
    const { locationIds } = draft;
    onChange({
      locationIds: locationIds.includes(id) ? locationIds.filter((one) => one !== id) : [...locationIds, id],
    });
  };
  return (
    <>
      <p className="dialog-question">{say('lists.columns.client')}</p>
      <Choices
        label={say('lists.columns.client')}
        choices={clients.map(({ id, name }) => ({ value: id, label: <bdi>{name}</bdi> }))}
        chosen={[draft.clientId]}
        onChoose={(clientId) => onChange({ clientId, locationIds: [] })}
      />
      {client && (
        <>
          <p className="dialog-question">{say('workers.where')}</p>
          {client.canAll && (
            <Choices
              label={say('workers.where')}
              choices={[
                { value: 'all', label: say('workers.everywhere') },
                { value: 'some', label: say('workers.some') },
              ]}
              chosen={[draft.where]}
              onChoose={(where) => onChange({ where })}
            />
          )}
          {some && (
            <Choices
              label={say('workers.some')}
              several
              choices={client.places.map((place) => ({
                value: place.id,
                label: <bdi>{place.name}</bdi>,
                hint: say(
                  place.connected
                    ? 'workers.connectedAlready'
                    : place.checkIn
                      ? 'workers.checkIn'
                      : 'workers.noCheckIn',
                ),
              }))}
              chosen={draft.locationIds}
              onChoose={toggle}
            />
          )}
        </>
      )}
      {lack && (
        <p id={lackId} className="field-lack" role="alert">
          {say(lack)}
        </p>
      )}
    </>
  );
}
