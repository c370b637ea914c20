import { NativeSelect, TextInput } from '@mantine/core';
import { createContext, useContext, type ReactNode } from 'react';
import { useDesk } from '../data/desk.tsx';
import type { Problems } from './draft.ts';

/** What stands against the draft, for the field that it is about. */
export const ProblemsContext = createContext<Problems>(new Map());

function useProblem(place: string): string | undefined {
  const { say } = useDesk();
  const problem = useContext(ProblemsContext).get(place);
  return problem && say(`devices.problems.${problem}`);
}

interface FieldProps {
  readonly label: string;
  /** Where in the setup the value is, for instance doors.0.name. */
  readonly place: string;
  readonly hint?: string | undefined;
}

interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function TextField({ label, place, hint, value, onChange }: TextFieldProps): ReactNode {
  return (
    <TextInput
      size="md"
      label={label}
      description={hint}
      value={value}
      maxLength={60}
      autoComplete="off"
      error={useProblem(place)}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

interface NumberFieldProps extends FieldProps {
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly step?: number;
  readonly onChange: (value: number) => void;
}

export function NumberField({ label, place, hint, value, least, most, step = 1, onChange }: NumberFieldProps) {
  return (
    <TextInput
      size="md"
      type="number"
      label={label}
      description={hint}
      // A field that was emptied to be typed anew must not show a 0 that nobody typed.
      value={Number.isNaN(value) ? '' : value}
      min={least}
      max={most}
      step={step}
      error={useProblem(place)}
      onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
    />
  );
}

interface SelectFieldProps<V extends string> extends FieldProps {
  readonly value: V;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  /** Over the whole row: its options are long. */
  readonly wide?: boolean;
  readonly onChange: (value: V) => void;
}

export function SelectField<V extends string>({
  label,
  place,
  hint,
  value,
  options,
  wide,
  onChange,
}: SelectFieldProps<V>) {
  return (
    <NativeSelect
      size="md"
      className={wide ? 'field-wide' : undefined}
      label={label}
      description={hint}
      value={value}
      data={[...options]}
      error={useProblem(place)}
      onChange={(event) => {
        const chosen = options.find((option) => option.value === event.currentTarget.value);
        if (chosen) onChange(chosen.value);
      }}
    />
  );
}
