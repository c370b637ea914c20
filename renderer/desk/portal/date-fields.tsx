/** Fields for days and times, loaded with the first page that has one. Values are clock times of a place, without its zone. */
import '@mantine/core/styles/SimpleGrid.css';
import '@mantine/core/styles/Group.css';
import '@mantine/core/styles/ScrollArea.css';
import '@mantine/dates/styles.css';
import { DatePickerInput, DatesProvider, DateTimePicker } from '@mantine/dates';
import dayjs from 'dayjs';
import 'dayjs/locale/ar-ly';
import 'dayjs/locale/en-gb';
import 'dayjs/locale/es';
import 'dayjs/locale/fr';
import 'dayjs/locale/pl';
import { useState, type ReactNode } from 'react';
import { useDesk } from '../data/desk.tsx';
import type { DeskLanguage } from '../words/words.ts';

/** Arabic with Latin digits, as everywhere on the desk; English with the day before the month. */
const LOCALES: Readonly<Record<DeskLanguage, string>> = { en: 'en-gb', es: 'es', fr: 'fr', pl: 'pl', ar: 'ar-ly' };
const MONDAY = 1;
const DAY = 'ddd D MMM YYYY';

function Calendar({ children }: { readonly children: ReactNode }): ReactNode {
  const { language } = useDesk();
  return (
    <DatesProvider
      settings={{ locale: LOCALES[language], firstDayOfWeek: MONDAY, weekendDays: [], consistentWeeks: true }}
    >
      {children}
    </DatesProvider>
  );
}

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
        aria-label={`${dayjs(value).locale(LOCALES[language]).format(DAY)}, ${label}`}
        valueFormat={DAY}
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
          valueFormat={`${DAY}, HH:mm`}
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
