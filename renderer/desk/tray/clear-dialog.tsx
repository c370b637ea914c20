import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { ClearAsk, ClearFault, TrayCard } from '../../../preload/tray-views.ts';
import { useDesk } from '../data/desk.tsx';
import { Choices } from '../parts/choices.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Strip } from '../parts/strip.tsx';
import { whoOf } from './tray-words.ts';

export type Outcome = ClearAsk['outcome'];
const REASONS = ['saw', 'asked', 'office', 'other'] as const;
type Reason = (typeof REASONS)[number];
const MOST_LETTERS = 150;

interface ClearDialogProps {
  readonly card: TrayCard;
  readonly outcome: Outcome;
  readonly onClose: () => void;
}

/** Asks once how staff know, in words that name the person, then clears the card. */
export function ClearDialog({ card, outcome, onClose }: ClearDialogProps): ReactNode {
  const { bridge, say } = useDesk();
  const [step, setStep] = useState<'asking' | 'sending' | 'unanswered' | Exclude<ClearFault, null>>('asking');
  const name = whoOf(card, say);
  const send = (reason: string): void => {
    setStep('sending');
    bridge.clearTray({ eventId: card.eventId, seq: card.seq, outcome, reason }).then(
      ({ fault }) => (fault === null ? onClose() : setStep(fault)),
      () => setStep('unanswered'),
    );
  };
  return (
    <Dialog title={`${name}: ${say(`tray.outcome.${outcome}`)}`} onClose={onClose}>
      <p className="dialog-lead">{say(`tray.effect.${outcome}`, { name })}</p>
      {step !== 'asking' && step !== 'sending' && (
        <div role="alert">
          <Strip tone="bad" title={say(step === 'gone' ? 'tray.gone' : 'tray.notWritten')} />
        </div>
      )}
      <WhyForm label={say(`tray.outcome.${outcome}`)} busy={step === 'sending'} onSend={send} onClose={onClose} />
    </Dialog>
  );
}

interface WhyFormProps {
  readonly label: string;
  readonly busy: boolean;
  readonly onSend: (reason: string) => void;
  readonly onClose: () => void;
}

function WhyForm({ label, busy, onSend, onClose }: WhyFormProps): ReactNode {
  const { say } = useDesk();
  const [reason, setReason] = useState<Reason>();
  const [more, setMore] = useState('');
  const [tried, setTried] = useState(false);
  const typed = more.trim();
  const missing = reason === undefined ? typed === '' : reason === 'other' && typed === '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (missing) return;
    const chosen = reason === undefined || reason === 'other' ? [] : [say(`tray.reasons.${reason}`)];
    onSend([...chosen, ...(typed === '' ? [] : [typed])].join(': '));
  };
  return (
    <form className="dialog-form" onSubmit={submit} noValidate>
      <p className="dialog-question">{say('tray.reason')}</p>
      <Choices<Reason>
        label={say('tray.reason')}
        choices={REASONS.map((value) => ({ value, label: say(`tray.reasons.${value}`) }))}
        chosen={reason ? [reason] : []}
        onChoose={setReason}
      />
      <TextInput
        size="md"
        label={say(reason === 'other' ? 'tray.reasonOther' : 'tray.reasonMore')}
        value={more}
        maxLength={MOST_LETTERS}
        autoComplete="off"
        error={tried && missing && say('tray.reasonNeeded')}
        onChange={(event) => setMore(event.currentTarget.value)}
      />
      <div className="dialog-acts">
        <Button className="card-action" variant="default" onClick={onClose}>
          {say('app.cancel')}
        </Button>
        <Button className="card-action" type="submit" loading={busy}>
          {label}
        </Button>
      </div>
    </form>
  );
}
