import { Button } from '@mantine/core';
import { IconDoorEnter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { PersonActs } from '../../../preload/act-views.ts';
import { useDesk } from '../data/desk.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { useCodeWords } from '../words/code-words.ts';

interface WayDialogProps {
  readonly name: string;
  readonly ways: NonNullable<PersonActs['ways']>;
  readonly onChoose: (laneId: string) => void;
  readonly onClose: () => void;
}

/** D3: which door is to open for the person, where the gate has several; the focus is on the one used last. */
export function WayDialog({ name, ways, onChoose, onClose }: WayDialogProps): ReactNode {
  const { say } = useDesk();
  const codeWords = useCodeWords();
  return (
    <Dialog title={say('acts.way', { name })} onClose={onClose}>
      <div className="ways">
        {ways.map(({ laneId, name: way, allowed, why }) => (
          <Button
            key={laneId}
            className="way"
            variant="default"
            fullWidth
            disabled={!allowed}
            leftSection={<IconDoorEnter size={26} aria-hidden="true" />}
            onClick={() => onChoose(laneId)}
          >
            <bdi>{way}</bdi>
            {why !== undefined && <span className="way-why">{codeWords(why).title}</span>}
          </Button>
        ))}
      </div>
      <div className="dialog-acts">
        <Button className="card-action" variant="default" onClick={onClose}>
          {say('app.cancel')}
        </Button>
      </div>
    </Dialog>
  );
}
