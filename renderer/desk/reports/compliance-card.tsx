import { Button } from '@mantine/core';
import { useCallback, type ReactNode } from 'react';
import { useDesk } from '../data/desk.tsx';
import { useAnswer } from '../data/use-answer.ts';
import { Chip, type Tone } from '../parts/tone.tsx';

const STATES = ['ok', 'ending', 'bad'] as const;
const TONES = { ok: 'ok', ending: 'warn', bad: 'bad' } as const satisfies Record<(typeof STATES)[number], Tone>;

/** B1: how the connected people stand. `onWorkers` leads to them. */
export function ComplianceCard({ onWorkers }: { readonly onWorkers: () => void }): ReactNode {
  const { bridge, say } = useDesk();
  const counts = useAnswer(useCallback(() => bridge.getCompliance(), [bridge]));
  const title = say('dashboard.compliance.title');
  return (
    <section className="dash-card" aria-label={title}>
      <h2>{title}</h2>
      {counts ? (
        <table className="dash-table">
          <caption className="out-of-sight">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{say('dashboard.health.state')}</th>
              <th scope="col">{say('dashboard.people')}</th>
            </tr>
          </thead>
          <tbody>
            {STATES.map((state) => (
              <tr key={state}>
                <th scope="row">
                  <Chip tone={TONES[state]}>{say(`dashboard.compliance.${state}`)}</Chip>
                </th>
                <td className="number">{counts[state]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p className="soft">{say('dashboard.waiting')}</p>
      )}
      <Button className="card-action" variant="default" onClick={onWorkers}>
        {say('dashboard.compliance.open')}
      </Button>
    </section>
  );
}
