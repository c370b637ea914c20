import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ContactView } from '../../../preload/contact-views.ts';
import { useDesk } from '../data/desk.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Strip } from '../parts/strip.tsx';
import { useWrite } from './use-write.ts';

interface RemoveDialogProps {
  readonly contact: ContactView;
  readonly onClose: () => void;
}

/** C5: out at once wherever there is a line to central. */
export function RemoveDialog({ contact: { userId, name }, onClose }: RemoveDialogProps): ReactNode {
  const { bridge, say } = useDesk();
  const { busy, trouble, send } = useWrite(onClose);
  return (
    <Dialog title={say('contacts.removeTitle', { name })} onClose={onClose}>
      <p className="dialog-lead">{say('contacts.removeLead')}</p>
      {trouble !== undefined && (
        <div role="alert">
          <Strip tone="bad" title={trouble} />
        </div>
      )}
      <div className="dialog-acts">
        <Button className="card-action" variant="default" onClick={onClose}>
          {say('contacts.keep')}
        </Button>
        <Button className="card-action" loading={busy} onClick={() => send(bridge.removeContact({ userId }))}>
          {say('contacts.remove')}
        </Button>
      </div>
    </Dialog>
  );
}
