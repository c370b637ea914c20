import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useDesk } from '../data/desk.tsx';
import { Dialog } from '../parts/dialog.tsx';

interface TooLongDialogProps {
  readonly onWorkbook: () => void;
  readonly onClose: () => void;
}

/** B4: said before anybody chooses a place for a PDF that cannot hold the list; the workbook can. */
export function TooLongDialog({ onWorkbook, onClose }: TooLongDialogProps): ReactNode {
  const { say } = useDesk();
  return (
    <Dialog title={say('activity.tooManyTitle')} onClose={onClose}>
      <p className="dialog-lead">{say('activity.tooMany')}</p>
      <div className="dialog-acts">
        <Button className="card-action" variant="default" onClick={onClose}>
          {say('app.cancel')}
        </Button>
        <Button className="card-action" onClick={onWorkbook}>
          {say('activity.save.xlsx')}
        </Button>
      </div>
    </Dialog>
  );
}
