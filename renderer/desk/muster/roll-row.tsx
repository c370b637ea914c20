import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { MarkAsk, RollRowView } from '../../../preload/muster-views.ts';
import { useDesk } from '../data/desk.tsx';
import { Chip, type Tone } from '../parts/tone.tsx';
import { Photo } from '../person/photo.tsx';
import type { Mark } from './use-muster.ts';

const TONE: Readonly<Record<RollRowView['state'], Tone>> = {
  unmarked: 'warn',
  missing: 'bad',
  safe: 'ok',
  found_unlisted: 'ok',
  left_before: 'left',
  out: 'left',
};
/** What one touch can say of somebody, the good news first. */
const MARKS = [
  ['safe', 'accent'],
  ['missing', 'refused'],
  ['left_before', undefined],
] as const;

interface RollRowProps {
  readonly row: RollRowView;
  readonly onChoose: (workerId: string) => void;
  /** Undefined: it is over, and nothing changes any more. */
  readonly onMark: Mark | undefined;
}

export function RollRow({ row, onChoose, onMark }: RollRowProps): ReactNode {
  const { say } = useDesk();
  const { workerId, photo, state } = row;
  const name = row.name === '' ? say('muster.stranger') : row.name;
  const person: MarkAsk['person'] = workerId === undefined ? { name: row.name } : { workerId };
  return (
    <li className="roll-row" data-state={state}>
      <Photo name={name} photo={photo} size="line" />
      <div className="roll-who">
        {workerId === undefined ? (
          <p className="roll-name">
            <bdi>{name}</bdi>
          </p>
        ) : (
          <button type="button" className="roll-name" onClick={() => onChoose(workerId)}>
            <bdi>{name}</bdi>
          </button>
        )}
        <About row={row} />
      </div>
      <Chip tone={TONE[state]}>{say(`muster.state.${state}`)}</Chip>
      {onMark && (
        <div className="roll-acts">
          {state === 'unmarked' || state === 'missing' ? (
            MARKS.filter(([mark]) => mark !== state).map(([mark, color]) => (
              <Button
                key={mark}
                className="roll-act"
                {...(color === undefined
                  ? { variant: 'default' }
                  : { color, variant: mark === 'safe' ? 'filled' : 'outline' })}
                aria-label={`${say(`muster.mark.${mark}`)}: ${name}`}
                onClick={() => void onMark(person, mark)}
              >
                {say(`muster.mark.${mark}`)}
              </Button>
            ))
          ) : (
            <Button
              className="roll-act"
              variant="default"
              aria-label={`${say('muster.takeBack')}: ${name}`}
              onClick={() => void onMark(person, 'unmarked')}
            >
              {say('muster.takeBack')}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

/** Company, since when inside, and who said what is said. */
function About({ row }: { readonly row: RollRowView }): ReactNode {
  const { say, status, time } = useDesk();
  const { contractorName, sinceMs, markedAtMs, markedBy, listed, state } = row;
  const parts = [
    ...(contractorName === undefined ? [] : [contractorName]),
    ...(sinceMs === undefined ? [] : [say('card.inside', { time: time.moment(sinceMs, status.nowMs) })]),
    ...(listed || state === 'found_unlisted' ? [] : [say('muster.newcomer')]),
    ...(markedAtMs === undefined || state === 'unmarked'
      ? []
      : [[markedBy, time.time(markedAtMs)].filter(Boolean).join(', ')]),
  ];
  return (
    <p className="roll-about">
      {parts.map((part) => (
        <bdi key={part}>{part}</bdi>
      ))}
    </p>
  );
}
