import type { ReactNode } from 'react';
import { useDesk } from '../data/desk.tsx';

export interface Figure {
  readonly name: string;
  readonly count: number;
}

interface FigureTableProps {
  readonly title: string;
  /** What the first column is. */
  readonly what: string;
  readonly figures: readonly Figure[];
}

/** The figures of a chart, for whoever reads rather than looks. */
export function FigureTable({ title, what, figures }: FigureTableProps): ReactNode {
  const { say } = useDesk();
  return (
    <table className="dash-table">
      <caption className="out-of-sight">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{what}</th>
          <th scope="col">{say('dashboard.people')}</th>
        </tr>
      </thead>
      <tbody>
        {figures.map(({ name, count }) => (
          <tr key={name}>
            <th scope="row">
              <bdi>{name}</bdi>
            </th>
            <td className="number">{count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
