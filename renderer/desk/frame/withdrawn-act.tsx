import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useDesk } from '../data/desk.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Strip } from '../parts/strip.tsx';

interface WithdrawnActProps {
  /** Leads to where a new enrolment code is entered; undefined where that is on the page already. */
  readonly onSetUp: (() => void) | undefined;
}

/** What an administrator can do about a withdrawn gate. */
export function WithdrawnAct({ onSetUp }: WithdrawnActProps): ReactNode {
  const { say } = useDesk();
  return (
    <>
      {onSetUp && (
        <Button className="banner-act" variant="default" onClick={onSetUp}>
          {say('withdrawn.again')}
        </Button>
      )}
      <RemovePeople />
    </>
  );
}

/** People's data may be gone from it before its acts are handed over: asked once. */
function RemovePeople(): ReactNode {
  const { bridge, say, status } = useDesk();
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [isLeft, setLeft] = useState(false);
  const { waiting, peopleForgotten } = status.connection;
  if (peopleForgotten) return null;
  const remove = (): void => {
    setBusy(true);
    bridge
      .forgetPeople()
      .then(({ done }) => (done ? setAsking(false) : setLeft(true)))
      .catch(() => setLeft(true))
      .finally(() => setBusy(false));
  };
  return (
    <>
      <Button className="banner-act" variant="default" onClick={() => setAsking(true)}>
        {say('withdrawn.remove')}
      </Button>
      {isAsking && (
        <Dialog title={say('withdrawn.title')} onClose={() => setAsking(false)}>
          <div className="dialog-form">
            <p className="dialog-lead">{say('withdrawn.lead')}</p>
            {waiting > 0 && <Strip tone="warn" title={say('withdrawn.waiting', { count: waiting })} />}
            {isLeft && <Strip tone="bad" title={say('withdrawn.not')} />}
            <div className="dialog-acts">
              <Button className="card-action" variant="default" onClick={() => setAsking(false)}>
                {say('app.cancel')}
              </Button>
              <Button className="card-action" color="refused" loading={isBusy} onClick={remove}>
                {say('withdrawn.yes')}
              </Button>
            </div>
          </div>
        </Dialog>
      )}
    </>
  );
}
