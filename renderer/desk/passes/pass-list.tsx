import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconTicketOff } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { PassView } from '../../../preload/pass-views.ts';
import { useDesk } from '../data/desk.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Empty } from '../parts/empty.tsx';
import { Chip, type Tone } from '../parts/tone.tsx';

const TONE: Readonly<Record<PassView['state'], Tone>> = { good: 'ok', over: 'idle', ended: 'idle' };

interface PassListProps {
  readonly passes: readonly PassView[] | undefined;
  readonly onOpen: (pass: PassView) => void;
}

/** Passes of the place, newest first: who holds one, who is inside with it, and taking it back. */
export function PassList({ passes, onOpen }: PassListProps): ReactNode {
  const { bridge, say } = useDesk();
  const [asking, setAsking] = useState<PassView>();
  const end = ({ passId }: PassView, why: 'returned' | 'withdrawn'): void => {
    const told = (): void => void notifications.show({ message: say('app.notSaved'), color: 'refused' });
    bridge.endPass({ passId, why }).then(({ fault }) => (fault === null ? undefined : told()), told);
  };
  if (passes?.length === 0) {
    return <Empty icon={<IconTicketOff stroke={1.5} />} title={say('passes.empty')} next={say('passes.emptyNext')} />;
  }
  return (
    <ul className="pass-list">
      {passes?.map((pass) => (
        <li key={pass.passId}>
          <PassLine
            pass={pass}
            onOpen={onOpen}
            onReturn={() => end(pass, 'returned')}
            onWithdraw={() => setAsking(pass)}
          />
        </li>
      ))}
      {asking && (
        <Dialog title={say('passes.askWithdraw', { name: asking.name })} onClose={() => setAsking(undefined)}>
          <p className="dialog-lead">{say('passes.withdrawEffect')}</p>
          <div className="dialog-acts">
            <Button className="card-action" variant="default" onClick={() => setAsking(undefined)}>
              {say('app.cancel')}
            </Button>
            <Button
              className="card-action"
              onClick={() => {
                end(asking, 'withdrawn');
                setAsking(undefined);
              }}
            >
              {say('passes.withdraw')}
            </Button>
          </div>
        </Dialog>
      )}
    </ul>
  );
}

interface PassLineProps {
  readonly pass: PassView;
  readonly onOpen: (pass: PassView) => void;
  readonly onReturn: () => void;
  readonly onWithdraw: () => void;
}

function PassLine({ pass, onOpen, onReturn, onWithdraw }: PassLineProps): ReactNode {
  const { say, status, time } = useDesk();
  const { name, state } = pass;
  const until = time.moment(pass.validUntilMs, status.nowMs);
  return (
    <div className="pass-line">
      <p className="pass-line-name">
        <bdi>{name}</bdi>
      </p>
      <div className="pass-line-state">
        <Chip tone={TONE[state]}>
          {state === 'ended' ? say('passes.state.ended') : say(`passes.state.${state}`, { time: until })}
        </Chip>
        {pass.isInside && <Chip tone="ok">{say('passes.inside')}</Chip>}
        {pass.isFromElsewhere && <span className="soft">{say('passes.elsewhere')}</span>}
      </div>
      {state !== 'ended' && (
        <div className="pass-line-acts">
          {!pass.isFromElsewhere && (
            <Button variant="default" aria-label={say('passes.showOf', { name })} onClick={() => onOpen(pass)}>
              {say('passes.show')}
            </Button>
          )}
          <Button variant="default" aria-label={say('passes.returnOf', { name })} onClick={onReturn}>
            {say('passes.return')}
          </Button>
          {state === 'good' && (
            <Button variant="default" aria-label={say('passes.withdrawOf', { name })} onClick={onWithdraw}>
              {say('passes.withdraw')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
