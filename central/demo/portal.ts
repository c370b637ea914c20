/** Orders with who is placed on them, and a week of hours (C2, C4). Days are counted from now, times are those of the place. */
import { demoId } from './id.ts';
import { EASTFIELD, HARBOURLINE, MERIDIAN, NORTHLIGHT, RIVERSIDE } from './site.ts';

export interface WantedRow {
  readonly key: string;
  readonly title: string;
  readonly clientId: string;
  readonly locationId: string;
  readonly skill?: string;
  readonly notes?: string;
  readonly inDays: number;
  readonly from: string;
  readonly to: string;
  readonly wanted: number;
  /** Of PEOPLE; the first of them is confirmed. */
  readonly placed: readonly string[];
}

export const WANTED: readonly WantedRow[] = [
  {
    key: 'riggers',
    title: 'Riggers for the tower crane',
    clientId: HARBOURLINE,
    locationId: RIVERSIDE,
    skill: 'Rigging',
    notes: 'Harness and gloves are with us. Ask for Ailsa at the main gate.',
    inDays: 1,
    from: '06:00',
    to: '14:00',
    wanted: 2,
    placed: ['chloe', 'declan'],
  },
  {
    key: 'electricians',
    title: 'Electricians, level B2',
    clientId: NORTHLIGHT,
    locationId: RIVERSIDE,
    inDays: 2,
    from: '07:00',
    to: '16:00',
    wanted: 4,
    placed: ['lucia', 'ewa'],
  },
  {
    key: 'cleaners',
    title: 'Night cleaners, lobby',
    clientId: HARBOURLINE,
    locationId: RIVERSIDE,
    inDays: 3,
    from: '22:00',
    to: '06:00',
    wanted: 3,
    placed: [],
  },
  {
    key: 'forklift',
    title: 'Forklift drivers, bay 4',
    clientId: MERIDIAN,
    locationId: EASTFIELD,
    skill: 'Forklift licence',
    inDays: 2,
    from: '08:00',
    to: '17:00',
    wanted: 3,
    placed: [],
  },
  {
    key: 'painters',
    title: 'Painters, floors 12 and 13',
    clientId: HARBOURLINE,
    locationId: RIVERSIDE,
    inDays: -2,
    from: '07:30',
    to: '16:00',
    wanted: 2,
    placed: ['amara', 'piotr'],
  },
];

export const wantedIdOf = (key: string): string => demoId(`wanted/${key}`);

/** How somebody's day goes: in, out, perhaps a break; `told`: checked out by staff, `rule`: by nobody. */
export interface DayRow {
  readonly person: string;
  readonly in: string;
  readonly out: string;
  readonly break?: readonly [string, string];
  readonly ending?: 'told' | 'rule';
}

export const DAYS: readonly DayRow[] = [
  { person: 'amara', in: '06:52', out: '15:31', break: ['11:30', '12:02'] },
  { person: 'piotr', in: '06:58', out: '15:30', break: ['11:31', '12:00'] },
  { person: 'lucia', in: '07:04', out: '16:12', break: ['12:00', '12:45'] },
  { person: 'youssef', in: '07:11', out: '15:45', ending: 'told' },
  { person: 'chloe', in: '06:47', out: '15:20', break: ['11:15', '11:45'] },
  { person: 'declan', in: '07:30', out: '18:05', ending: 'told' },
  { person: 'kwame', in: '21:02', out: '05:10', break: ['01:00', '01:30'] },
  { person: 'ewa', in: '07:15', out: '23:15', ending: 'rule' },
];

/** Of so many days before today; the older ones are approved. */
export const DAYS_BACK = 7;
export const APPROVED_FROM = 4;
