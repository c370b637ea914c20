import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import type { DeviceSetup, SetupProblem } from '../../../preload/device-views.ts';
import { useDesk } from '../data/desk.tsx';
import { SAFE_PULSE_MS } from '../devices/draft.ts';
import { pluggedName } from '../devices/port-field.tsx';
import { Strip } from '../parts/strip.tsx';
import type { PageProps } from './page.ts';

export type Saving = 'rest' | 'saving' | 'unanswered' | readonly SetupProblem[];

/** Saves what the wizard made, once, at its end. */
export function useWizardSave(setup: DeviceSetup, onDone: () => void): { saving: Saving; save: () => void } {
  const { bridge, say } = useDesk();
  const [saving, setSaving] = useState<Saving>('rest');
  const save = (): void => {
    setSaving('saving');
    bridge.saveDeviceSettings(setup).then(
      ({ problems }) => {
        setSaving(problems);
        if (problems.length > 0) return;
        notifications.show({ message: say('wizard.done') });
        onDone();
      },
      () => setSaving('unanswered'),
    );
  };
  return { saving, save };
}

/** Step 4: everything that was answered, before it is saved. */
export function Summary({ answers, made, saving }: PageProps & { readonly saving: Saving }): ReactNode {
  const { say } = useDesk();
  const { readers, scannerPort, doorPort, driver, channel, direction } = answers;
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
        {saving === 'unanswered' && <Strip tone="bad" title={say('app.notSaved')} />}
        {typeof saving === 'object' &&
          saving.map(({ place, problem }) => (
            <Strip key={place} tone="bad" title={say(`devices.problems.${problem}`)}>
              {say('wizard.goBack')}
            </Strip>
          ))}
      </div>
    </>
  );
}
