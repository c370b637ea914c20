import { IconChecklist, IconListCheck, IconPlugConnectedX } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { TrayCard as Card, TrayPage } from '../../../preload/tray-views.ts';
import { useDesk, useSlow } from '../data/desk.tsx';
import { Choices } from '../parts/choices.tsx';
import { Empty } from '../parts/empty.tsx';
import { ClearDialog, type Outcome } from './clear-dialog.tsx';
import { TrayCard } from './tray-card.tsx';
import { useTray, type TrayShow } from './use-tray.ts';

interface TrayTabProps {
  readonly onChoose: (workerId: string) => void;
}

/** Activity, "To look at": what central sees otherwise, until staff have said how it was (DESIGN 5). */
export function TrayTab({ onChoose }: TrayTabProps): ReactNode {
  const { say } = useDesk();
  const [show, setShow] = useState<TrayShow>('open');
  const [asking, setAsking] = useState<{ readonly card: Card; readonly outcome: Outcome }>();
  const page = useTray(show);
  const slow = useSlow(page === undefined);
  return (
    <div className="tray">
      <div className="tray-top">
        <p className="tray-lead">{say('tray.lead')}</p>
        <Choices<TrayShow>
          label={say('tray.show')}
          choices={[
            { value: 'open', label: say('tray.open') },
            { value: 'cleared', label: say('tray.cleared') },
          ]}
          chosen={[show]}
          onChoose={setShow}
        />
      </div>
      {page === undefined &&
        slow &&
        [180, 180].map((height, at) => <span className="bone" key={at} style={{ blockSize: height }} />)}
      {page === null && (
        <Empty icon={<IconPlugConnectedX stroke={1.5} />} title={say('tray.title')} next={say('tray.unanswered')} />
      )}
      {page && (
        <Cards page={page} show={show} onChoose={onChoose} onClear={(card, outcome) => setAsking({ card, outcome })} />
      )}
      {asking && <ClearDialog {...asking} onClose={() => setAsking(undefined)} />}
    </div>
  );
}

interface CardsProps extends TrayTabProps {
  readonly page: TrayPage;
  readonly show: TrayShow;
  readonly onClear: (card: Card, outcome: Outcome) => void;
}

function Cards({ page: { cards, total }, show, onChoose, onClear }: CardsProps): ReactNode {
  const { say } = useDesk();
  if (cards.length === 0) {
    const name = show === 'open' ? 'tray.emptyOpen' : 'tray.emptyCleared';
    const icon = show === 'open' ? <IconChecklist stroke={1.5} /> : <IconListCheck stroke={1.5} />;
    return <Empty icon={icon} title={say(name)} next={say(`${name}Next`)} />;
  }
  return (
    <>
      {total > cards.length && <p className="soft">{say('tray.newest', { count: cards.length, total })}</p>}
      <ul className="tray-cards">
        {cards.map((card) => (
          <li key={card.eventId}>
            <TrayCard card={card} onOpenPerson={onChoose} onClear={(outcome) => onClear(card, outcome)} />
          </li>
        ))}
      </ul>
    </>
  );
}
