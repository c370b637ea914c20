import { Button } from '@mantine/core';
import { IconDoorExit } from '@tabler/icons-react';
import { lazy, Suspense, useCallback, useState, type ReactNode } from 'react';
import { CODE_NAMES } from '../../../core/codes.ts';
import { Narrow } from '../activity/narrow.tsx';
import { useDesk } from '../data/desk.tsx';
import { useAnswer } from '../data/use-answer.ts';
import type { PageProps } from '../frame/page.ts';
import { useCodeWords } from '../words/code-words.ts';
import { ComplianceCard } from './compliance-card.tsx';
import { FigureTable, type Figure } from './figure-table.tsx';
import { HealthCard } from './health-card.tsx';
import { LateCard } from './late-card.tsx';

/** Charts are large: nobody waits for them who does not open this page. */
const Bars = lazy(() => import('./bars.tsx').then((module) => ({ default: module.Bars })));

/** B1: at a glance, over all of the user's places; each chart with its figures beside it. */
export function DashboardTab({ onGo }: PageProps): ReactNode {
  const { bridge, say, time } = useDesk();
  const codeWords = useCodeWords();
  const [locationId, setLocationId] = useState<string>();
  const board = useAnswer(
    useCallback(() => bridge.getDashboard(locationId === undefined ? {} : { locationId }), [bridge, locationId]),
  );
  if (!board) return <p className="checkout-lead">{say('dashboard.waiting')}</p>;
  const reason = (code: string): string => {
    const known = CODE_NAMES.find((each) => each === code);
    return known ? codeWords(known).title : code;
  };
  const arrivals = board.arrivals.map(({ atMs, count }) => ({ name: time.time(atMs), count }));
  const refusals = board.refusals.map(({ code, count }) => ({ name: reason(code), count }));
  const places = board.places.map(({ name, checkedIn }) => ({ name, count: checkedIn }));
  return (
    <div className="dashboard">
      {places.length > 1 && (
        <div className="dash-place">
          <Narrow
            label={say('checkout.place')}
            any={say('checkout.everyPlace')}
            value={locationId}
            choices={board.places}
            onChoose={setLocationId}
          />
        </div>
      )}
      <section className="dash-card dash-main" aria-label={say('dashboard.checkedIn')}>
        <h2>{say('dashboard.checkedIn')}</h2>
        <p className="dash-count number">{board.checkedIn}</p>
        <Button
          className="card-action"
          leftSection={<IconDoorExit size={20} aria-hidden="true" />}
          onClick={() => onGo('activity', { tab: 'checkout' })}
        >
          {say('dashboard.checkOut')}
        </Button>
        {places.length > 1 && (
          <FigureTable title={say('dashboard.places')} what={say('checkout.place')} figures={places} />
        )}
      </section>
      <LateCard overstaying={board.overstaying} onGo={onGo} />
      <ComplianceCard onWorkers={() => onGo('reports', { tab: 'workers' })} />
      <HealthCard />
      <Chart title={say('dashboard.arrivals')} what={say('dashboard.hour')} figures={arrivals} />
      <Chart title={say('dashboard.refusals')} what={say('dashboard.reason')} figures={refusals} />
    </div>
  );
}

interface ChartProps {
  readonly title: string;
  readonly what: string;
  readonly figures: readonly Figure[];
}

function Chart({ title, what, figures }: ChartProps): ReactNode {
  const { say } = useDesk();
  const some = figures.filter(({ count }) => count > 0);
  return (
    <section className="dash-card" aria-label={title}>
      <h2>{title}</h2>
      {some.length === 0 ? (
        <p className="soft">{say('dashboard.none')}</p>
      ) : (
        <>
          <div className="dash-chart" aria-hidden="true">
            <Suspense fallback={<span className="bone" />}>
              <Bars figures={figures} people={say('dashboard.people')} />
            </Suspense>
          </div>
          <FigureTable title={title} what={what} figures={some} />
        </>
      )}
    </section>
  );
}
