import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { RollView } from '../../../preload/muster-views.ts';
import { useDesk } from '../data/desk.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Strip } from '../parts/strip.tsx';

interface EndDialogProps {
  readonly roll: RollView;
  readonly onClose: () => void;
}

/** Says who is still to be found before it ends: afterwards nothing can be marked. */
export function EndDialog({ roll: { musterId, counts }, onClose }: EndDialogProps): ReactNode {
  const { bridge, say } = useDesk();
  const [busy, setBusy] = useState(false);
  const [isUnwritten, setIsUnwritten] = useState(false);
  const open = counts.unmarked + counts.missing;
  const end = (): void => {
    setBusy(true);
    bridge
      .endMuster({ musterId })
      .then(
        ({ fault }) => (fault === null ? onClose() : setIsUnwritten(true)),
        () => setIsUnwritten(true),
      )
      .finally(() => setBusy(false));
  };
  return (
    <Dialog title={say('muster.endTitle')} onClose={onClose}>
      <Strip
        tone={open > 0 ? 'bad' : 'ok'}
        title={open > 0 ? say('muster.endOpen', { count: open }) : say('muster.allFound')}
      />
      {isUnwritten && (
        <div role="alert">
          <Strip tone="bad" title={say('muster.notEnded')} />
        </div>
      )}
      <div className="dialog-acts">
        <Button className="card-action" variant="default" onClick={onClose}>
          {say('muster.endStay')}
        </Button>
        <Button className="card-action" color={open > 0 ? 'refused' : 'accent'} loading={busy} onClick={end}>
          {say('muster.end')}
        </Button>
      </div>
    </Dialog>
  );
}
