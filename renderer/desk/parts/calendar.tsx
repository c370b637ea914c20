import '@mantine/core/styles/SimpleGrid.css';
import '@mantine/core/styles/Group.css';
import '@mantine/core/styles/ScrollArea.css';
import '@mantine/dates/styles.css';
import { DatesProvider } from '@mantine/dates';
import 'dayjs/locale/ar-ly';
import 'dayjs/locale/en-gb';
import 'dayjs/locale/es';
import 'dayjs/locale/fr';
import 'dayjs/locale/pl';
import type { ReactNode } from 'react';
import { useDesk } from '../data/desk.tsx';
import type { DeskLanguage } from '../words/words.ts';

/** Arabic with Latin digits, as everywhere on the desk; English with the day before the month. */
export const LOCALES: Readonly<Record<DeskLanguage, string>> = {
  en: 'en-gb',
  es: 'es',
  fr: 'fr',
  pl: 'pl',
  ar: 'ar-ly',
};
const MONDAY = 1;
/** As dayjs writes it: Thu 12 Mar 2026. */
export const DAY_FORMAT = 'ddd D MMM YYYY';

/** Around fields for days: weeks and names as the desk's language has them. */
export function Calendar({ children }: { readonly children: ReactNode }): ReactNode {
  const { language } = useDesk();
  return (
    <DatesProvider
      settings={{ locale: LOCALES[language], firstDayOfWeek: MONDAY, weekendDays: [], consistentWeeks: true }}
    >
      {children}
    </DatesProvider>
  );
}
