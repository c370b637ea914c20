import { useState, type ReactNode } from 'react';
import { initialsOf } from '../../shared/initials.ts';

interface PhotoProps {
  readonly name: string;
  /** Its content's hash. */
  readonly photo: string | undefined;
  readonly size: 'large' | 'card' | 'line';
  /** Said to whoever cannot see it; absent where the name stands beside. */
  readonly label?: string;
}

/** 3:4, to be compared with the person; initials where there is none, or where it has not come yet. */
export function Photo({ name, photo, size, label }: PhotoProps): ReactNode {
  const [missing, setMissing] = useState<string>();
  if (photo === undefined || missing === photo) {
    return (
      <span className="photo" data-size={size} aria-hidden="true">
        {initialsOf(name)}
      </span>
    );
  }
  return (
    <img
      className="photo"
      data-size={size}
      src={`/blob/${photo}`}
      alt={label ?? ''}
      draggable={false}
      onError={() => setMissing(photo)}
    />
  );
}
