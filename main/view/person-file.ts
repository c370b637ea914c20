import { light } from '../../core/connection/light.ts';
import type { Worker } from '../../core/site/entities.ts';
import type { DocumentRecord } from '../../core/site/portal.ts';
import type { FileView, PersonFile, QualificationView } from '../../preload/person-views.ts';
import type { Cache } from '../cache/cache.ts';

const DAY_MS = 24 * 3_600_000;

/** What the card tells beyond name and lights. */
export function personFile(cache: Cache, worker: Worker, locationId: string, nowMs: number): PersonFile {
  const certificates = new Set((worker.qualifications ?? []).map(({ documentId }) => documentId));
  return {
    ...(worker.photo === undefined ? {} : { photo: worker.photo }),
    visitor: worker.visitor ?? false,
    ...(worker.note === undefined ? {} : { note: worker.note }),
    skills: worker.skills ?? [],
    qualifications: qualificationsOf(cache, worker, nowMs),
    vehicles: worker.vehicles ?? [],
    documents: cache
      .byRef('document', worker.id)
      .filter(({ id, subject }) => subject.kind === 'worker' && !certificates.has(id))
      .map(fileView),
    events: eventsOf(cache, worker.id, locationId, nowMs),
  };
}

export function qualificationsOf(cache: Cache, worker: Worker, nowMs: number): QualificationView[] {
  return (worker.qualifications ?? []).map(({ name, validUntil, documentId }) => {
    const { state, untilMs } = light(
      { status: 'complete', ...(validUntil === undefined ? {} : { validUntil }) },
      nowMs,
    );
    const certificate = documentId === undefined ? undefined : cache.get('document', documentId);
    return {
      name,
      state: state === 'not_required' ? 'ok' : state,
      ...(untilMs === undefined ? {} : { untilMs }),
      ...(certificate ? { certificate: fileView(certificate) } : {}),
    };
  });
}

export const fileView = ({ id, name, mediaType, sizeBytes }: DocumentRecord): FileView => ({
  id,
  name,
  mediaType,
  sizeBytes,
});

function eventsOf(cache: Cache, workerId: string, locationId: string, nowMs: number): PersonFile['events'] {
  return cache
    .rosterOf(workerId)
    .map(({ entry, booking }) => ({
      bookingId: booking.id,
      name: booking.name,
      clientName: cache.get('client', booking.clientId)?.name ?? '',
      ...(entry.role === undefined ? {} : { role: entry.role }),
      status: booking.status,
      startsAtMs: Date.parse(entry.startsAt),
      endsAtMs: Date.parse(entry.endsAt),
      here: entry.locationId === locationId,
      locationName: cache.get('location', entry.locationId)?.name ?? '',
    }))
    .filter(({ endsAtMs }) => endsAtMs > nowMs - DAY_MS)
    .sort((a, b) => a.startsAtMs - b.startsAtMs);
}
