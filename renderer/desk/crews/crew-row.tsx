import { IconPhone } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Crew, CrewMember, CrewState } from '../../../preload/person-views.ts';
import { useDesk } from '../data/desk.tsx';
import { Lines } from '../parts/lines.tsx';
import { Unfolding } from '../parts/unfolding.tsx';
import { TimeSpan } from '../parts/time-span.tsx';
import { Chip, type Tone } from '../parts/tone.tsx';
import { Photo } from '../person/photo.tsx';

export const TONE_OF_STATE: Readonly<Record<CrewState, Tone>> = { inside: 'ok', validated: 'left', not_yet: 'idle' };

interface CrewRowProps {
  readonly crew: Crew;
  readonly chosen: string | undefined;
  readonly onChoose: (workerId: string) => void;
}

/** One work order; opened, everybody on it. */
export function CrewRow({ crew, chosen, onChoose }: CrewRowProps): ReactNode {
  const { say } = useDesk();
  return (
    <Unfolding
      head={
        <>
          <Lines
            first={
              <>
                <bdi className="number">{crew.number}</bdi> <bdi>{crew.title}</bdi>
              </>
            }
            second={<bdi>{crew.clientName}</bdi>}
          />
          <TimeSpan of={crew} />
          <InCount of={crew} />
        </>
      }
    >
      {() => (
        <>
          {crew.leader && <Leader {...crew.leader} />}
          {crew.members.length === 0 && <p className="crew-none soft">{say('crews.nobody')}</p>}
          <ul className="crew-members">
            {crew.members.map((member) => (
              <li key={member.workerId}>
                <Member member={member} isChosen={chosen === member.workerId} onChoose={onChoose} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Unfolding>
  );
}

/** "3 of 5 in", green once all are. */
export function InCount({ of: { people, inside } }: { readonly of: { people: number; inside: number } }): ReactNode {
  const { say } = useDesk();
  const tone: Tone = people > 0 && inside === people ? 'ok' : 'idle';
  return <Chip tone={tone}>{say('crews.in', { inside, people })}</Chip>;
}

export function Leader({ name, phone }: { readonly name: string; readonly phone?: string | undefined }): ReactNode {
  const { say } = useDesk();
  return (
    <p className="crew-leader">
      <span className="soft">{say('events.teamLeader')}</span> <bdi>{name}</bdi>
      {phone !== undefined && (
        <>
          <IconPhone size={16} aria-hidden="true" />
          <span className="out-of-sight">{say('card.phone')}</span>
          <bdi className="number" dir="ltr">
            {phone}
          </bdi>
        </>
      )}
    </p>
  );
}

interface MemberProps {
  readonly member: CrewMember;
  readonly isChosen: boolean;
  readonly onChoose: (workerId: string) => void;
  readonly second?: ReactNode;
}

/** One of a crew or a roster; choosing opens the card. */
export function Member({ member, isChosen, onChoose, second }: MemberProps): ReactNode {
  const { say } = useDesk();
  const about = [member.contractorName, member.gateName].filter((each) => each !== undefined);
  return (
    <button
      type="button"
      className="member"
      aria-pressed={isChosen}
      data-chosen={isChosen || undefined}
      onClick={() => onChoose(member.workerId)}
    >
      <Photo name={member.name} photo={member.photo} size="line" />
      <Lines first={<bdi>{member.name}</bdi>} second={second ?? (about.length > 0 && <bdi>{about.join(' · ')}</bdi>)} />
      <Chip tone={TONE_OF_STATE[member.state]}>{say(`crews.states.${member.state}`)}</Chip>
    </button>
  );
}
