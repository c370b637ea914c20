import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconScan } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useDesk } from '../data/desk.tsx';
import { ToneShape } from '../parts/tone.tsx';

interface Expected {
  readonly workerId: string;
}

/** Starts to wait for one person's badge (D1), or for nobody's in particular. */
export function useExpect(): (person: Expected | null) => void {
  const { bridge, say } = useDesk();
  return (person) => {
    bridge.expectPerson({ workerId: person?.workerId ?? null }).then(
      () => undefined,
      () => notifications.show({ message: say('app.notSaved'), color: 'refused' }),
    );
  };
}

interface ExpectingProps {
  /** The person whose card is open. */
  readonly chosen: string | undefined;
  readonly onChoose: (workerId: string) => void;
}

export function Expecting({ chosen, onChoose }: ExpectingProps): ReactNode {
  const { say, status } = useDesk();
  const expect = useExpect();
  const { expecting } = status;
  return (
    <div aria-live="polite">
      {expecting && (
        <div className="expecting">
          <IconScan className="expecting-icon" size={30} stroke={1.75} aria-hidden="true" />
          <p className="expecting-title">{say('expect.waiting', { name: expecting.name })}</p>
          <p className="expecting-how">{say('expect.how')}</p>
          {expecting.other !== undefined && (
            <div className="expecting-other">
              <ToneShape tone="warn" />
              <p>
                <strong>{say('expect.other', { other: expecting.other })}</strong>{' '}
                {say('expect.otherNext', { name: expecting.name })}
              </p>
            </div>
          )}
          <div className="expecting-acts">
            {chosen !== expecting.workerId && (
              <Button variant="default" onClick={() => onChoose(expecting.workerId)}>
                {say('expect.open')}
              </Button>
            )}
            <Button variant="default" onClick={() => expect(null)}>
              {say('expect.cancel')}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
