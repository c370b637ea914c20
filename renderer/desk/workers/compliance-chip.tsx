import type { ReactNode } from 'react';
import type { Compliance } from '../../../core/connection/compliance.ts';
import { useDesk } from '../data/desk.tsx';
import { Chip, type Tone } from '../parts/tone.tsx';

const TONE: Readonly<Record<Compliance, Tone>> = { ok: 'ok', ending: 'warn', bad: 'bad', unconnected: 'idle' };

export function ComplianceChip({ state }: { readonly state: Compliance }): ReactNode {
  const { say } = useDesk();
  return <Chip tone={TONE[state]}>{say(`workers.states.${state}`)}</Chip>;
}

/** What was done here and central has not answered yet. */
export function WaitingMark(): ReactNode {
  const { say } = useDesk();
  return <span className="waiting-mark">{say('workers.waiting')}</span>;
}
