import type { BookingForm, DraftView } from '../../../preload/booking-views.ts';
import { isChosen, wallOf, wallText, type Wall } from './moment-field.tsx';
import type { Listed } from './list-field.tsx';

/** The form as it is filled in. */
export interface Filled {
  readonly clientId: string;
  readonly name: string;
  readonly starts: Wall;
  readonly ends: Wall;
  /** How many days after its first it ends, as long as nobody chose the last. */
  readonly lastsDays: number;
  /** As typed; empty: not said. */
  readonly staffNumbers: string;
  readonly skills: readonly Listed[];
  readonly resources: readonly Listed[];
  readonly qualifications: readonly Listed[];
  readonly notes: string;
}

const NO_TIME: Wall = { day: '', time: '' };
const named = (names: readonly string[]): Listed[] => names.map((name) => ({ name }));

/** @param copied an event to change, or to book again: then its day is asked for anew, its hours stay */
export function filledFrom(form: BookingForm, copied: DraftView | undefined, again: boolean): Filled {
  if (!copied) {
    const clientId = form.clients.length === 1 ? (form.clients[0]?.id ?? '') : '';
    return {
      clientId,
      name: '',
      starts: NO_TIME,
      ends: NO_TIME,
      lastsDays: 0,
      staffNumbers: '',
      skills: [],
      resources: [],
      qualifications: [],
      notes: '',
    };
  }
  const wall = (text: string): Wall => (again ? { ...wallOf(text), day: '' } : wallOf(text));
  return {
    clientId: copied.clientId,
    name: copied.name,
    starts: wall(copied.startsAt),
    ends: wall(copied.endsAt),
    lastsDays: Math.round((dayMs(copied.endsAt) - dayMs(copied.startsAt)) / DAY_MS),
    staffNumbers: copied.staffNumbers === undefined ? '' : String(copied.staffNumbers),
    skills: copied.skills.map(({ skill, count }) => ({ name: skill, count })),
    resources: named(copied.resources),
    qualifications: named(copied.requiredQualifications),
    notes: copied.notes ?? '',
  };
}

const DAY_MS = 86_400_000;
const dayMs = (text: string): number => Date.parse(text.slice(0, 10));

/** The form with another start; the end follows as long as its day was not chosen. */
export function startingAt(filled: Filled, starts: Wall): Filled {
  if (filled.ends.day !== '' || starts.day === '') return { ...filled, starts };
  const day = new Date(dayMs(starts.day) + filled.lastsDays * DAY_MS).toISOString().slice(0, 10);
  return { ...filled, starts, ends: { ...filled.ends, day } };
}

/** Not chosen or typed yet; `order`: the end is not after the start. */
export type Missing = 'client' | 'name' | 'starts' | 'ends' | 'order';

export function missingIn({ clientId, name, starts, ends }: Filled): Missing[] {
  const missing: Missing[] = [];
  if (clientId === '') missing.push('client');
  if (name.trim() === '') missing.push('name');
  if (!isChosen(starts)) missing.push('starts');
  if (!isChosen(ends)) missing.push('ends');
  if (missing.length === 0 && wallText(ends) <= wallText(starts)) missing.push('order');
  return missing;
}

export function draftFrom(filled: Filled): DraftView {
  const staff = Number.parseInt(filled.staffNumbers, 10);
  const notes = filled.notes.trim();
  return {
    clientId: filled.clientId,
    name: filled.name.trim(),
    startsAt: wallText(filled.starts),
    endsAt: wallText(filled.ends),
    ...(Number.isNaN(staff) ? {} : { staffNumbers: Math.max(0, staff) }),
    skills: filled.skills.map(({ name, count = 1 }) => ({ skill: name, count })),
    resources: filled.resources.map(({ name }) => name),
    requiredQualifications: filled.qualifications.map(({ name }) => name),
    ...(notes === '' ? {} : { notes }),
  };
}
