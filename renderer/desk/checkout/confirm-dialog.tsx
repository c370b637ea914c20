import type { ReactNode } from 'react';
import { useDesk } from '../data/desk.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { ReasonForm } from '../parts/reason-form.tsx';

const REASONS = ['closing', 'forgot', 'asked'] as const;

interface ConfirmDialogProps {
  readonly count: number;
  /** Of one person alone. */
  readonly name?: string | undefined;
  readonly busy: boolean;
  readonly onConfirm: (reason: string) => void;
  readonly onClose: () => void;
}

/** B2, B5: one question before many are checked out. There is no field for a time: it is now. */
export function ConfirmDialog({ count, name, busy, onConfirm, onClose }: ConfirmDialogProps): ReactNode {
  const { say } = useDesk();
  return (
    <Dialog
      title={name === undefined ? say('checkout.confirmTitle', { count }) : say('acts.out.title', { name })}
      onClose={onClose}
    >
      <ReasonForm
        question={say('checkout.why')}
        reasons={REASONS.map((value) => ({ value, label: say(`checkout.reasons.${value}`) }))}
        needed={say('checkout.whyNeeded')}
        submit={say('checkout.confirm')}
        busy={busy}
        onSend={onConfirm}
        onClose={onClose}
      >
        <p className="dialog-lead">{say('checkout.confirmLead')}</p>
      </ReasonForm>
    </Dialog>
  );
}
