import { IconCar, IconNote } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { PersonFile, QualificationView } from '../../../preload/person-views.ts';
import { useDesk } from '../data/desk.tsx';
import { FileButton } from '../files/file-button.tsx';
import { Lines } from '../parts/lines.tsx';
import { TimeSpan } from '../parts/time-span.tsx';
import { Chip, type Tone } from '../parts/tone.tsx';

/** What the gate knows of a person beyond name, lights and orders; what there is nothing of takes no room. */
export function Papers({ file }: { readonly file: PersonFile }): ReactNode {
  const { say } = useDesk();
  const { skills, qualifications, vehicles, documents } = file;
  return (
    <>
      {qualifications.length > 0 && (
        <section className="card-section">
          <h3>{say('person.qualifications')}</h3>
          <Qualifications qualifications={qualifications} />
        </section>
      )}
      {skills.length > 0 && (
        <section className="card-section">
          <h3>{say('person.skills')}</h3>
          <Words words={skills} />
        </section>
      )}
      {vehicles.length > 0 && (
        <section className="card-section">
          <h3>{say('person.vehicles')}</h3>
          <Vehicles vehicles={vehicles} />
        </section>
      )}
      {documents.length > 0 && (
        <section className="card-section">
          <h3>{say('person.documents')}</h3>
          <div className="files">
            {documents.map((each) => (
              <FileButton key={each.id} file={each} />
            ))}
          </div>
        </section>
      )}
    </>
  );
}

export function Note({ note }: { readonly note: string | undefined }): ReactNode {
  const { say } = useDesk();
  if (note === undefined) return null;
  return (
    <div className="strip note-strip" data-tone="note">
      <IconNote size={20} aria-hidden="true" />
      <p>
        <span className="out-of-sight">{say('person.note')} </span>
        <bdi>{note}</bdi>
      </p>
    </div>
  );
}

const TONE: Readonly<Record<QualificationView['state'], Tone>> = {
  ok: 'ok',
  ending: 'warn',
  ended: 'bad',
  missing: 'bad',
};

/** Each with its validity, and its certificate to open. */
export function Qualifications({
  qualifications,
}: {
  readonly qualifications: readonly QualificationView[];
}): ReactNode {
  const { say, time } = useDesk();
  return (
    <ul className="qualifications">
      {qualifications.map(({ name, state, untilMs, certificate }) => (
        <li key={name}>
          <span className="qualification-name">
            <bdi>{name}</bdi>
          </span>
          <Chip tone={TONE[state]}>{say(`card.lights.${state}`)}</Chip>
          {untilMs !== undefined && (
            <span className="soft number">
              {say(state === 'ended' ? 'card.lightEnded' : 'card.lightUntil', { date: time.date(untilMs) })}
            </span>
          )}
          {certificate && (
            <FileButton
              file={certificate}
              label={{ short: say('files.certificate'), full: say('person.certificate', { name }) }}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

export function Vehicles({ vehicles }: { readonly vehicles: PersonFile['vehicles'] }): ReactNode {
  const { say } = useDesk();
  return (
    <ul className="vehicles">
      {vehicles.map(({ plate, kind, permit }) => (
        <li key={plate}>
          <IconCar size={20} aria-hidden="true" />
          <bdi className="plate" dir="ltr">
            {plate}
          </bdi>
          <span className="soft">
            {kind !== undefined && <bdi>{kind}</bdi>}
            {kind !== undefined && ' · '}
            {permit === undefined ? say('person.noPermit') : say('person.permit', { permit })}
          </span>
        </li>
      ))}
    </ul>
  );
}

export function Words({ words }: { readonly words: readonly string[] }): ReactNode {
  return (
    <ul className="word-list">
      {words.map((word) => (
        <li key={word}>
          <bdi>{word}</bdi>
        </li>
      ))}
    </ul>
  );
}

/** E1: events whose roster names the person; one that is not confirmed lets nobody in. */
export function PersonEvents({ events }: { readonly events: PersonFile['events'] }): ReactNode {
  const { say } = useDesk();
  if (events.length === 0) return null;
  return (
    <section className="card-section">
      <h3>{say('tabs.events')}</h3>
      <ul className="orders">
        {events.map((event) => (
          <li key={`${event.bookingId} ${event.startsAtMs}`} data-here={event.here || undefined}>
            <TimeSpan of={event} />
            <Lines
              first={<bdi>{event.name}</bdi>}
              second={
                <>
                  <bdi>{event.clientName}</bdi>
                  {event.role !== undefined && (
                    <>
                      {' · '}
                      <bdi>{event.role}</bdi>
                    </>
                  )}
                  {event.status !== 'confirmed' && <> · {say(`events.states.${event.status}`)}</>}
                  {!event.here && <> · {say('card.orderElsewhere', { location: event.locationName })}</>}
                </>
              }
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
