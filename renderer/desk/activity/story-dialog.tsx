import { Button } from '@mantine/core';
import { useCallback, useState, type ReactNode } from 'react';
import { CHECK_MODES } from '../../../core/event/data/access.ts';
import type { ActRow, ActStory } from '../../../preload/activity-views.ts';
import { useDesk } from '../data/desk.tsx';
import { useAnswer } from '../data/use-answer.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Chip, type Tone } from '../parts/tone.tsx';
import { en } from '../words/en/index.ts';
import { useFeedWords } from '../words/feed-words.ts';
import type { WordKey } from '../words/words.ts';

interface StoryDialogProps {
  readonly row: ActRow;
  /** To the person of the act. */
  readonly onPerson: (workerId: string) => void;
  readonly onClose: () => void;
}

const isWord = (key: string): key is WordKey => key in en;
const TONES: Readonly<Record<ActStory['central']['state'], Tone>> = {
  taken: 'ok',
  told: 'idle',
  waiting: 'idle',
  flagged: 'warn',
  set_aside: 'warn',
  rejected: 'bad',
};

/** B4: the full story of one act. */
export function StoryDialog({ row, onPerson, onClose }: StoryDialogProps): ReactNode {
  const { bridge, say } = useDesk();
  const [isGone, setGone] = useState(false);
  const story = useAnswer(
    useCallback(async () => {
      const { eventId, seq, workerId } = row;
      const answer = await bridge.getActStory({ eventId, seq, ...(workerId === undefined ? {} : { workerId }) });
      setGone(answer === null);
      return answer;
    }, [bridge, row]),
  );
  const { workerId } = row;
  return (
    <Dialog title={say('activity.story.title')} shape="side" onClose={onClose}>
      {workerId !== undefined && row.name !== undefined && (
        <Button className="card-action" variant="default" onClick={() => onPerson(workerId)}>
          {say('activity.story.open')}
        </Button>
      )}
      {isGone && <p>{say('activity.story.gone')}</p>}
      {story && <Story story={story} />}
    </Dialog>
  );
}

function Story({ story }: { readonly story: ActStory }): ReactNode {
  const { say, time, status } = useDesk();
  const { act, centralAtMs, chain, central, orders, reason } = story;
  const { who, what, why } = useFeedWords()(act);
  const moment = (ms: number): string => `${time.day(ms)} ${time.time(ms)}`;
  const mode = CHECK_MODES.find((each) => each === act.mode);
  const how = [mode && say(`activity.modes.${mode}`), act.byName, act.estimated && say('activity.estimate')];
  const state =
    central.state === 'told' || central.state === 'waiting'
      ? say(`activity.story.${central.state}`)
      : say(`tray.status.${central.state}`);
  const told = [central.code, central.atMs !== undefined && time.moment(central.atMs, status.nowMs)].filter(Boolean);
  return (
    <>
      <dl className="facts story-facts">
        <Fact name={say('activity.story.who')}>
          <bdi>{who}</bdi> {act.contractorName && <bdi className="soft">{act.contractorName}</bdi>}
        </Fact>
        <Fact name={say('activity.story.what')}>
          {what} {why && <span className="soft">{why}</span>}
        </Fact>
        <Fact name={say('activity.story.where')}>
          <bdi>{[act.gateName, act.locationName].filter(Boolean).join(', ')}</bdi>
        </Fact>
        <Fact name={say('activity.story.how')}>{how.filter(Boolean).join(' · ')}</Fact>
        <Fact name={say('activity.story.orders')}>{orders.join('; ')}</Fact>
        <Fact name={say('activity.story.reason')}>{reason}</Fact>
        <Fact name={say('activity.story.device')}>
          <span className="number">{moment(act.atMs)}</span>
        </Fact>
        <Fact name={say('activity.story.centralClock')}>
          {centralAtMs === null ? say('activity.story.noClock') : <span className="number">{moment(centralAtMs)}</span>}
        </Fact>
        <Fact name={say('activity.story.central')}>
          <Chip tone={TONES[central.state]}>{state}</Chip> <span className="soft">{told.join(' · ')}</span>
        </Fact>
        <Fact name={say('activity.story.chain')}>
          {chain ? (
            <>
              <span className="number">{chain.seq}</span>{' '}
              <Chip tone={chain.holds ? 'ok' : 'bad'}>
                {say(chain.holds ? 'activity.story.holds' : 'activity.story.broken')}
              </Chip>
            </>
          ) : (
            say('activity.story.elsewhere')
          )}
        </Fact>
        <Fact name={say('activity.story.hash')}>{chain && <code className="story-hash">{chain.hash}</code>}</Fact>
        <Fact name={say('activity.story.prev')}>{chain && <code className="story-hash">{chain.prevHash}</code>}</Fact>
      </dl>
      <h3>{say('activity.story.later')}</h3>
      {story.later.length === 0 ? (
        <p className="soft">{say('activity.story.nothing')}</p>
      ) : (
        <ol className="story-later">
          {story.later.map((later) => (
            <Later key={later.seq} later={later} />
          ))}
        </ol>
      )}
    </>
  );
}

function Later({ later }: { readonly later: ActStory['later'][number] }): ReactNode {
  const { say, time, status } = useDesk();
  const { type, atMs, outcome, byName, reason } = later;
  const keys = [`activity.later.${type}`, `feed.types.${type}`];
  const key = keys.find(isWord) ?? 'feed.types.other';
  const more = [outcome && say(`activity.outcomes.${outcome}`), byName, reason].filter(Boolean).join(' · ');
  return (
    <li>
      <span className="number">{time.moment(atMs, status.nowMs)}</span> {say(key)}{' '}
      {more && <bdi className="soft">{more}</bdi>}
    </li>
  );
}

/** One thing that is known; nothing where it is not. */
function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode {
  return children === undefined || children === null || children === '' ? null : (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
