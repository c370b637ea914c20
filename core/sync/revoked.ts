/** What a gate that central has withdrawn does with what it knows of people (PROTOCOL "Devices"). */
export interface Withdrawn {
  readonly isRevoked: boolean;
  /** Events that central does not have yet. Undefined: not known yet. */
  readonly waiting: number | undefined;
  /** An administrator wants the data gone, whatever is still waiting. */
  readonly isConfirmed: boolean;
  /** It was done before. */
  readonly isForgotten: boolean;
}

/** The journal is not among what is removed: it stays until it was handed over, and nobody else has it. */
export function shouldForgetPeople({ isRevoked, waiting, isConfirmed, isForgotten }: Withdrawn): boolean {
  return isRevoked && !isForgotten && (waiting === 0 || isConfirmed);
}
