/** Days are YYYY-MM-DD of the place's calendar, without a zone: they are reckoned with as if they were UTC. */
const DAY_MS = 24 * 3_600_000;

export const SPANS = ['week', 'day'] as const;
export type Span = (typeof SPANS)[number];
export interface Period {
  readonly fromDay: string;
  readonly toDay: string;
}

export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** The day alone, or the week around it, which begins on Monday. */
export function periodOf(span: Span, day: string): Period {
  if (span === 'day') return { fromDay: day, toDay: day };
  const sinceMonday = (new Date(Date.parse(day)).getUTCDay() + 6) % 7;
  const fromDay = dayAfter(day, -sinceMonday);
  return { fromDay, toDay: dayAfter(fromDay, 6) };
}

/** The same weekday a period earlier or later. */
export const moved = (span: Span, day: string, by: 1 | -1): string => dayAfter(day, span === 'day' ? by : by * 7);

/** Noon of a day, to be written in UTC. */
export const noonMs = (day: string): number => Date.parse(`${day}T12:00:00.000Z`);
