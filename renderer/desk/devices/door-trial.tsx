import { Button } from '@mantine/core';
import { IconDoorEnter } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { DeviceSetup, DoorTest } from '../../../preload/device-views.ts';
import { useDesk } from '../data/desk.tsx';
import { useTestWords } from '../doors/door-words.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Strip } from '../parts/strip.tsx';

interface DoorTrialProps {
  readonly doorId: string;
  readonly name: string;
  readonly pulseMs: number;
  /** Tried without being saved; absent: what is saved. */
  readonly setup?: DeviceSetup | undefined;
  readonly label: string;
  /** What came of it, each time. */
  readonly onTried?: (test: DoorTest) => void;
}

type Step = 'rest' | 'asking' | 'opening' | 'unanswered' | DoorTest;

/** Opens a door once, after one question, and tells what the board and the contact say to it. */
export function DoorTrial({ doorId, name, pulseMs, setup, label, onTried }: DoorTrialProps): ReactNode {
  const { bridge, say } = useDesk();
  const [step, setStep] = useState<Step>('rest');
  const open = (): void => {
    setStep('opening');
    bridge.testDoor({ doorId, ...(setup && { setup }) }).then(
      (test) => {
        setStep(test);
        onTried?.(test);
      },
      () => setStep('unanswered'),
    );
  };
  return (
    <div className="trial">
      <Button
        className="card-action"
        variant="default"
        loading={step === 'opening'}
        leftSection={<IconDoorEnter size={22} aria-hidden="true" />}
        onClick={() => setStep('asking')}
      >
        {label}
      </Button>
      <div aria-live="polite">
        {step === 'unanswered' && <Strip tone="bad" title={say('doors.unanswered')} />}
        {typeof step === 'object' && <TestStrip test={step} />}
      </div>
      {step === 'asking' && (
        <Dialog title={say('trial.doorAsk', { name })} onClose={() => setStep('rest')}>
          <p className="dialog-lead">{say('trial.doorEffect', { name, seconds: pulseMs / 1000 })}</p>
          <div className="dialog-acts">
            <Button className="card-action" variant="default" onClick={() => setStep('rest')}>
              {say('app.cancel')}
            </Button>
            <Button className="card-action" onClick={open}>
              {say('trial.doorOpen')}
            </Button>
          </div>
        </Dialog>
      )}
    </div>
  );
}

function TestStrip({ test }: { readonly test: DoorTest }): ReactNode {
  const said = useTestWords()(test);
  return (
    <Strip tone={said.tone} title={said.title}>
      {said.next}
    </Strip>
  );
}
