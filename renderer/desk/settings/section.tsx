import { useId, type ReactNode } from 'react';

interface SectionProps {
  readonly title: string;
  readonly hint?: string;
  readonly state?: ReactNode;
  readonly children: ReactNode;
}

export function Section({ title, hint, state, children }: SectionProps): ReactNode {
  const id = useId();
  return (
    <section className="sheet" aria-labelledby={id}>
      <div className="sheet-head">
        <h2 id={id}>{title}</h2>
        {state}
        {hint && <p className="soft">{hint}</p>}
      </div>
      {children}
    </section>
  );
}
