import { Button } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useDesk } from '../data/desk.tsx';
import { Section } from '../settings/section.tsx';
import { DoorInputs } from './door-inputs.tsx';
import { DoorRuleFields } from './door-rules.tsx';
import { DoorTrial } from './door-trial.tsx';
import { hasAddress, newDoor, removeDoor, setDoor, withDriver, type Door, type DriverFacts } from './draft.ts';
import { NumberField, SelectField, TextField } from './fields.tsx';
import { LineFields } from './line-fields.tsx';
import type { FormProps } from './parts.ts';
import { PortField } from './port-field.tsx';

/** The doors that this gate opens, each with the relay that does it. */
export function DoorForms(props: FormProps): ReactNode {
  const { say } = useDesk();
  const { setup, drivers, onChange } = props;
  const [first] = drivers;
  return (
    <Section title={say('devices.doors')} hint={say('devices.doorsHint')}>
      {setup.doors.length === 0 && <p className="soft">{say('devices.doorsNone')}</p>}
      {setup.doors.map((door, at) => {
        const driver = drivers.find(({ name }) => name === door.driver);
        return driver && <DoorForm key={door.id} {...props} door={door} driver={driver} at={at} />;
      })}
      {first && (
        <Button
          className="entry-add"
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden="true" />}
          onClick={() => {
            const name = say('devices.doorNew', { number: setup.doors.length + 1 });
            onChange({ ...setup, doors: [...setup.doors, newDoor(setup, name, first)] });
          }}
        >
          {say('devices.addDoor')}
        </Button>
      )}
    </Section>
  );
}

interface DoorFormProps extends FormProps {
  readonly door: Door;
  readonly driver: DriverFacts;
  readonly at: number;
}

function DoorForm({ door, driver, at, setup, drivers, plugged, unsaved, onChange }: DoorFormProps): ReactNode {
  const { say } = useDesk();
  const place = `doors.${at}`;
  const edit = (next: Door): void => onChange(setDoor(setup, at, next));
  const relays = Array.from({ length: driver.relays }, (_, index) => String(index + 1));
  return (
    <fieldset className="entry">
      <legend className="entry-title">
        <bdi>{door.name}</bdi>
      </legend>
      <div className="fields">
        <TextField
          label={say('devices.doorName')}
          place={`${place}.name`}
          value={door.name}
          onChange={(name) => edit({ ...door, name })}
        />
        <SelectField
          wide
          label={say('devices.board')}
          place={`${place}.driver`}
          hint={say(`devices.confirms.${driver.confirms}`)}
          value={door.driver}
          options={drivers.map(({ name }) => ({ value: name, label: say(`boards.${name}`) }))}
          onChange={(name) => {
            const chosen = drivers.find((one) => one.name === name);
            if (!chosen) return;
            const next = withDriver(door, chosen);
            // A port of the other sort is none for this board.
            const { usb: _, ...bare } = next;
            edit(chosen.link === driver.link ? next : { ...bare, path: '' });
          }}
        />
        <PortField
          label={say('devices.port')}
          place={`${place}.path`}
          link={driver.link}
          plugged={plugged}
          value={door}
          onChange={(named) => {
            const { usb: _, ...rest } = door;
            edit({ ...rest, path: '', ...definedOf(named) });
          }}
        />
        <SelectField
          label={say('devices.relay')}
          place={`${place}.channel`}
          value={String(door.channel)}
          options={relays.map((value) => ({ value, label: say('devices.relayNumber', { number: value }) }))}
          onChange={(channel) => edit({ ...door, channel: Number(channel) })}
        />
        {hasAddress(door.driver) && (
          <NumberField
            label={say('devices.unit')}
            hint={say('devices.unitHint', { unit: driver.unit })}
            place={`${place}.unit`}
            value={door.unit}
            least={1}
            most={255}
            onChange={(unit) => edit({ ...door, unit })}
          />
        )}
        <NumberField
          label={say('devices.pulse')}
          hint={say('devices.pulseHint')}
          place={`${place}.pulseMs`}
          value={door.pulseMs / 1000}
          least={0.2}
          most={30}
          step={0.1}
          onChange={(seconds) => edit({ ...door, pulseMs: Math.round(seconds * 1000) })}
        />
      </div>
      {driver.inputs > 0 || driver.link === 'serial' ? (
        <DoorInputs door={door} driver={driver} place={place} onChange={edit} />
      ) : null}
      <DoorRuleFields door={door} doors={setup.doors} place={place} onChange={edit} />
      {driver.link === 'serial' && (
        <LineFields place={place} line={door} onChange={(line) => edit({ ...door, ...lineOf(line) })} />
      )}
      <DoorTrial
        doorId={door.id}
        name={door.name}
        pulseMs={door.pulseMs}
        setup={unsaved}
        label={say('trial.doorStart')}
      />
      <Button
        className="entry-remove"
        variant="subtle"
        leftSection={<IconTrash size={18} aria-hidden="true" />}
        onClick={() => onChange(removeDoor(setup, at))}
      >
        {say('devices.remove', { name: door.name })}
      </Button>
    </fieldset>
  );
}

type Line = Pick<Door, 'baudRate' | 'dataBits' | 'parity' | 'stopBits'>;
export const lineOf = ({ baudRate, dataBits, parity, stopBits }: Line): Line => ({
  baudRate,
  dataBits,
  parity,
  stopBits,
});

/** Without the names that are there and undefined: the setup has none such. */
export const definedOf = ({ path, usb }: { readonly path?: string | undefined; readonly usb?: Door['usb'] }) => ({
  ...(path !== undefined && { path }),
  ...(usb && { usb }),
});
