import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { HoldView } from '../../../preload/act-views.ts';
import { useDesk, useSiteNow } from '../data/desk.tsx';
import { Choices } from '../parts/choices.tsx';
import { ToneShape } from '../parts/tone.tsx';
import { Photo } from '../person/photo.tsx';
import { useCodeWords } from '../words/code-words.ts';
import { leftOf } from './left.ts';
import { useAct } from './use-act.tsx';
import { useHolds } from './use-holds.ts';

type YesNo = 'yes' | 'no';
/** What staff tick off by looking; questions have answers of their own. */
const LOOKS = ['photo_check', 'record_missing', 'data_old_ask'] as const;
type Look = (typeof LOOKS)[number];

/** Who waits at the gate until somebody has looked; nothing when nobody does. */
export function Holds({ onOpen }: { readonly onOpen: (workerId: string) => void }): ReactNode {
  const { say } = useDesk();
  const holds = useHolds();
  return (
    <section className="holds" aria-label={say('acts.holds.label')} aria-live="polite">
      {holds.map((hold) => (
        <Hold key={hold.id} hold={hold} onOpen={onOpen} />
      ))}
    </section>
  );
}

interface HoldProps {
  readonly hold: HoldView;
  readonly onOpen: (workerId: string) => void;
}

function Hold({ hold, onOpen }: HoldProps): ReactNode {
  const { bridge, say } = useDesk();
  const act = useAct();
  const codeWords = useCodeWords();
  const now = useSiteNow(1000);
  const [looked, setLooked] = useState<readonly Look[]>([]);
  const [answers, setAnswers] = useState<Readonly<Record<string, YesNo>>>({});
  const { direction, questions, workerId, id: holdId } = hold;
  const name = hold.name ?? say('last.stranger');
  const looks = LOOKS.filter((look) => hold.asks.includes(look));
  const [first] = hold.asks;
  const words = direction === 'in' && first ? codeWords(first, hold.facts) : undefined;
  const complete = looks.every((look) => looked.includes(look)) && questions.every(({ id }) => answers[id]);
  const toggle = (look: Look): void =>
    setLooked(looked.includes(look) ? looked.filter((each) => each !== look) : [...looked, look]);
  const decline = (): void => void bridge.declineHold({ holdId }).catch(() => undefined);
  return (
    <article className="hold" aria-label={name} data-looks={looks.includes('photo_check') || undefined}>
      <Photo
        name={name}
        photo={hold.photo}
        size={looks.includes('photo_check') ? 'large' : 'card'}
        label={say('person.photo', { name })}
      />
      <header className="hold-head">
        <span className="hold-shape">
          <ToneShape tone="warn" />
        </span>
        <div>
          <h2 className="hold-who">
            <bdi>{name}</bdi>
          </h2>
          {hold.contractorName !== undefined && (
            <p className="soft">
              <bdi>{hold.contractorName}</bdi>
            </p>
          )}
          <p className="hold-what">{words ? words.title : say('acts.holds.outTitle')}</p>
          {/* A photo and a question say what to do themselves. */}
          {words && first !== 'photo_check' && first !== 'question_asked' && <p className="soft">{words.next}</p>}
        </div>
        <p className="hold-left number">{say('acts.holds.left', { left: leftOf(hold.untilMs - now) })}</p>
      </header>
      <div className="hold-asks">
        {looks.length > 0 && (
          <Choices<Look>
            label={say('acts.holds.looks')}
            several
            choices={looks.map((value) => ({ value, label: say(`acts.holds.looked.${value}`) }))}
            chosen={looked}
            onChoose={toggle}
          />
        )}
        {questions.map(({ id, text }) => (
          <div className="hold-question" key={id}>
            <p>
              <bdi>{text}</bdi>
            </p>
            <Choices<YesNo>
              label={text}
              choices={(['yes', 'no'] as const).map((value) => ({ value, label: say(`acts.${value}`) }))}
              chosen={answers[id] ? [answers[id]] : []}
              onChoose={(value) => setAnswers({ ...answers, [id]: value })}
            />
          </div>
        ))}
      </div>
      <div className="hold-acts">
        <Button size="md" variant="default" onClick={() => onOpen(workerId)}>
          {say('last.openCard')}
        </Button>
        <Button size="md" variant="default" onClick={decline}>
          {say(direction === 'in' ? 'acts.holds.decline' : 'acts.holds.skip')}
        </Button>
        <Button
          className="card-action"
          disabled={!complete}
          onClick={() => void act({ name }, () => bridge.confirmHold({ holdId, answers }))}
        >
          {say(direction === 'in' ? 'acts.holds.confirm' : 'acts.holds.record')}
        </Button>
      </div>
    </article>
  );
}
