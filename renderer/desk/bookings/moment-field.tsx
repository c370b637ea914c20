import { DatePickerInput, TimeInput } from '@mantine/dates';
import type { ReactNode } from 'react';
import { Calendar, DAY_FORMAT } from '../parts/calendar.tsx';
import { useDesk } from '../data/desk.tsx';

/** A clock time of the place: its day, `2026-03-12`, and `08:00`. Empty: not chosen yet. */
export interface Wall {
  readonly day: string;
  readonly time: string;
}
export const wallText = ({ day, time }: Wall): string => `${day}T${time}`;
export const wallOf = (text: string): Wall => ({ day: text.slice(0, 10), time: text.slice(11, 16) });
export const isChosen = ({ day, time }: Wall): boolean => day !== '' && /^\d\d:\d\d$/.test(time);

interface MomentFieldProps {
  readonly dayLabel: string;
  readonly timeLabel: string;
  readonly value: Wall;
  /** No day before it can be chosen. */
  readonly from: string;
  /** Said under the fields. */
  readonly fault: string | false;
  readonly onChange: (value: Wall) => void;
}

/** A day from the calendar and a time, by the clocks of the place whatever this computer's are. */
export function MomentField({ dayLabel, timeLabel, value, from, fault, onChange }: MomentFieldProps): ReactNode {
  const { say } = useDesk();
  return (
    <div className="moment-field">
      <Calendar>
        <DatePickerInput
          size="md"
          label={dayLabel}
          placeholder={say('bookings.chooseDay')}
          valueFormat={DAY_FORMAT}
          value={value.day === '' ? null : value.day}
          minDate={from.slice(0, 10)}
          defaultDate={(value.day || from).slice(0, 10)}
          error={fault}
          onChange={(day) => onChange({ ...value, day: day ?? '' })}
        />
      </Calendar>
      <TimeInput
        size="md"
        label={timeLabel}
        value={value.time}
        error={fault !== false}
        onChange={(event) => onChange({ ...value, time: event.currentTarget.value })}
      />
    </div>
  );
}
