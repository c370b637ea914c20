import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { SetupProblem } from '../../../preload/device-views.ts';
import { useDesk } from '../data/desk.tsx';
import { SAFE_PULSE_MS } from '../devices/draft.ts';
import { pluggedName } from '../devices/port-field.tsx';
import { Strip } from '../parts/strip.tsx';
import type { PageProps } from './page.ts';

type Step = 'rest' | 'saving' | 'unanswered' | readonly SetupProblem[];

/** Step 4: everything that was answered, and the one button that saves it. */
export function Summary({ answers, made, onDone }: PageProps & { readonly onDone: () => void }): ReactNode {
  const { bridge, say } = useDesk();
  const [step, setStep] = useState<Step>('rest');
  const { readers, scannerPort, doorPort, driver, channel, direction } = answers;
  const save = (): void => {
    setStep('saving');
    bridge.saveDeviceSettings(made.setup).then(
      ({ problems }) => {
        setStep(problems);
        if (problems.length > 0) return;
        notifications.show({ message: say('wizard.done') });
        onDone();
      },
      () => setStep('unanswered'),
    );
  };
  const readerWords = readers.map((reader) =>
    reader === 'serial' && scannerPort
      ? `${say('wizard.readers.serial')} (${pluggedName(scannerPort, say)})`
      : say(`wizard.readers.${reader}`),
  );
  const hasDoor = made.doorId !== undefined && doorPort && driver;
  return (
    <>
      <dl className="about wizard-summary">
        <div>
          <dt>{say('wizard.step.badge')}</dt>
          <dd>
            {readerWords.map((words) => (
              <p key={words}>{words}</p>
            ))}
          </dd>
        </div>
        <div>
          <dt>{say('wizard.step.door')}</dt>
          <dd>
            {hasDoor ? (
              <>
                <p>{say(`boards.${driver}`)}</p>
                <p>{pluggedName(doorPort, say)}</p>
                <p>{say('devices.relayNumber', { number: channel })}</p>
                <p>{say('wizard.pulse', { seconds: SAFE_PULSE_MS / 1000 })}</p>
              </>
            ) : (
              <p>{say('wizard.noDoor')}</p>
            )}
          </dd>
        </div>
        <div>
          <dt>{say('wizard.step.way')}</dt>
          <dd>{say(`devices.directions.${direction}`)}</dd>
        </div>
      </dl>
      <div role="alert">
        {step === 'unanswered' && <Strip tone="bad" title={say('app.notSaved')} />}
        {typeof step === 'object' &&
          step.map(({ place, problem }) => (
            <Strip key={place} tone="bad" title={say(`devices.problems.${problem}`)}>
              {say('wizard.goBack')}
            </Strip>
          ))}
      </div>
      <Button
        className="card-action wizard-save"
        loading={step === 'saving'}
        leftSection={<IconDeviceFloppy size={22} aria-hidden="true" />}
        onClick={save}
      >
        {say('wizard.save')}
      </Button>
    </>
  );
}
