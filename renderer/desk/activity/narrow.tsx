import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';

interface NarrowProps<V extends string> {
  readonly label: string;
  /** What it says while nothing is chosen. */
  readonly any: string;
  readonly value: V | undefined;
  readonly choices: readonly { readonly id: V; readonly name: string }[];
  readonly onChoose: (value: V | undefined) => void;
}

/** One choice that narrows a list. */
export function Narrow<V extends string>({ label, any, value, choices, onChoose }: NarrowProps<V>): ReactNode {
  return (
    <NativeSelect
      className="checkout-choice"
      aria-label={label}
      value={value ?? ''}
      data={[{ value: '', label: any }, ...choices.map(({ id, name }) => ({ value: id as string, label: name }))]}
      onChange={({ currentTarget }) => onChoose(choices.find(({ id }) => id === currentTarget.value)?.id)}
    />
  );
}
