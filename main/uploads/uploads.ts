import type { User } from '../../core/site/entities.ts';
import { documentFault } from '../../core/wish/faults.ts';
import type { WriteFault } from '../../preload/booking-views.ts';
import type { UploadView } from '../../preload/upload-views.ts';
import { mediaTypeOf } from '../blobs/media-type.ts';
import type { Ground } from '../ground.ts';

export interface Uploads {
  readonly add: (bookingId: string, name: string, bytes: Uint8Array) => Promise<WriteFault | null>;
  readonly list: (bookingId: string) => UploadView[];
  readonly stop: (documentId: string) => void;
  readonly goOn: (documentId: string) => void;
}

export interface UploadParts extends Pick<
  Ground,
  'identity' | 'clock' | 'newId' | 'cache' | 'blobs' | 'append' | 'actor'
> {
  /** In turns that a badge can pass between. */
  readonly hashOf: (bytes: Uint8Array) => Promise<string>;
}

/** E2: the file is on this disk first, then in the journal, and only then on its way. */
export function createUploads({ cache, blobs, identity, clock, newId, append, actor, hashOf }: UploadParts): Uploads {
  const { goingUp } = blobs;
  const named = () => cache.all('document').filter(({ subject }) => subject.kind === 'booking');
  const hashOfDocument = (documentId: string): string | undefined => cache.get('document', documentId)?.sha256;
  goingUp.begin((sha256) => named().some((document) => document.sha256 === sha256));
  return {
    async add(bookingId, name, bytes) {
      const by = actor();
      const user: User | undefined = by.userId === undefined ? undefined : cache.get('user', by.userId);
      const booking = cache.get('booking', bookingId);
      const client = booking && cache.get('client', booking.clientId);
      const subject = { kind: 'booking' as const, id: bookingId };
      const fault = documentFault({ subject }, { isSubjectKnown: booking !== undefined, client, by: user });
      if (fault) return fault;
      const sha256 = await hashOf(bytes);
      try {
        await goingUp.add(sha256, bytes);
      } catch {
        return 'disk_full';
      }
      await blobs.keep(sha256, bytes);
      const document = {
        id: newId(),
        name: plainName(name),
        mediaType: mediaTypeOf(bytes) ?? 'application/octet-stream',
        sizeBytes: bytes.length,
        sha256,
        subject,
        locationId: identity.locationId,
        uploadedAt: new Date(clock.nowMs()).toISOString(),
        ...(by.userId === undefined ? {} : { uploadedBy: by.userId }),
      };
      const written = append([{ type: 'document.added', actor: by, data: { document } }]);
      if (written.ok) goingUp.goOn(sha256);
      else goingUp.drop(sha256);
      return written.ok ? null : written.fault;
    },
    list(bookingId) {
      const onTheirWay = goingUp.list();
      if (onTheirWay.length === 0) return [];
      return cache.byRef('document', bookingId).flatMap((document) => {
        const found = onTheirWay.find(({ sha256 }) => sha256 === document.sha256);
        if (!found) return [];
        const { sha256: _, ...progress } = found;
        return [{ documentId: document.id, bookingId, name: document.name, ...progress }];
      });
    },
    stop(documentId) {
      const sha256 = hashOfDocument(documentId);
      if (sha256 !== undefined) goingUp.stop(sha256);
    },
    goOn(documentId) {
      const sha256 = hashOfDocument(documentId);
      if (sha256 !== undefined) goingUp.goOn(sha256);
    },
  };
}

/** Only a name, never a way to another folder. */
const plainName = (name: string): string => name.replaceAll(/[\\/\p{Cc}]/gu, '_').slice(0, 200);
