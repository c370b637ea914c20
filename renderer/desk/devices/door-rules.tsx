import { Checkbox } from '@mantine/core';
import { useContext, type ReactNode } from 'react';
import { DOOR_DEFAULTS } from '../../../core/door/door.ts';
import { useDesk } from '../data/desk.tsx';
import { RULE_RANGES, withRules, type Door } from './draft.ts';
import { NumberField, ProblemsContext, SelectField } from './fields.tsx';

interface DoorRuleFieldsProps {
  readonly door: Door;
  readonly doors: readonly Door[];
  readonly place: string;
  readonly onChange: (door: Door) => void;
}

const SECONDS = [
  ['heldAfterMs', 'held', 1],
  ['graceMs', 'grace', 0.5],
  ['passageMs', 'passage', 0.1],
] as const;

/** When a door calls for staff, what its exit button does, and its airlock; folded away: most doors are as usual. */
export function DoorRuleFields({ door, doors, place, onChange }: DoorRuleFieldsProps): ReactNode {
  const { say } = useDesk();
  const problems = useContext(ProblemsContext);
  const rules = door.rules ?? {};
  const isOwn = Object.keys(rules).length > 0;
  const exits = (rules.exitReleases ?? DOOR_DEFAULTS.exitRequest.releases) ? 'releases' : 'noted';
  const { withoutPower, ...unpowered } = door;
  return (
    <details className="more">
      <summary>
        {say('rules.title')} <span className="soft">{say(isOwn ? 'rules.own' : 'rules.usual')}</span>
      </summary>
      <div className="fields">
        {SECONDS.map(([name, word, step]) => (
          <NumberField
            key={name}
            label={say(`rules.${word}`)}
            hint={say(`rules.${word}Hint`)}
            place={`${place}.rules.${name}`}
            value={(rules[name] ?? DOOR_DEFAULTS[name]) / 1000}
            least={RULE_RANGES[name][0] / 1000}
            most={RULE_RANGES[name][1] / 1000}
            step={step}
            onChange={(seconds) => onChange(withRules(door, { [name]: Math.round(seconds * 1000) }))}
          />
        ))}
        <SelectField
          wide
          label={say('rules.exit')}
          place={`${place}.rules.exitReleases`}
          value={exits}
          options={(['noted', 'releases'] as const).map((value) => ({ value, label: say(`rules.exits.${value}`) }))}
          onChange={(value) => onChange(withRules(door, { exitReleases: value === 'releases' }))}
        />
        <SelectField
          wide
          label={say('rules.power')}
          hint={say('rules.powerHint')}
          place={`${place}.withoutPower`}
          value={withoutPower ?? 'unknown'}
          options={(['unknown', 'unlocked', 'locked'] as const).map((value) => ({
            value,
            label: say(`rules.powers.${value}`),
          }))}
          onChange={(value) => onChange(value === 'unknown' ? unpowered : { ...unpowered, withoutPower: value })}
        />
        {doors.length > 1 && (
          <Airlock
            door={door}
            others={doors.filter(({ id }) => id !== door.id)}
            isWrong={problems.has(`${place}.rules.interlockedWith`)}
            onChange={onChange}
          />
        )}
      </div>
    </details>
  );
}

interface AirlockProps {
  readonly door: Door;
  readonly others: readonly Door[];
  readonly isWrong: boolean;
  readonly onChange: (door: Door) => void;
}

function Airlock({ door, others, isWrong, onChange }: AirlockProps): ReactNode {
  const { say } = useDesk();
  return (
    <Checkbox.Group
      className="field-wide"
      label={say('rules.airlock')}
      error={isWrong ? say('devices.problems.no_such_door') : undefined}
      value={[...(door.rules?.interlockedWith ?? [])]}
      onChange={(interlockedWith) => onChange(withRules(door, { interlockedWith }))}
    >
      {others.map(({ id, name }) => (
        <Checkbox key={id} className="check-row" size="md" value={id} label={name} />
      ))}
    </Checkbox.Group>
  );
}
