import { IconNote } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { FeedRow } from '../../../preload/views.ts';
import { OutcomeShape } from '../../shared/shapes.tsx';

export type FeedKind = FeedRow['kind'];
export const isOutcome = (kind: FeedKind): kind is Exclude<FeedKind, 'note' | 'fault'> =>
  kind !== 'note' && kind !== 'fault';

/** The shape of a feed line: an outcome's own, a plain icon for what is about no badge. */
export function KindShape({ kind }: { readonly kind: FeedKind }): ReactNode {
  if (isOutcome(kind)) return <OutcomeShape kind={kind} />;
  if (kind === 'fault') return <OutcomeShape kind="out" />;
  return <IconNote className="shape" stroke={1.75} aria-hidden="true" />;
}
