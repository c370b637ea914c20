import type { Trial } from './trial.ts';

/** One rule of the wire, looked at from outside. */
export interface Check<T = Trial> {
  /** Short and unchanging, for `--json` and for `--only`. */
  readonly id: string;
  /** The section of PROTOCOL that it stands on. */
  readonly clause: Clause;
  /** What a side does that keeps the rule. */
  readonly says: string;
  /** @throws Departure when it does something else; NotTried when what the check needs is not there. */
  run(trial: T): Promise<void>;
}

export type Clause = 'General' | 'Devices' | 'Down: changes' | 'Up: events' | 'Files' | 'Badges';

/** One that departs from the rule: the message says what it did instead. */
export class Departure extends Error {
  override readonly name = 'Departure';
}

/** The check needs something that it was not given, or that the central does not have. */
export class NotTried extends Error {
  override readonly name = 'NotTried';
}

export function must(kept: boolean, instead: string): asserts kept {
  if (!kept) throw new Departure(instead);
}
