import type { ReactNode } from 'react';

interface FactsProps {
  readonly className: string;
  /** What each is called, and what it is. */
  readonly lines: readonly (readonly [name: string, value: string])[];
}

/** What is known, a line each. */
export function Facts({ className, lines }: FactsProps): ReactNode {
  return (
    <dl className={className}>
      {lines.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
