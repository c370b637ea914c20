import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback, useState, type FormEvent, type ReactNode } from 'react';
import type { Answer } from '../../../preload/contract.ts';
import { useDesk } from '../data/desk.tsx';
import { useUnsaved } from '../data/leaving.tsx';
import { useAnswer } from '../data/use-answer.ts';
import { Strip } from '../parts/strip.tsx';
import { Chip } from '../parts/tone.tsx';
import { DetailFields, type Details } from './detail-fields.tsx';
import { looksLikeEmail } from './email.ts';
import { useWrite } from './use-write.ts';

/** E4: of whoever is signed in; nothing where nobody is. */
export function OwnDetails(): ReactNode {
  const { bridge, status } = useDesk();
  const own = useAnswer(useCallback(() => bridge.getOwnDetails(), [bridge]));
  // Until the answer is there, the last one is of whoever was signed in before.
  const isOwn = own && own.userId === status.session.user?.userId;
  return isOwn ? <DetailsForm key={own.userId} own={own} /> : null;
}

type Own = NonNullable<Answer<'desk', 'getOwnDetails'>>;

function DetailsForm({ own }: { readonly own: Own }): ReactNode {
  const { bridge, say } = useDesk();
  const [typed, setTyped] = useState<Partial<Details>>({});
  const { busy, trouble, send } = useWrite(() => {
    setTyped({});
    notifications.show({ message: say('contacts.ownSaved') });
  });
  const isTouched = Object.keys(typed).length > 0;
  useUnsaved(isTouched);
  const details: Details = { name: own.name, email: own.email, phone: own.phone, ...typed };
  const isEmailGood = details.email.trim() === '' ? own.email === '' : looksLikeEmail(details.email);
  const isReady = details.name.trim() !== '' && isEmailGood;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isTouched || !isReady) return;
    const { name, email, phone } = details;
    send(bridge.changeOwnDetails({ userId: own.userId, name: name.trim(), email: email.trim(), phone: phone.trim() }));
  };
  return (
    <form className="own-details" onSubmit={submit} noValidate aria-label={say('contacts.own')}>
      <div className="contacts-head">
        <h2>{say('contacts.own')}</h2>
        {own.waiting && <Chip tone="idle">{say('wishes.waiting')}</Chip>}
      </div>
      <p className="soft">{say('contacts.ownHint')}</p>
      {trouble !== undefined && (
        <div role="alert">
          <Strip tone="bad" title={trouble} />
        </div>
      )}
      <div className="own-fields">
        <DetailFields
          details={details}
          onChange={(change) => setTyped({ ...typed, ...change })}
          needsName={details.name.trim() === ''}
          needsEmail={!isEmailGood}
        />
        <Button size="md" type="submit" disabled={!isTouched || !isReady} loading={busy}>
          {say('contacts.saveOwn')}
        </Button>
      </div>
    </form>
  );
}
