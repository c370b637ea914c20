import { ActionIcon } from '@mantine/core';
import { IconId, IconPhone, IconUserOff, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Person } from '../../../preload/views.ts';
import { CardActions } from '../acts/card-actions.tsx';
import { useDesk, useSiteNow, useSlow } from '../data/desk.tsx';
import { Empty } from '../parts/empty.tsx';
import { Chip } from '../parts/tone.tsx';
import { Compliance } from './compliance.tsx';
import { Expecting } from './expecting.tsx';
import { History, Orders } from './orders.tsx';
import { Note, Papers, PersonEvents } from './papers.tsx';
import { Photo } from './photo.tsx';
import { SaveRecord } from './save-record.tsx';
import { usePerson } from './use-person.ts';

interface CardProps {
  readonly workerId: string | undefined;
  readonly onChoose: (workerId: string) => void;
  /** Undefined where the card is not staff's choice but follows the last badge. */
  readonly onClose: (() => void) | undefined;
}

/** The right side: whose badge is awaited, and everything this gate knows of one person. */
export function CardColumn(props: CardProps): ReactNode {
  const { say } = useDesk();
  return (
    <aside className="card-column" aria-label={say('card.label')}>
      <Expecting chosen={props.workerId} onChoose={props.onChoose} />
      <CardBody {...props} />
    </aside>
  );
}

function CardBody({ workerId, onClose }: CardProps): ReactNode {
  const { say } = useDesk();
  const view = usePerson(workerId);
  const slow = useSlow(view.kind === 'reading');
  if (view.kind === 'known') return <PersonCard person={view.person} onClose={onClose} />;
  if (view.kind === 'reading')
    return <div className="card card-bones">{slow && <Bones label={say('card.reading')} />}</div>;
  if (view.kind === 'gone') {
    return (
      <div className="card">
        <Empty icon={<IconUserOff stroke={1.5} />} title={say('card.gone')} next={say('card.goneNext')} />
      </div>
    );
  }
  return (
    <div className="card">
      <Empty icon={<IconId stroke={1.5} />} title={say('empty.card')} next={say('empty.cardNext')} />
    </div>
  );
}

function Bones({ label }: { readonly label: string }): ReactNode {
  return (
    <>
      <span className="out-of-sight" aria-live="polite">
        {label}
      </span>
      {[64, 56, 120, 180].map((height) => (
        <span className="bone" key={height} style={{ blockSize: height }} />
      ))}
    </>
  );
}

function PersonCard({ person, onClose }: { readonly person: Person; readonly onClose: (() => void) | undefined }) {
  const { say } = useDesk();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
    <article className="card" aria-label={person.name} key={person.workerId} tabIndex={0}>
      <header className="card-head">
        <Photo
          name={person.name}
          photo={person.file.photo}
          size="card"
          label={say('person.photo', { name: person.name })}
        />
        <div className="card-name">
          <h2>
            <bdi>{person.name}</bdi>
          </h2>
          {person.file.visitor && <Chip tone="left">{say('person.visitor')}</Chip>}
          {person.contractorName && (
            <p className="soft">
              <bdi>{person.contractorName}</bdi>
            </p>
          )}
          {person.phone && (
            <p className="soft card-phone">
              <IconPhone size={14} aria-hidden="true" />
              <span className="out-of-sight">{say('card.phone')}</span>
              <bdi className="number" dir="ltr">
                {person.phone}
              </bdi>
            </p>
          )}
        </div>
        {onClose && (
          <ActionIcon
            className="card-close"
            variant="subtle"
            color="gray"
            aria-label={say('card.close')}
            onClick={onClose}
          >
            <IconX size={20} />
          </ActionIcon>
        )}
      </header>
      {person.blockedReason !== undefined && (
        <div className="strip" data-tone="bad" role="alert">
          <Chip tone="bad">{say('card.blocked')}</Chip>
          <p>{person.blockedReason}</p>
        </div>
      )}
      <Presence person={person} />
      <Note note={person.file.note} />
      <CardActions person={person} />
      <Compliance clients={person.clients} />
      <Orders orders={person.orders} />
      <PersonEvents events={person.file.events} />
      <Papers file={person.file} />
      <History rows={person.history} />
      <SaveRecord workerId={person.workerId} />
    </article>
  );
}

function Presence({ person }: { readonly person: Person }): ReactNode {
  const { say, time } = useDesk();
  const now = useSiteNow(30_000);
  const { presence, grant } = person;
  const inside = presence?.inside === true;
  const since = presence && time.moment(presence.sinceMs, now);
  return (
    <dl className="facts">
      <div>
        <dt>{say('lists.columns.presence')}</dt>
        <dd>
          <Chip tone={inside ? 'ok' : presence ? 'left' : 'idle'}>
            {inside && since !== undefined
              ? say('card.inside', { time: since })
              : since === undefined
                ? say('card.neverHere')
                : say('card.outsideSince', { time: since })}
          </Chip>
          {presence?.gateName !== undefined && (
            <span className="soft">
              <bdi>{say('card.atGate', { gate: presence.gateName })}</bdi>
            </span>
          )}
          {inside && presence && (
            <span className="soft number">
              {say('card.insideFor', { duration: time.duration(now - presence.sinceMs) })}
            </span>
          )}
        </dd>
      </div>
      <div>
        <dt>{say('card.grant')}</dt>
        <dd>
          {!grant && <Chip tone="idle">{say('card.grantNone')}</Chip>}
          {grant && grant.untilMs <= now && (
            <Chip tone="warn">{say('card.grantEnded', { time: time.moment(grant.untilMs, now) })}</Chip>
          )}
          {grant && grant.untilMs > now && (
            <>
              <Chip tone="ok">{say('card.grantUntil', { time: time.moment(grant.untilMs, now) })}</Chip>
              <span className="soft number">
                {say('card.grantLeft', { duration: time.duration(grant.untilMs - now) })}
              </span>
            </>
          )}
        </dd>
      </div>
    </dl>
  );
}
