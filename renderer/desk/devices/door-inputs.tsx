import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useDesk } from '../data/desk.tsx';
import type { Say } from '../words/words.ts';
import { withInputs, type Door, type DoorInput, type DriverFacts } from './draft.ts';
import { SelectField } from './fields.tsx';

const USES = ['contact', 'rex', 'fire'] as const;
const WIRINGS = ['NC', 'NO'] as const;
const MODEM_LINES = ['cts', 'dsr', 'dcd'] as const;
const MOST_INPUTS = 8;

interface DoorInputsProps {
  readonly door: Door;
  readonly driver: DriverFacts;
  readonly place: string;
  readonly onChange: (door: Door) => void;
}

/** What the board hears of the door: its contact, the button beside it, the fire panel. */
export function DoorInputs({ door, driver, place, onChange }: DoorInputsProps): ReactNode {
  const { say } = useDesk();
  const inputs = door.inputs ?? [];
  const froms = fromsOf(driver, say);
  const free = froms.find(({ value }) => !inputs.some(({ from }) => String(from) === value));
  const edit = (at: number, input: DoorInput): void =>
    onChange(withInputs(door, inputs.map((old, index) => (index === at ? input : old)))); // prettier-ignore
  return (
    <div className="inputs">
      <p className="inputs-title">{say('inputs.title')}</p>
      {inputs.map((input, at) => (
        <div className="input-row" key={at}>
          <SelectField
            label={say('inputs.use')}
            place={`${place}.inputs.${at}.which`}
            value={input.which}
            options={USES.map((value) => ({ value, label: say(`inputs.uses.${value}`) }))}
            onChange={(which) => edit(at, { ...input, which })}
          />
          <SelectField
            label={say('inputs.from')}
            place={`${place}.inputs.${at}.from`}
            value={String(input.from)}
            options={froms}
            onChange={(from) => edit(at, { ...input, from: fromOf(from) })}
          />
          <SelectField
            label={say('inputs.wiring')}
            place={`${place}.inputs.${at}.wiring`}
            value={input.wiring}
            options={WIRINGS.map((value) => ({ value, label: say(`inputs.wirings.${value}`) }))}
            onChange={(wiring) => edit(at, { ...input, wiring })}
          />
          <ActionIcon
            className="input-remove"
            variant="subtle"
            aria-label={say('inputs.remove', { name: say(`inputs.uses.${input.which}`) })}
            onClick={() => onChange(withInputs(door, inputs.filter((_, index) => index !== at)))} // prettier-ignore
          >
            <IconX size={20} aria-hidden="true" />
          </ActionIcon>
        </div>
      ))}
      {free && inputs.length < MOST_INPUTS && (
        <Button
          className="entry-add"
          variant="subtle"
          leftSection={<IconPlus size={18} aria-hidden="true" />}
          onClick={() => {
            const which = USES.find((use) => !inputs.some((input) => input.which === use)) ?? 'contact';
            onChange(withInputs(door, [...inputs, { which, from: fromOf(free.value), wiring: 'NC' }]));
          }}
        >
          {say('inputs.add')}
        </Button>
      )}
    </div>
  );
}

/** The board's own inputs, then the lines of its port that a wire can be put on. */
function fromsOf({ inputs, link }: DriverFacts, say: Say): { value: string; label: string }[] {
  const own = Array.from({ length: inputs }, (_, at) => String(at + 1));
  return [
    ...own.map((value) => ({ value, label: say('inputs.number', { number: value }) })),
    ...(link === 'serial'
      ? MODEM_LINES.map((value) => ({ value, label: say('inputs.line', { line: value.toUpperCase() }) }))
      : []),
  ];
}

const fromOf = (value: string): DoorInput['from'] => MODEM_LINES.find((line) => line === value) ?? Number(value);
