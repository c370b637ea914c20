import { momentAt } from '../site/day.ts';
import type { Booking } from '../site/portal.ts';

/** An event as somebody wrote it down at the desk. Times are clock times of the place, `2026-03-12T08:00`. */
export interface BookingDraft extends Pick<
  Booking,
  'clientId' | 'name' | 'staffNumbers' | 'skills' | 'resources' | 'requiredQualifications' | 'notes'
> {
  readonly startsAt: string;
  readonly endsAt: string;
}

interface Place {
  readonly locationId: string;
  /** IANA zone. */
  readonly timeZone: string;
  /** E3: whether the client says how many people it wants. */
  readonly staffNumbers: boolean;
}

/** E3: a new event, which starts as "to be confirmed". */
export const newBooking = (id: string, draft: BookingDraft, place: Place): Booking => ({
  id,
  status: 'to_be_confirmed',
  ...filledIn(draft, place),
});

/** What the office added to an event stays: its state and its team leader are not the client's to write. */
export const changedBooking = (before: Booking, draft: BookingDraft, place: Place): Booking => ({
  id: before.id,
  status: before.status,
  ...(before.teamLeader ? { teamLeader: before.teamLeader } : {}),
  ...filledIn(draft, place),
});

function filledIn(draft: BookingDraft, { locationId, timeZone, staffNumbers }: Place): Omit<Booking, 'id' | 'status'> {
  const notes = draft.notes?.trim();
  return {
    clientId: draft.clientId,
    locationId,
    name: draft.name.trim(),
    startsAt: new Date(momentAt(draft.startsAt, timeZone)).toISOString(),
    endsAt: new Date(momentAt(draft.endsAt, timeZone)).toISOString(),
    ...(staffNumbers && draft.staffNumbers !== undefined ? { staffNumbers: draft.staffNumbers } : {}),
    skills: draft.skills,
    resources: draft.resources,
    requiredQualifications: draft.requiredQualifications,
    ...(notes ? { notes } : {}),
  };
}
