import type { OrderPlace, SubmitAsk } from '../../../preload/order-views.ts';

/** An order as somebody fills it in; times by the place's clock. */
export interface Draft {
  readonly locationId: string;
  readonly clientId: string;
  readonly title: string;
  readonly skill: string;
  readonly startsAt: string;
  readonly endsAt: string;
  /** What stands in the field: perhaps not a number yet. */
  readonly wanted: number | string;
  readonly notes: string;
}

/** Tomorrow's early shift at the first place. */
export function draftOf(places: readonly OrderPlace[]): Draft {
  const [place] = places;
  const tomorrow = dayAfter(place?.now ?? '2000-01-01T00:00');
  return {
    locationId: place?.id ?? '',
    clientId: place?.clients[0]?.id ?? '',
    title: '',
    skill: '',
    startsAt: `${tomorrow}T06:00`,
    endsAt: `${tomorrow}T14:00`,
    wanted: 1,
    notes: '',
  };
}

const dayAfter = (wall: string): string =>
  new Date(Date.parse(`${wall.slice(0, 10)}T00:00:00Z`) + 24 * 3_600_000).toISOString().slice(0, 10);

/** What has to be filled in otherwise. Wall times of one place compare as they are written. */
export function missingIn({ title, startsAt, endsAt, wanted }: Draft, { now }: Pick<OrderPlace, 'now'>) {
  const many = Number(wanted);
  return [
    ...(title.trim() === '' ? (['title'] as const) : []),
    ...(endsAt <= startsAt || endsAt <= now ? (['times'] as const) : []),
    ...(Number.isInteger(many) && many >= 1 && many <= 10_000 ? [] : (['wanted'] as const)),
  ];
}

export function toAsk({ skill, notes, title, wanted, ...rest }: Draft): SubmitAsk {
  return {
    ...rest,
    title: title.trim(),
    wanted: Number(wanted),
    ...(skill.trim() === '' ? {} : { skill: skill.trim() }),
    ...(notes.trim() === '' ? {} : { notes: notes.trim() }),
  };
}
