import { useId, type ReactNode } from 'react';

export interface Choice<V extends string> {
  readonly value: V;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly icon?: ReactNode;
}

interface ChoicesProps<V extends string> {
  /** The question; said to whoever cannot see that it stands above. */
  readonly label: string;
  readonly choices: readonly Choice<V>[];
  readonly chosen: readonly V[];
  readonly onChoose: (chosen: V) => void;
  /** Several may be chosen at once. */
  readonly several?: boolean;
  readonly size?: 'small' | 'large';
}

/** Answers to a question as large fields: real radio buttons or boxes, so that the keyboard works as everywhere. */
export function Choices<V extends string>(props: ChoicesProps<V>): ReactNode {
  const { label, choices, chosen, onChoose, several = false, size = 'small' } = props;
  const name = useId();
  return (
    <fieldset className="choices" data-size={size}>
      <legend className="out-of-sight">{label}</legend>
      {choices.map(({ value, label: words, hint, icon }) => (
        <label key={value} className="choice-field">
          <input
            type={several ? 'checkbox' : 'radio'}
            name={name}
            value={value}
            checked={chosen.includes(value)}
            onChange={() => onChoose(value)}
          />
          {icon && (
            <span className="choice-icon" aria-hidden="true">
              {icon}
            </span>
          )}
          <span className="choice-words">
            <span className="choice-label">{words}</span>
            {hint && <span className="choice-hint">{hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
