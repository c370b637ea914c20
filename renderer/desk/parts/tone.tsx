import type { ReactNode } from 'react';
import { OutcomeShape, type ShapeKind } from '../../shared/shapes.tsx';

/** How much something matters: its colour and its shape. `idle` is neither good nor bad. */
export type Tone = 'ok' | 'left' | 'warn' | 'bad' | 'idle';

const SHAPE_OF_TONE: Readonly<Record<Tone, ShapeKind | undefined>> = {
  ok: 'come_in',
  left: 'goodbye',
  warn: 'wait',
  bad: 'refused',
  idle: undefined,
};

export function ToneShape({ tone }: { readonly tone: Tone }): ReactNode {
  const kind = SHAPE_OF_TONE[tone];
  return kind ? <OutcomeShape kind={kind} /> : <span className="tone-dash" aria-hidden="true" />;
}

/** A short state in words beside its shape. */
export function Chip({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }): ReactNode {
  return (
    <span className="chip" data-tone={tone}>
      <ToneShape tone={tone} />
      <span className="chip-words">{children}</span>
    </span>
  );
}
