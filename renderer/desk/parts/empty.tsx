import type { ReactNode } from 'react';

interface EmptyProps {
  readonly icon: ReactNode;
  readonly title: string;
  /** What would fill this place. */
  readonly next: string;
}

/** A place with nothing in it says why, and what would fill it. */
export function Empty({ icon, title, next }: EmptyProps): ReactNode {
  return (
    <div className="empty">
      <span className="empty-icon" aria-hidden="true">
        {icon}
      </span>
      <p className="empty-title">{title}</p>
      <p className="empty-next">{next}</p>
    </div>
  );
}
