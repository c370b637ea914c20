import type { ReactNode } from 'react';
import './shapes.css';

/** What a shape can stand for. `out` is out of service. */
export type ShapeKind = 'come_in' | 'goodbye' | 'wait' | 'refused' | 'unknown' | 'out';

/** A regular octagon with a flat top, 44 to a corner from the middle of 96. */
const OCTAGON = 'M30 6h36l24 24v36L66 90H30L6 66V30Z';

/** Bodies take the text colour, marks the ground (`--shape-mark`); strokes round the corners of what they surround. */
const SHAPES: Readonly<Record<ShapeKind, ReactNode>> = {
  come_in: (
    <>
      <circle className="shape-body" cx="48" cy="48" r="44" />
      <path className="shape-line" d="M28 50 42 64 69 35" />
    </>
  ),
  goodbye: (
    <>
      <circle className="shape-body" cx="48" cy="48" r="44" />
      <path className="shape-line" d="M45 28H33a5 5 0 0 0-5 5v30a5 5 0 0 0 5 5h12M43 48h29M60 35l13 13-13 13" />
    </>
  ),
  wait: (
    <>
      <path className="shape-body shape-rounded" d="M48 12 88 82H8Z" />
      <path className="shape-line" d="M48 37v21" />
      <circle className="shape-dot" cx="48" cy="72" r="5" />
    </>
  ),
  refused: (
    <>
      <path className="shape-body shape-rounded" d={OCTAGON} />
      <path className="shape-fingers" d="M36 50V32M44.5 46V26M53 46V27M61.5 50V34" />
      <path
        className="shape-palm"
        d="M32.25 46v8l-4.3-5.600a4.1 4.1 0 0 0-6.6 4.800l9.5 13.600C34 71.3 38.5 74 44 74h6.500c9 0 14.75-6.5 14.75-15V46Z"
      />
    </>
  ),
  unknown: (
    <>
      <rect className="shape-body" x="7" y="7" width="82" height="82" rx="12" />
      <path className="shape-line" d="M35 38c0-8 5.5-13 13-13s13 5 13 12c0 10-13 10.5-13 21" />
      <circle className="shape-dot" cx="48" cy="71" r="5" />
    </>
  ),
  out: (
    <path
      className="shape-body"
      d="M86 27.5 72.5 41 59 37 55 23.5 68.5 10A25 25 0 0 0 37 41.500L11.5 67a12.4 12.4 0 0 0 17.5 17.500L54.5 59A25 25 0 0 0 86 27.500Z"
    />
  ),
};

/** The shape of an outcome, as large as its box. Words beside it say the same, so it is hidden from screen readers. */
export function OutcomeShape({ kind, className = '' }: { readonly kind: ShapeKind; readonly className?: string }) {
  return (
    <svg className={`shape ${className}`} data-shape={kind} viewBox="0 0 96 96" aria-hidden="true" focusable="false">
      {SHAPES[kind]}
    </svg>
  );
}
