import type { ReactNode } from 'react';

/** Two lines in one cell: what is looked for, and what goes with it. */
export function Lines({ first, second }: { readonly first: ReactNode; readonly second?: ReactNode }): ReactNode {
  return (
    <span className="lines">
      <span className="lines-first">{first}</span>
      {second && <span className="lines-second">{second}</span>}
    </span>
  );
}
