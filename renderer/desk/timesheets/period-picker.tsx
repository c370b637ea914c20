import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { lazy, Suspense, type ReactNode } from 'react';
import { useDesk } from '../data/desk.tsx';
import { moved, SPANS, type Span } from './period.ts';

const DayField = lazy(() => import('../portal/date-fields.tsx').then((module) => ({ default: module.DayField })));

interface PeriodPickerProps {
  readonly span: Span;
  readonly day: string;
  readonly onSpan: (span: Span) => void;
  readonly onDay: (day: string) => void;
}

/** A week or a day: the one before, the one after, or any from the calendar. */
export function PeriodPicker({ span, day, onSpan, onDay }: PeriodPickerProps): ReactNode {
  const { say } = useDesk();
  return (
    <fieldset className="period">
      <legend className="out-of-sight">{say('sheets.span')}</legend>
      {SPANS.map((each) => (
        <button
          type="button"
          key={each}
          className="state-choice"
          aria-pressed={each === span}
          onClick={() => onSpan(each)}
        >
          {say(`sheets.${each}`)}
        </button>
      ))}
      <ActionIcon
        className="tool"
        variant="default"
        aria-label={say('sheets.earlier')}
        onClick={() => onDay(moved(span, day, -1))}
      >
        <IconChevronLeft className="turns" size={20} aria-hidden="true" />
      </ActionIcon>
      <Suspense fallback={<span className="bone" />}>
        <DayField label={say('sheets.choose')} value={day} onChange={onDay} />
      </Suspense>
      <ActionIcon
        className="tool"
        variant="default"
        aria-label={say('sheets.later')}
        onClick={() => onDay(moved(span, day, 1))}
      >
        <IconChevronRight className="turns" size={20} aria-hidden="true" />
      </ActionIcon>
    </fieldset>
  );
}
