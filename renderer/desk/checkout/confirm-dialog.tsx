import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useDesk } from '../data/desk.tsx';
import { Choices } from '../parts/choices.tsx';
import { Dialog } from '../parts/dialog.tsx';

const REASONS = ['closing', 'forgot', 'asked'] as const;
type Reason = (typeof REASONS)[number];

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
  const [reason, setReason] = useState<Reason>();
  const [more, setMore] = useState('');
  const [tried, setTried] = useState(false);
  const why = [...(reason ? [say(`checkout.reasons.${reason}`)] : []), ...(more.trim() === '' ? [] : [more.trim()])];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (why.length > 0) onConfirm(why.join(': ').slice(0, 200));
  };
  return (
    <Dialog
      title={name === undefined ? say('checkout.confirmTitle', { count }) : say('acts.out.title', { name })}
      onClose={onClose}
    >
      <form className="dialog-form" onSubmit={submit} noValidate>
        <p className="dialog-lead">{say('checkout.confirmLead')}</p>
        <p className="dialog-question">{say('checkout.why')}</p>
        <Choices<Reason>
          label={say('checkout.why')}
          choices={REASONS.map((value) => ({ value, label: say(`checkout.reasons.${value}`) }))}
          chosen={reason ? [reason] : []}
          onChoose={setReason}
        />
        <TextInput
          size="md"
          label={say('checkout.whyMore')}
          value={more}
          maxLength={120}
          autoComplete="off"
          error={tried && why.length === 0 && say('checkout.whyNeeded')}
          onChange={(event) => setMore(event.currentTarget.value)}
        />
        <div className="dialog-acts">
          <Button className="card-action" variant="default" onClick={onClose}>
            {say('app.cancel')}
          </Button>
          <Button className="card-action" type="submit" loading={busy}>
            {say('checkout.confirm')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
