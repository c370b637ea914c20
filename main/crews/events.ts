import { missingQualifications, sameQualification } from '../../core/site/missing-qualifications.ts';
import { clientSectionsSchema, sectionsOf, type ClientSections, type Worker } from '../../core/site/entities.ts';
import type { Booking, RosterEntry } from '../../core/site/portal.ts';
import type { EventHead, EventView, QualificationView, RosterLine } from '../../preload/person-views.ts';
import { memoByRevision } from '../cache/memo-by-revision.ts';
import type { Ground } from '../ground.ts';
import { fileView, qualificationsOf } from '../view/person-file.ts';
import { matcher, MOST_ROWS } from './crews.ts';
import { byState, countsOf, memberOf } from './members.ts';

const AHEAD_MS = 24 * 3_600_000;

export interface Events {
  /** E1: events here that go on or begin within 24 h, of clients that have the section. */
  readonly list: (query: string, nowMs: number) => { events: EventHead[]; total: number };
  readonly head: (booking: Booking, nowMs: number) => EventHead;
  readonly one: (bookingId: string, nowMs: number) => EventView | null;
}

export function createEvents({ cache, journal, presence, identity }: Ground): Events {
  const { projections } = journal;
  const here = memoByRevision(cache.revision, () =>
    cache
      .all('booking')
      .filter(({ locationId, status }) => locationId === identity.locationId && isAwaited(status))
      .toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt) || a.id.localeCompare(b.id)),
  );
  const sections = (booking: Booking): ClientSections => {
    const client = cache.get('client', booking.clientId);
    return client ? sectionsOf(client) : clientSectionsSchema.parse({});
  };
  const rosterOf = (booking: Booking, nowMs: number) =>
    cache.byRef('rosterEntry', booking.id).flatMap((entry) => {
      const found = memberOf({ cache, projections, presence }, entry.id, entry.workerId, nowMs);
      return found ? [{ entry, ...found }] : [];
    });
  const headOf = (booking: Booking, nowMs: number): EventHead => ({
    bookingId: booking.id,
    name: booking.name,
    clientName: cache.get('client', booking.clientId)?.name ?? '',
    status: booking.status,
    ...(booking.teamLeader ? { teamLeader: booking.teamLeader } : {}),
    startsAtMs: Date.parse(booking.startsAt),
    endsAtMs: Date.parse(booking.endsAt),
    ...countsOf(rosterOf(booking, nowMs).map(({ member }) => member)),
  });
  const qualifications = (
    required: readonly string[],
    worker: Worker,
    { endsAt }: RosterEntry,
    nowMs: number,
  ): QualificationView[] => {
    const has = qualificationsOf(cache, worker, nowMs);
    const missing = missingQualifications(required, worker, { nowMs, shiftEndMs: Date.parse(endsAt) });
    const lacks = (one: string): boolean => missing.some((name) => sameQualification(name, one));
    const unknown = missing.filter((name) => !has.some((one) => sameQualification(one.name, name)));
    return [
      ...unknown.map((name) => ({ name, state: 'missing' as const })),
      // One that runs out during the shift stands as missing, with its end.
      ...has.map((one) => (lacks(one.name) && one.state !== 'ended' ? { ...one, state: 'missing' as const } : one)),
    ];
  };
  const roster = (booking: Booking, shown: ClientSections, nowMs: number): RosterLine[] =>
    rosterOf(booking, nowMs)
      .sort((a, b) => byState(a.member, b.member))
      .map(({ entry, worker, member: { photo, ...member } }) => ({
        key: entry.id,
        ...member,
        ...(photo !== undefined && shown.rosterPhotos ? { photo } : {}),
        ...(entry.role === undefined ? {} : { role: entry.role }),
        ...(shown.rosterTimes ? timesOf(entry) : {}),
        skills: shown.rosterSkills ? (worker.skills ?? []) : [],
        qualifications: shown.rosterQualifications
          ? qualifications(booking.requiredQualifications, worker, entry, nowMs)
          : [],
        vehicles: shown.rosterVehicles ? vehiclesOf(worker, entry) : [],
      }));

  return {
    list(query, nowMs) {
      const matches = matcher(query);
      const events = here()
        .filter(({ startsAt, endsAt }) => Date.parse(startsAt) < nowMs + AHEAD_MS && Date.parse(endsAt) > nowMs)
        .filter((booking) => sections(booking).events)
        .map((booking) => headOf(booking, nowMs))
        .filter(({ name, clientName, teamLeader }) => matches([name, clientName, teamLeader?.name ?? '']));
      return { events: events.slice(0, MOST_ROWS), total: events.length };
    },
    head: headOf,
    one(bookingId, nowMs) {
      const booking = cache.get('booking', bookingId);
      if (!booking || booking.locationId !== identity.locationId) return null;
      const shown = sections(booking);
      if (!shown.events) return null;
      return {
        ...headOf(booking, nowMs),
        ...(booking.staffNumbers !== undefined && shown.staffNumbers ? { staffNumbers: booking.staffNumbers } : {}),
        wantedSkills: booking.skills,
        resources: booking.resources,
        ...(booking.notes === undefined ? {} : { notes: booking.notes }),
        ...(shown.rosterQualifications ? { requiredQualifications: booking.requiredQualifications } : {}),
        ...(shown.roster ? { roster: roster(booking, shown, nowMs) } : {}),
        ...(shown.documentsDown ? { documents: cache.byRef('document', booking.id).map(fileView) } : {}),
      };
    },
  };
}

const isAwaited = (status: Booking['status']): boolean => status === 'confirmed' || status === 'to_be_confirmed';

const timesOf = ({ startsAt, endsAt }: RosterEntry) => ({
  startsAtMs: Date.parse(startsAt),
  endsAtMs: Date.parse(endsAt),
});

/** The vehicle that the roster names, with its permit where the person's record has one; else all of the person's. */
function vehiclesOf(worker: Worker, { vehiclePlate }: RosterEntry): RosterLine['vehicles'] {
  const known = worker.vehicles ?? [];
  if (vehiclePlate === undefined) return known;
  return [known.find(({ plate }) => plate === vehiclePlate) ?? { plate: vehiclePlate }];
}
