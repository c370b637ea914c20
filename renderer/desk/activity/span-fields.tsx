import { lazy, Suspense, type ReactNode } from 'react';
import { useDesk } from '../data/desk.tsx';
import { isInOrder, type Span } from './act-time.ts';

/** The calendar comes when somebody wants it. */
const MomentField = lazy(() => import('../portal/date-fields.tsx').then((module) => ({ default: module.MomentField })));
const ANY_DAY = '1970-01-01';

/** From when until when, by the clocks of the place. */
export function SpanFields({
  span,
  onChange,
}: {
  readonly span: Span;
  readonly onChange: (span: Span) => void;
}): ReactNode {
  const { say } = useDesk();
  return (
    <fieldset className="act-span">
      <legend className="out-of-sight">{say('activity.times.own')}</legend>
      <Suspense fallback={<span className="bone" />}>
        <MomentField
          label={say('activity.from')}
          value={span.from}
          earliest={ANY_DAY}
          error={false}
          onChange={(from) => onChange({ ...span, from })}
        />
        <MomentField
          label={say('activity.until')}
          value={span.until}
          earliest={ANY_DAY}
          error={!isInOrder(span) && say('activity.untilBefore')}
          onChange={(until) => onChange({ ...span, until })}
        />
      </Suspense>
    </fieldset>
  );
}
