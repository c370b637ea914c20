import type { uploadCalls } from '../../preload/upload-views.ts';
import type { Handlers } from '../ipc.ts';
import type { Station } from '../station.ts';

export interface UploadHandlerParts {
  readonly station: () => Station | undefined;
  readonly deskChanged: () => void;
}

/** The desk's calls about files that go up to an event. */
export function uploadHandlers(parts: UploadHandlerParts): Pick<Handlers<'desk'>, keyof typeof uploadCalls> {
  const uploads = () => parts.station()?.areas.uploads;
  return {
    async addDocument({ bookingId, name, bytes }) {
      const here = uploads();
      const fault = here ? await here.add(bookingId, name, bytes) : 'not_enrolled';
      parts.deskChanged();
      return { fault };
    },
    listUploads: ({ bookingId }) => uploads()?.list(bookingId) ?? [],
    stopUpload({ documentId }) {
      uploads()?.stop(documentId);
      return undefined;
    },
    goOnUpload({ documentId }) {
      uploads()?.goOn(documentId);
      return undefined;
    },
  };
}
