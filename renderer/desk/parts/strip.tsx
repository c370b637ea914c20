import type { ReactNode } from 'react';
import { ToneShape, type Tone } from './tone.tsx';

interface StripProps {
  readonly tone: Tone;
  readonly title: ReactNode;
  readonly children?: ReactNode;
}

/** A sentence that needs to be read, and what to do about it. */
export function Strip({ tone, title, children }: StripProps): ReactNode {
  return (
    <div className="strip" data-tone={tone}>
      <ToneShape tone={tone} />
      <p>
        <strong>{title}</strong> {children}
      </p>
    </div>
  );
}
