import { Button } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { ContactsView } from '../../../preload/contact-views.ts';
import { useDesk } from '../data/desk.tsx';
import { Choices } from '../parts/choices.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Strip } from '../parts/strip.tsx';
import { DetailFields, type Details } from './detail-fields.tsx';
import { looksLikeEmail } from './email.ts';
import { useWrite } from './use-write.ts';

interface InviteDialogProps {
  readonly clients: ContactsView['clients'];
  readonly onClose: () => void;
}

/** C5: who, of which client, for which of its locations. Central mails the link to a password. */
export function InviteDialog({ clients, onClose }: InviteDialogProps): ReactNode {
  const { bridge, say, status } = useDesk();
  const [details, setDetails] = useState<Details>({ name: '', email: '', phone: '' });
  const { name, email, phone } = details;
  const [clientId, setClientId] = useState(clients.length === 1 ? clients[0]?.id : undefined);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [tried, setTried] = useState(false);
  const { busy, trouble, send } = useWrite(onClose);
  const places = clients.find(({ id }) => id === clientId)?.locations ?? [];
  const locationIds = places.length === 1 ? places.map(({ id }) => id) : chosen;
  const isReady = name.trim() !== '' && looksLikeEmail(email) && clientId !== undefined && locationIds.length > 0;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!isReady || clientId === undefined) return;
    const asked = { name: name.trim(), email: email.trim(), phone: phone.trim(), clientId };
    send(bridge.inviteContact({ ...asked, locationIds: [...locationIds] }));
  };
  return (
    <Dialog title={say('contacts.invite')} onClose={onClose}>
      <p className="dialog-lead">{say('contacts.inviteLead')}</p>
      {status.connection.state !== 'online' && <Strip tone="warn" title={say('contacts.offline')} />}
      {trouble !== undefined && (
        <div role="alert">
          <Strip tone="bad" title={trouble} />
        </div>
      )}
      <form className="dialog-form" onSubmit={submit} noValidate>
        <DetailFields
          details={details}
          onChange={(change) => setDetails({ ...details, ...change })}
          needsName={tried && name.trim() === ''}
          needsEmail={tried && !looksLikeEmail(email)}
        />
        {clients.length > 1 && (
          <>
            <p className="dialog-question">{say('contacts.client')}</p>
            <Choices
              label={say('contacts.client')}
              choices={clients.map((client) => ({ value: client.id, label: <bdi>{client.name}</bdi> }))}
              chosen={clientId === undefined ? [] : [clientId]}
              onChoose={(next) => {
                setClientId(next);
                setChosen([]);
              }}
            />
            {tried && clientId === undefined && <p className="field-fault">{say('contacts.clientNeeded')}</p>}
          </>
        )}
        {places.length > 1 && (
          <>
            <p className="dialog-question">{say('contacts.places')}</p>
            <Choices
              label={say('contacts.places')}
              several
              choices={places.map((place) => ({ value: place.id, label: <bdi>{place.name}</bdi> }))}
              chosen={chosen}
              onChoose={(id) => setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])}
            />
            {tried && chosen.length === 0 && <p className="field-fault">{say('contacts.placesNeeded')}</p>}
          </>
        )}
        <div className="dialog-acts">
          <Button className="card-action" variant="default" onClick={onClose}>
            {say('app.cancel')}
          </Button>
          <Button className="card-action" type="submit" loading={busy}>
            {say('contacts.send')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
