import { Button } from '@mantine/core';
import { IconDoor, IconDoorOff } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useDesk } from '../data/desk.tsx';
import { DoorTrial } from '../devices/door-trial.tsx';
import { SAFE_PULSE_MS, type Driver } from '../devices/draft.ts';
import { Choices } from '../parts/choices.tsx';
import { Strip } from '../parts/strip.tsx';
import type { PageProps } from './page.ts';
import { PortChoice } from './port-choice.tsx';

const YES_NO = ['yes', 'no'] as const;

/** Step 2: the door, its board, and the relay that the lock hangs on. */
export function DoorPages(props: PageProps): ReactNode {
  const { say } = useDesk();
  const { page, answers, view, onAnswer } = props;
  const driver = view.drivers.find(({ name }) => name === answers.driver);
  switch (page) {
    case 'hasDoor':
      return (
        <Choices
          size="large"
          label={say('wizard.ask.hasDoor')}
          choices={YES_NO.map((value) => ({
            value,
            label: say(`wizard.door.${value}`),
            hint: say(`wizard.doorHint.${value}`),
            icon: value === 'yes' ? <IconDoor size={34} stroke={1.5} /> : <IconDoorOff size={34} stroke={1.5} />,
          }))}
          chosen={answers.hasDoor === undefined ? [] : [answers.hasDoor ? 'yes' : 'no']}
          onChoose={(value) => onAnswer({ hasDoor: value === 'yes' })}
        />
      );
    case 'board':
      return (
        <Choices<Driver>
          size="large"
          label={say('wizard.ask.board')}
          choices={view.drivers.map(({ name }) => ({
            value: name,
            label: say(`boards.${name}`),
            hint: say(`boards.look.${name}`),
          }))}
          chosen={answers.driver ? [answers.driver] : []}
          onChoose={(name) => {
            const link = view.drivers.find((one) => one.name === name)?.link;
            // A port that was chosen for a board of the other sort is none for this one.
            const doorPort = answers.doorPort?.link === link ? answers.doorPort : undefined;
            onAnswer({ driver: name, channel: 1, doorPort });
          }}
        />
      );
    case 'doorPort':
      return (
        <PortChoice
          label={say('wizard.ask.doorPort')}
          link={driver?.link ?? 'serial'}
          chosen={answers.doorPort}
          onChoose={(doorPort) => onAnswer({ doorPort })}
        />
      );
    case 'relay':
      return driver && <RelayPage {...props} relays={driver.relays} key={`${driver.name} ${answers.channel}`} />;
    default:
      return null;
  }
}

/** Tries one relay after the other until the lock has clicked. */
function RelayPage({ answers, made, onAnswer, go, relays }: PageProps & { readonly relays: number }): ReactNode {
  const { say } = useDesk();
  const [tried, setTried] = useState(false);
  const [clicked, setClicked] = useState<boolean>();
  const { channel } = answers;
  if (made.doorId === undefined) return <Strip tone="warn" title={say('wizard.choose')} />;
  return (
    <>
      <DoorTrial
        doorId={made.doorId}
        name={say('devices.relayNumber', { number: channel })}
        pulseMs={SAFE_PULSE_MS}
        setup={made.setup}
        label={say('wizard.tryRelay', { number: channel })}
        onTried={() => setTried(true)}
      />
      {tried && (
        <>
          <h2 className="wizard-second">{say('wizard.clicked')}</h2>
          <Choices
            label={say('wizard.clicked')}
            choices={YES_NO.map((value) => ({ value, label: say(`wizard.click.${value}`) }))}
            chosen={clicked === undefined ? [] : [clicked ? 'yes' : 'no']}
            onChoose={(value) => setClicked(value === 'yes')}
          />
        </>
      )}
      {clicked === false && (
        <div className="wizard-other">
          {channel < relays && (
            <Button className="card-action" variant="default" onClick={() => onAnswer({ channel: channel + 1 })}>
              {say('wizard.nextRelay', { number: channel + 1 })}
            </Button>
          )}
          {channel > 1 && (
            <Button className="card-action" variant="default" onClick={() => onAnswer({ channel: 1 })}>
              {say('wizard.nextRelay', { number: 1 })}
            </Button>
          )}
          <Button className="card-action" variant="default" onClick={() => go('board')}>
            {say('wizard.otherBoard')}
          </Button>
          <Button className="card-action" variant="default" onClick={() => go('doorPort')}>
            {say('wizard.otherPort')}
          </Button>
        </div>
      )}
      {clicked === true && <Strip tone="ok" title={say('wizard.found', { number: channel })} />}
    </>
  );
}
