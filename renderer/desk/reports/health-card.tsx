import type { ReactNode } from 'react';
import { useDesk } from '../data/desk.tsx';
import { Chip } from '../parts/tone.tsx';
import { healthOf } from './health.ts';

/** B1: the parts of this gate, each with its state in colour, shape and words. */
export function HealthCard(): ReactNode {
  const { say, status } = useDesk();
  const title = say('dashboard.health.title');
  return (
    <section className="dash-card" aria-label={title}>
      <h2>{title}</h2>
      <table className="dash-table">
        <caption className="out-of-sight">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{say('dashboard.health.part')}</th>
            <th scope="col">{say('dashboard.health.state')}</th>
          </tr>
        </thead>
        <tbody>
          {healthOf(status).map(({ part, tone, word }) => (
            <tr key={part}>
              <th scope="row">{say(`dashboard.parts.${part}`)}</th>
              <td>
                <Chip tone={tone}>{say(word)}</Chip>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {status.connection.waiting > 0 && (
        <p className="soft">
          {say('bar.waiting')}: <strong className="number">{status.connection.waiting}</strong>
        </p>
      )}
    </section>
  );
}
