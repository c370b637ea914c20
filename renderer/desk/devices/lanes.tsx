import { Button } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useDesk } from '../data/desk.tsx';
import { Section } from '../settings/section.tsx';
import { newLane, removeLane, setLane } from './draft.ts';
import { SelectField, TextField } from './fields.tsx';
import type { FormProps } from './parts.ts';

const DIRECTIONS = ['both', 'in', 'out'] as const;
const NO_DOOR = '';

/** The ways through this gate. */
export function Lanes({ setup, onChange }: Pick<FormProps, 'setup' | 'onChange'>): ReactNode {
  const { say } = useDesk();
  const doors = setup.doors.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Section title={say('devices.lanes')} hint={say('devices.lanesHint')}>
      {setup.lanes.map((lane, at) => {
        const { doorId, ...rest } = lane;
        const isKnown = doorId === undefined || doors.some(({ value }) => value === doorId);
        return (
          <fieldset className="entry" key={lane.id}>
            <legend className="out-of-sight">{lane.name}</legend>
            <div className="fields">
              <TextField
                label={say('devices.laneName')}
                place={`lanes.${at}.name`}
                value={lane.name}
                onChange={(name) => onChange(setLane(setup, at, { ...lane, name }))}
              />
              <SelectField
                label={say('devices.direction')}
                place={`lanes.${at}.direction`}
                value={lane.direction}
                options={DIRECTIONS.map((value) => ({ value, label: say(`devices.directions.${value}`) }))}
                onChange={(direction) => onChange(setLane(setup, at, { ...lane, direction }))}
              />
              <SelectField
                label={say('devices.laneDoor')}
                place={`lanes.${at}.doorId`}
                value={isKnown ? (doorId ?? NO_DOOR) : NO_DOOR}
                options={[{ value: NO_DOOR, label: say('devices.laneNoDoor') }, ...doors]}
                onChange={(chosen) =>
                  onChange(setLane(setup, at, chosen === NO_DOOR ? rest : { ...rest, doorId: chosen }))
                }
              />
            </div>
            {setup.lanes.length > 1 && (
              <Button
                className="entry-remove"
                variant="subtle"
                leftSection={<IconTrash size={18} aria-hidden="true" />}
                onClick={() => onChange(removeLane(setup, at))}
              >
                {say('devices.remove', { name: lane.name })}
              </Button>
            )}
          </fieldset>
        );
      })}
      <Button
        className="entry-add"
        variant="default"
        leftSection={<IconPlus size={18} aria-hidden="true" />}
        onClick={() => {
          const name = say('devices.laneNew', { number: setup.lanes.length + 1 });
          onChange({ ...setup, lanes: [...setup.lanes, newLane(setup, name)] });
        }}
      >
        {say('devices.addLane')}
      </Button>
    </Section>
  );
}
