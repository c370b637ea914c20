import { Button } from '@mantine/core';
import { IconAddressBook, IconUserPlus } from '@tabler/icons-react';
import { useCallback, useState, type ReactNode } from 'react';
import type { ContactView } from '../../../preload/contact-views.ts';
import { RefusedWishes } from '../bookings/refused-wishes.tsx';
import { useDesk } from '../data/desk.tsx';
import { useAnswer } from '../data/use-answer.ts';
import { Empty } from '../parts/empty.tsx';
import { Lines } from '../parts/lines.tsx';
import { Chip, type Tone } from '../parts/tone.tsx';
import { useSession } from '../session/session.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { OwnDetails } from './own-details.tsx';
import { RemoveDialog } from './remove-dialog.tsx';

/** C5, E4: everybody's own details; for whoever may, the contacts of the clients here. */
export function ContactsTab(): ReactNode {
  const { say } = useDesk();
  const { view, signIn } = useSession();
  return (
    <div className="contacts">
      <OwnDetails key={view.user?.userId ?? 'nobody'} />
      {view.rights.includes('contacts.edit') ? (
        <Contacts />
      ) : (
        <div className="contacts-closed">
          <Empty
            icon={<IconAddressBook stroke={1.5} />}
            title={say('contacts.closed')}
            next={say('contacts.closedNext')}
          />
          <Button size="md" onClick={signIn}>
            {say('session.signIn')}
          </Button>
        </div>
      )}
    </div>
  );
}

function Contacts(): ReactNode {
  const { bridge, say } = useDesk();
  const [open, setOpen] = useState<'invite' | ContactView>();
  const answer = useAnswer(useCallback(() => bridge.listContacts(), [bridge]));
  const close = (): void => setOpen(undefined);
  return (
    <section className="contacts-list" aria-label={say('contacts.title')}>
      <div className="contacts-head">
        <h2>{say('contacts.title')}</h2>
        <Button
          size="md"
          leftSection={<IconUserPlus size={18} aria-hidden="true" />}
          disabled={answer === undefined}
          onClick={() => setOpen('invite')}
        >
          {say('contacts.invite')}
        </Button>
      </div>
      <RefusedWishes refused={answer?.refused} />
      {answer?.contacts.length === 0 && (
        <Empty icon={<IconAddressBook stroke={1.5} />} title={say('contacts.none')} next={say('contacts.noneNext')} />
      )}
      <ul className="crew-list" aria-label={say('contacts.title')}>
        {answer?.contacts.map((contact) => (
          <ContactRow key={contact.userId} contact={contact} onRemove={() => setOpen(contact)} />
        ))}
      </ul>
      {open === 'invite' && answer && <InviteDialog clients={answer.clients} onClose={close} />}
      {typeof open === 'object' && <RemoveDialog contact={open} onClose={close} />}
    </section>
  );
}

const TONE: Readonly<Record<ContactView['state'], Tone>> = { access: 'ok', invited: 'warn', removed: 'idle' };

function ContactRow({
  contact,
  onRemove,
}: {
  readonly contact: ContactView;
  readonly onRemove: () => void;
}): ReactNode {
  const { say } = useDesk();
  const { name, email, phone, clientName, locationNames, state, waiting } = contact;
  return (
    <li className="contact">
      <Lines first={<bdi>{name}</bdi>} second={<bdi>{clientName}</bdi>} />
      <Lines
        first={<bdi dir="ltr">{email}</bdi>}
        second={
          phone !== '' && (
            <bdi className="number" dir="ltr">
              {phone}
            </bdi>
          )
        }
      />
      <bdi className="soft">{locationNames.join(', ')}</bdi>
      <span className="booking-state">
        <Chip tone={TONE[state]}>{say(`contacts.states.${state}`)}</Chip>
        {waiting && <Chip tone="idle">{say('wishes.waiting')}</Chip>}
      </span>
      {state === 'removed' ? (
        <span />
      ) : (
        <Button size="md" variant="default" aria-label={say('contacts.removeOf', { name })} onClick={onRemove}>
          {say('contacts.remove')}
        </Button>
      )}
    </li>
  );
}
