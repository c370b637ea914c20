import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useDesk } from '../data/desk.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { ReasonForm } from '../parts/reason-form.tsx';

const REASONS = ['hours', 'absent', 'break'] as const;

interface DecideDialogProps {
  readonly what: 'approve' | 'dispute';
  readonly count: number;
  readonly busy: boolean;
  /** Undefined: approved. */
  readonly onDecide: (dispute: string | undefined) => void;
  readonly onClose: () => void;
}

/** C4: asks once before hours are locked, and why before they are disputed. */
export function DecideDialog({ what, count, busy, onDecide, onClose }: DecideDialogProps): ReactNode {
  const { say } = useDesk();
  if (what === 'dispute')
    return (
      <Dialog title={say('sheets.disputeTitle', { count })} onClose={onClose}>
        <ReasonForm
          question={say('sheets.disputeQuestion')}
          reasons={REASONS.map((value) => ({ value, label: say(`sheets.reasons.${value}`) }))}
          needed={say('sheets.disputeNeeded')}
          submit={say('sheets.confirmDispute')}
          busy={busy}
          onSend={onDecide}
          onClose={onClose}
        />
      </Dialog>
    );
  return (
    <Dialog title={say('sheets.approveTitle', { count })} onClose={onClose}>
      <p className="dialog-lead">{say('sheets.approveLead')}</p>
      <div className="dialog-acts">
        <Button className="card-action" variant="default" onClick={onClose}>
          {say('app.cancel')}
        </Button>
        <Button className="card-action" loading={busy} onClick={() => onDecide(undefined)}>
          {say('sheets.confirm')}
        </Button>
      </div>
    </Dialog>
  );
}
