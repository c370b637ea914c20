import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { DoorMode, DoorTest, DoorView } from '../../../preload/device-views.ts';
import { useDesk } from '../data/desk.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { ReasonForm } from '../parts/reason-form.tsx';
import { Strip } from '../parts/strip.tsx';
import type { WordKey } from '../words/words.ts';
import { useTestWords } from './door-words.ts';

export type DoorAct = DoorMode | 'open_once';

const REASONS = {
  open_once: ['visitor', 'delivery', 'badge', 'other'],
  held_open: ['delivery', 'crowd', 'repair', 'other'],
  locked_down: ['danger', 'closed', 'repair', 'other'],
  normal: ['over', 'mistake', 'other'],
} as const satisfies Readonly<Record<DoorAct, readonly string[]>>;
type Reason = (typeof REASONS)[DoorAct][number];
const reasonWord = (reason: Reason): WordKey => `doors.reasons.${reason}`;

interface DoorActProps {
  readonly door: DoorView;
  readonly act: DoorAct;
  readonly onClose: () => void;
}

type Step = 'asking' | 'doing' | 'unanswered' | DoorTest;

/** Asks once, with the door's name and a reason, then does it. */
export function DoorActDialog({ door, act, onClose }: DoorActProps): ReactNode {
  const { bridge, say } = useDesk();
  const [step, setStep] = useState<Step>('asking');
  const values = { name: door.name };
  const send = (reason: string): void => {
    setStep('doing');
    const done =
      act === 'open_once'
        ? bridge.openDoorOnce({ doorId: door.id, reason }).then(setStep)
        : bridge.setDoorMode({ doorId: door.id, mode: act, reason }).then(onClose);
    done.catch(() => setStep('unanswered'));
  };
  if (typeof step === 'object') return <DoorResult title={door.name} test={step} onClose={onClose} />;
  return (
    <Dialog title={say(`doors.ask.${act}`, values)} onClose={onClose}>
      <p className="dialog-lead">{say(`doors.effect.${act}`, values)}</p>
      {step === 'unanswered' && (
        <div role="alert">
          <Strip tone="bad" title={say('doors.unanswered')} />
        </div>
      )}
      <ReasonForm<Reason>
        question={say('doors.why')}
        reasons={REASONS[act].map((value) => ({ value, label: say(reasonWord(value)) }))}
        needed={say('doors.reasonNeeded')}
        submit={say(`doors.acts.${act}`)}
        busy={step === 'doing'}
        onSend={send}
        onClose={onClose}
      />
    </Dialog>
  );
}

interface DoorResultProps {
  readonly title: string;
  readonly test: DoorTest;
  readonly onClose: () => void;
}

function DoorResult({ title, test, onClose }: DoorResultProps): ReactNode {
  const { say } = useDesk();
  const said = useTestWords()(test);
  return (
    <Dialog title={title} onClose={onClose}>
      <div aria-live="polite">
        <Strip tone={said.tone} title={said.title}>
          {said.next}
        </Strip>
      </div>
      <div className="dialog-acts">
        <Button className="card-action" onClick={onClose}>
          {say('app.close')}
        </Button>
      </div>
    </Dialog>
  );
}
