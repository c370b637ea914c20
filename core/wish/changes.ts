import { isSame } from './same.ts';

/** What an act changed of a record, for whoever is told of it in words (E4). */
export interface Changed {
  readonly field: string;
  /** Undefined: was not there before, or is not any more. */
  readonly from: unknown;
  readonly to: unknown;
}

/** Every field that differs, in the order of the new record. */
export function changesOf(
  before: Readonly<Record<string, unknown>> | undefined,
  after: Readonly<Record<string, unknown>> | undefined,
): Changed[] {
  const fields = new Set([...Object.keys(after ?? {}), ...Object.keys(before ?? {})]);
  return [...fields]
    .map((field) => ({ field, from: before?.[field], to: after?.[field] }))
    .filter(({ from, to }) => !isSame(from, to));
}
