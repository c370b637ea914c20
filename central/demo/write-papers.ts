import type { Worker } from '../../core/site/entities.ts';
import type { DocumentRecord } from '../../core/site/portal.ts';
import { isoOf, type Central } from '../central.ts';
import type { Rows } from '../store/store.ts';
import { publish } from '../sync/publish.ts';
import { keepBlob } from './blobs.ts';
import { drawPdf } from './drawn/pdf.ts';
import { drawPortrait } from './drawn/portrait.ts';
import { EVENTS, type EventRow } from './events.ts';
import { demoId } from './id.ts';
import { PAPERS } from './papers.ts';
import { PEOPLE, workerIdOf } from './people.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Every seventh person has no photo yet: the card then shows initials. */
const WITHOUT_PHOTO = 7;

type Papers = Pick<Worker, 'photo' | 'skills' | 'qualifications' | 'vehicles' | 'note'>;

/** Photo, skills, certificates, vehicles of one of PEOPLE; the certificates themselves are published on the way. */
export async function writePapers(central: Central, rows: Rows, person: string, nowMs: number): Promise<Papers> {
  const { skills, qualifications = [], vehicles, note } = PAPERS[person] ?? {};
  const at = PEOPLE.findIndex(({ key }) => key === person);
  const photo = at % WITHOUT_PHOTO === WITHOUT_PHOTO - 1 ? undefined : await keepBlob(central, drawPortrait(at));
  const written: NonNullable<Worker['qualifications']> = [];
  for (const { name, endsInDays, certificate } of qualifications) {
    const documentId = demoId(`certificate/${person}/${name}`);
    const validUntil = endsInDays === undefined ? {} : { validUntil: isoOf(nowMs + endsInDays * DAY_MS) };
    written.push({ name, ...validUntil, ...(certificate ? { documentId } : {}) });
    if (!certificate) continue;
    const bytes = drawPdf([
      name,
      `Certificate number ${documentId.slice(0, 8).toUpperCase()}`,
      'Made up for the demo.',
    ]);
    await writeDocument(central, rows, nowMs, {
      id: documentId,
      name: `${name}.pdf`,
      mediaType: 'application/pdf',
      bytes,
      subject: { kind: 'worker', id: workerIdOf(person) },
    });
  }
  return {
    ...(photo === undefined ? {} : { photo }),
    ...(skills ? { skills: [...skills] } : {}),
    ...(written.length > 0 ? { qualifications: written } : {}),
    ...(vehicles ? { vehicles: vehicles.map((vehicle) => ({ ...vehicle })) } : {}),
    ...(note === undefined ? {} : { note }),
  };
}

/** The files of the booked events: they do not age. */
export async function writeEventFiles(central: Central, rows: Rows, nowMs: number): Promise<void> {
  for (const event of EVENTS) {
    for (const { name, mediaType, bytes } of event.files) {
      await writeDocument(central, rows, nowMs, {
        id: demoId(`document/${event.key}/${name}`),
        name,
        mediaType,
        bytes: bytes(),
        subject: { kind: 'booking', id: bookingIdOf(event.key) },
        locationId: event.locationId,
      });
    }
  }
}

/** The events and their rosters, counted from now. */
export async function writeEvents(rows: Rows, nowMs: number): Promise<void> {
  const quarterHour = Math.floor(nowMs / (HOUR_MS / 4)) * (HOUR_MS / 4);
  const times = ({ startsInHours, endsInHours }: Pick<EventRow, 'startsInHours' | 'endsInHours'>) => ({
    startsAt: isoOf(quarterHour + startsInHours * HOUR_MS),
    endsAt: isoOf(quarterHour + endsInHours * HOUR_MS),
  });
  for (const event of EVENTS) {
    const { key, roster, files: _, startsInHours, endsInHours, ...rest } = event;
    const booking = { id: bookingIdOf(key), ...rest, ...times({ startsInHours, endsInHours }) };
    await publish(rows, 'booking', booking, nowMs);
    for (const { person, role, vehiclePlate, ...hours } of roster) {
      const entry = {
        id: demoId(`roster/${key}/${person}`),
        bookingId: booking.id,
        locationId: event.locationId,
        workerId: workerIdOf(person),
        role,
        ...times(hours),
        ...(vehiclePlate === undefined ? {} : { vehiclePlate }),
      };
      await publish(rows, 'rosterEntry', entry, nowMs);
    }
  }
}

export const bookingIdOf = (key: string): string => demoId(`booking/${key}`);

async function writeDocument(
  central: Central,
  rows: Rows,
  nowMs: number,
  {
    bytes,
    ...document
  }: Pick<DocumentRecord, 'id' | 'name' | 'mediaType' | 'subject' | 'locationId'> & { readonly bytes: Buffer },
): Promise<void> {
  const sha256 = await keepBlob(central, bytes);
  const record = { ...document, sizeBytes: bytes.length, sha256, uploadedAt: isoOf(nowMs) };
  await publish(rows, 'document', record, nowMs);
}
