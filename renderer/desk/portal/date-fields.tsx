/** Fields for days and times, loaded with the first page that has one. Values are clock times of a place, without its zone. */
import { DatePickerInput, DateTimePicker } from '@mantine/dates';
import dayjs from 'dayjs';
import { useState, type ReactNode } from 'react';
import { Calendar, DAY_FORMAT, LOCALES } from '../parts/calendar.tsx';
import { useDesk } from '../data/desk.tsx';

interface DayFieldProps {
  readonly label: string;
  /** YYYY-MM-DD */
  readonly value: string;
  readonly onChange: (day: string) => void;
}

export function DayField({ label, value, onChange }: DayFieldProps): ReactNode {
  const { language } = useDesk();
  return (
    <Calendar>
      <DatePickerInput
        className="day-field"
        aria-label={`${dayjs(value).locale(LOCALES[language]).format(DAY_FORMAT)}, ${label}`}
        valueFormat={DAY_FORMAT}
        value={value}
        onChange={(day) => day !== null && onChange(day)}
      />
    </Calendar>
  );
}

interface MomentFieldProps {
  readonly label: string;
  /** 2026-03-10T06:00 */
  readonly value: string;
  readonly earliest: string;
  readonly error: ReactNode;
  readonly onChange: (moment: string) => void;
}

export function MomentField({ label, value, earliest, error, onChange }: MomentFieldProps): ReactNode {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Calendar>
      {/* Escape closes the calendar alone, and not the dialog around it. */}
      <div role="presentation" onKeyDownCapture={(event) => isOpen && event.key === 'Escape' && event.preventDefault()}>
        <DateTimePicker
          size="md"
          label={label}
          valueFormat={`${DAY_FORMAT}, HH:mm`}
          value={`${value.replace('T', ' ')}:00`}
          minDate={earliest.slice(0, 10)}
          error={error}
          // A dialog is above everything else on the page: what it opens has to be in it.
          popoverProps={{ withinPortal: false, onOpen: () => setIsOpen(true), onClose: () => setIsOpen(false) }}
          onChange={(moment) => moment !== null && onChange(moment.slice(0, 16).replace(' ', 'T'))}
        />
      </div>
    </Calendar>
  );
}
