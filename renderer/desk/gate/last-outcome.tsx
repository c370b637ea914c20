import { Button } from '@mantine/core';
import { IconScan, IconShieldCheck } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { FeedRow } from '../../../preload/views.ts';
import { OverrideDialog, type OverrideAsked } from '../acts/override-dialog.tsx';
import { useDesk, useSiteNow } from '../data/desk.tsx';
import { KindShape } from '../parts/kind.tsx';
import { useFeedWords } from '../words/feed-words.ts';
import { useTimeInside } from '../words/time-inside.ts';

interface LastOutcomeProps {
  readonly row: FeedRow | undefined;
  /** The person whose card is open: nothing more to open then. */
  readonly shown: string | undefined;
  readonly onOpen: (workerId: string) => void;
}

/** The last badge and what came of it: quiet when all is well, a full field of colour when somebody must act. */
export function LastOutcome({ row, ...card }: LastOutcomeProps): ReactNode {
  const { say } = useDesk();
  if (!row) {
    return (
      <section className="last" data-kind="none" aria-label={say('last.label')}>
        <span className="last-shape">
          <IconScan stroke={1.25} className="shape" aria-hidden="true" />
        </span>
        <div className="last-words">
          <p className="last-who">{say('last.none')}</p>
          <p className="last-next">{say('last.noneNext')}</p>
        </div>
      </section>
    );
  }
  return <KnownOutcome row={row} {...card} />;
}

function KnownOutcome({ row, shown, onOpen }: LastOutcomeProps & { readonly row: FeedRow }) {
  const { say, time } = useDesk();
  const words = useFeedWords()(row);
  const now = useSiteNow(30_000);
  const { workerId, facts } = row;
  // The next badge must not take the question away that staff are answering.
  const [asking, setAsking] = useState<OverrideAsked>();
  const inside = useTimeInside()(facts);
  // A person who simply passed needs no sentence: the colour and the word above the name are the whole of it.
  const quiet = row.kind === 'come_in' || row.kind === 'goodbye';
  const age = (ms: number): string =>
    ms < 60_000 ? say('time.now') : say('time.ago', { duration: time.duration(ms) });
  const who = row.name ?? say('last.stranger');
  const details = [
    row.contractorName,
    facts.workOrderNumber && say('last.order', { number: facts.workOrderNumber }),
    row.kind === 'goodbye' && inside !== undefined && say('last.onSite', { duration: inside }),
  ].filter((detail) => typeof detail === 'string');
  return (
    <section className="last" data-kind={row.kind} aria-label={say('last.label')} aria-live="polite">
      <span className="last-shape">
        <KindShape kind={row.kind} />
      </span>
      <div className="last-words" key={row.eventId}>
        <p className="last-kind">
          {say(`kinds.${row.kind}`)} <span className="number">{time.time(row.atMs)}</span>
          <span className="last-age">{age(now - row.atMs)}</span>
        </p>
        <p className="last-who">
          <bdi>{who}</bdi>
        </p>
        {details.length > 0 && <p className="last-details">{details.join(' · ')}</p>}
        {!quiet && <p className="last-what">{words.what}</p>}
        {words.why && !(quiet && row.notes.length === 0) && <p className="last-next">{words.why}</p>}
      </div>
      <div className="last-acts">
        {row.isOpen && workerId !== undefined && (
          <Button
            className="last-act"
            size="md"
            variant="default"
            leftSection={<IconShieldCheck size={20} aria-hidden="true" />}
            onClick={() => setAsking({ person: { workerId, name: who }, refusalId: row.eventId })}
          >
            {say('acts.override')}
          </Button>
        )}
        {workerId !== undefined && workerId !== shown && (
          <Button className="last-act" size="md" variant="default" onClick={() => onOpen(workerId)}>
            {say('last.openCard')}
          </Button>
        )}
      </div>
      {asking && <OverrideDialog {...asking} onClose={() => setAsking(undefined)} />}
    </section>
  );
}
