import { BarChart } from '@mantine/charts';
import '@mantine/charts/styles.css';
import type { ReactNode } from 'react';
import type { Figure } from './figure-table.tsx';

interface BarsProps {
  readonly figures: readonly Figure[];
  /** What is counted. */
  readonly people: string;
}

/** Loaded when it is first drawn. */
export function Bars({ figures, people }: BarsProps): ReactNode {
  return (
    <BarChart
      h={200}
      data={[...figures]}
      dataKey="name"
      series={[{ name: 'count', label: people, color: 'var(--accent)' }]}
      withTooltip={false}
      // The table beside it is what is read; the drawing takes no focus.
      barChartProps={{ accessibilityLayer: false }}
      barProps={{ isAnimationActive: false }}
      yAxisProps={{ allowDecimals: false, width: 36 }}
    />
  );
}
