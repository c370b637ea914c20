import { useCallback, type ReactNode } from 'react';
import type { EventView, RosterLine } from '../../../preload/person-views.ts';
import { useDesk } from '../data/desk.tsx';
import { useAnswer } from '../data/use-answer.ts';
import { FileButton } from '../files/file-button.tsx';
import { Qualifications, Vehicles, Words } from '../person/papers.tsx';
import { Leader, Member } from './crew-row.tsx';

interface EventDetailProps {
  readonly bookingId: string;
  readonly chosen: string | undefined;
  readonly onChoose: (workerId: string) => void;
}

/** E1, E2: all of one event that its client lets the gate see. */
export function EventDetail({ bookingId, ...choice }: EventDetailProps): ReactNode {
  const { bridge, say } = useDesk();
  const ask = useCallback(() => bridge.getEvent({ bookingId }), [bridge, bookingId]);
  const event = useAnswer(ask);
  if (event === undefined) return <span className="bone event-bone" />;
  if (event === null) return <p className="crew-none soft">{say('events.gone')}</p>;
  return <EventBody event={event} {...choice} />;
}

interface EventBodyProps extends Omit<EventDetailProps, 'bookingId'> {
  readonly event: EventView;
}

export function EventBody({ event, ...choice }: EventBodyProps): ReactNode {
  const { say } = useDesk();
  return (
    <div className="event">
      {event.status === 'to_be_confirmed' && (
        <p className="strip" data-tone="warn">
          {say('events.unconfirmedNext')}
        </p>
      )}
      {event.teamLeader && <Leader {...event.teamLeader} />}
      <Facts event={event} />
      {event.documents !== undefined && event.documents.length > 0 && (
        <section>
          <h2>{say('events.documents')}</h2>
          <div className="files">
            {event.documents.map((file) => (
              <FileButton key={file.id} file={file} />
            ))}
          </div>
        </section>
      )}
      {event.roster && <Roster event={event} roster={event.roster} {...choice} />}
    </div>
  );
}

function Facts({ event }: { readonly event: EventView }): ReactNode {
  const { say } = useDesk();
  const { staffNumbers, wantedSkills, resources, notes } = event;
  return (
    <dl className="event-facts">
      {staffNumbers !== undefined && (
        <div>
          <dt>{say('events.staff')}</dt>
          <dd className="number">{staffNumbers}</dd>
        </div>
      )}
      {wantedSkills.length > 0 && (
        <div>
          <dt>{say('person.skills')}</dt>
          <dd>
            <Words words={wantedSkills.map(({ skill, count }) => `${count} × ${skill}`)} />
          </dd>
        </div>
      )}
      {resources.length > 0 && (
        <div>
          <dt>{say('events.resources')}</dt>
          <dd>
            <Words words={resources} />
          </dd>
        </div>
      )}
      {notes !== undefined && (
        <div>
          <dt>{say('events.notes')}</dt>
          <dd>
            <bdi>{notes}</bdi>
          </dd>
        </div>
      )}
    </dl>
  );
}

interface RosterProps extends Omit<EventDetailProps, 'bookingId'> {
  readonly event: EventView;
  readonly roster: readonly RosterLine[];
}

function Roster({ event, roster, chosen, onChoose }: RosterProps): ReactNode {
  const { say } = useDesk();
  const required = event.requiredQualifications ?? [];
  return (
    <section>
      <h2>{say('events.roster')}</h2>
      {required.length > 0 && <p className="soft">{say('events.required', { names: required.join(', ') })}</p>}
      {roster.length === 0 && <p className="crew-none soft">{say('events.nobody')}</p>}
      <ul className="crew-members">
        {roster.map((line) => (
          <li key={line.key}>
            <Member
              member={line}
              isChosen={chosen === line.workerId}
              onChoose={onChoose}
              second={<Rostered line={line} />}
            />
            <LinePapers line={line} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Rostered({ line: { role, startsAtMs, endsAtMs, contractorName } }: { readonly line: RosterLine }): ReactNode {
  const { time } = useDesk();
  return (
    <>
      {startsAtMs !== undefined && endsAtMs !== undefined && (
        <bdi className="number" dir="ltr">
          {time.time(startsAtMs)}–{time.time(endsAtMs)}
        </bdi>
      )}
      {[role, contractorName].map(
        (word) =>
          word !== undefined && (
            <span key={word}>
              {' · '}
              <bdi>{word}</bdi>
            </span>
          ),
      )}
    </>
  );
}

function LinePapers({ line: { skills, qualifications, vehicles } }: { readonly line: RosterLine }): ReactNode {
  if (skills.length + qualifications.length + vehicles.length === 0) return null;
  return (
    <div className="line-papers">
      {qualifications.length > 0 && <Qualifications qualifications={qualifications} />}
      {skills.length > 0 && <Words words={skills} />}
      {vehicles.length > 0 && <Vehicles vehicles={vehicles} />}
    </div>
  );
}
