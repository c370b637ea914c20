import { useState, type ReactNode } from 'react';
import type { ClearAsk, ClearFault, TrayCard } from '../../../preload/tray-views.ts';
import { useDesk } from '../data/desk.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { ReasonForm } from '../parts/reason-form.tsx';
import { Strip } from '../parts/strip.tsx';
import { whoOf } from './tray-words.ts';

export type Outcome = ClearAsk['outcome'];
const REASONS = ['saw', 'asked', 'office', 'other'] as const;

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
      <ReasonForm
        question={say('tray.reason')}
        reasons={REASONS.map((value) => ({ value, label: say(`tray.reasons.${value}`) }))}
        needed={say('tray.reasonNeeded')}
        submit={say(`tray.outcome.${outcome}`)}
        busy={step === 'sending'}
        onSend={send}
        onClose={onClose}
      />
    </Dialog>
  );
}
