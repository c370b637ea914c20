import { Button, Switch } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { DeviceSettingsView, DeviceSetup } from '../../../preload/device-views.ts';
import { useDesk } from '../data/desk.tsx';
import { Section } from '../settings/section.tsx';
import { CameraTuning } from './camera-tuning.tsx';
import { definedOf, lineOf } from './doors.tsx';
import { newScanner, removeScanner, setScanner, type Scanner } from './draft.ts';
import { SelectField } from './fields.tsx';
import { LineFields } from './line-fields.tsx';
import type { FormProps } from './parts.ts';
import { MakerFields } from './maker-fields.tsx';
import { PortField } from './port-field.tsx';
import { ScanTrial } from './scan-trial.tsx';
import { WedgeLearning } from './wedge-learning.tsx';

type ScannerFormsProps = Omit<FormProps, 'drivers'> & { readonly learnt?: DeviceSettingsView['learnt'] };

/** Everything that reads badges: scanners by cable, the one that types, and the camera. */
export function ScannerForms(props: ScannerFormsProps): ReactNode {
  const { say } = useDesk();
  const { setup, unsaved, onChange } = props;
  const add = (kind: Scanner['kind']): void => {
    const laneId = setup.lanes[0]?.id ?? '';
    onChange({ ...setup, scanners: [...setup.scanners, newScanner(setup, kind, laneId)] });
  };
  return (
    <Section title={say('devices.scanners')} hint={say('devices.scannersHint')}>
      <ScanTrial setup={unsaved} />
      {setup.scanners.map((scanner, at) => (
        <ScannerForm key={scanner.id} {...props} scanner={scanner} at={at} />
      ))}
      <div className="entry-adds">
        {(['serial', 'hid'] as const).map((kind) => (
          <Button
            key={kind}
            variant="default"
            leftSection={<IconPlus size={18} aria-hidden="true" />}
            onClick={() => add(kind)}
          >
            {say(`devices.addScanner.${kind}`)}
          </Button>
        ))}
      </div>
      <Reader which="wedge" setup={setup} onChange={onChange}>
        <WedgeLearning learnt={props.learnt} />
      </Reader>
      <Reader which="camera" setup={setup} onChange={onChange}>
        <CameraTuning />
      </Reader>
    </Section>
  );
}

const laneOptions = (setup: DeviceSetup) => setup.lanes.map(({ id, name }) => ({ value: id, label: name }));

interface ScannerFormProps extends ScannerFormsProps {
  readonly scanner: Scanner;
  readonly at: number;
}

function ScannerForm({ scanner, at, setup, plugged, onChange }: ScannerFormProps): ReactNode {
  const { say } = useDesk();
  const place = `scanners.${at}`;
  const name = say('devices.scannerName', { number: scanner.id.replace(/\D+/, '') });
  const edit = (next: Scanner): void => onChange(setScanner(setup, at, next));
  return (
    <fieldset className="entry">
      <legend className="entry-title">
        {name} <span className="soft">{say(`devices.scannerKinds.${scanner.kind}`)}</span>
      </legend>
      <div className="fields">
        <PortField
          label={say('devices.port')}
          place={`${place}.path`}
          link={scanner.kind}
          plugged={plugged}
          value={scanner}
          {...(scanner.kind === 'hid' && { any: say('devices.anyHid') })}
          onChange={(named) => {
            const { usb: _, path: __, ...rest } = scanner;
            if (rest.kind === 'serial') edit({ ...rest, path: '', ...definedOf(named) });
            else edit({ ...rest, ...definedOf(named) });
          }}
        />
        <SelectField
          label={say('devices.lane')}
          place={`${place}.laneId`}
          value={scanner.laneId}
          options={laneOptions(setup)}
          onChange={(laneId) => edit({ ...scanner, laneId })}
        />
      </div>
      {scanner.kind === 'serial' && <MakerFields scanner={scanner} place={place} onChange={edit} />}
      {scanner.kind === 'serial' && (
        <LineFields place={place} line={scanner} onChange={(line) => edit({ ...scanner, ...lineOf(line) })} />
      )}
      <Button
        className="entry-remove"
        variant="subtle"
        leftSection={<IconTrash size={18} aria-hidden="true" />}
        onClick={() => onChange(removeScanner(setup, at))}
      >
        {say('devices.remove', { name })}
      </Button>
    </fieldset>
  );
}

interface ReaderProps {
  readonly which: 'wedge' | 'camera';
  readonly setup: DeviceSetup;
  readonly onChange: (setup: DeviceSetup) => void;
  readonly children?: ReactNode;
}

/** A reader that needs no port: on or off, and where it stands. */
function Reader({ which, setup, onChange, children }: ReaderProps): ReactNode {
  const { say } = useDesk();
  const reader = setup[which];
  return (
    <fieldset className="entry">
      <legend className="entry-title">{say(`devices.readers.${which}`)}</legend>
      <div className="fields">
        <Switch
          className="switch"
          size="md"
          label={say(`devices.readerUse.${which}`)}
          checked={reader.enabled}
          onChange={(event) => onChange({ ...setup, [which]: { ...reader, enabled: event.currentTarget.checked } })}
        />
        {reader.enabled && (
          <SelectField
            label={say('devices.lane')}
            place={`${which}.laneId`}
            value={reader.laneId}
            options={laneOptions(setup)}
            onChange={(laneId) => onChange({ ...setup, [which]: { ...reader, laneId } })}
          />
        )}
      </div>
      {reader.enabled && children}
    </fieldset>
  );
}
