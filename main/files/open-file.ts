import type { FileAnswer } from '../../preload/person-views.ts';
import { isImage, mediaTypeOf } from '../blobs/media-type.ts';
import type { Ground } from '../ground.ts';

/** A file's content, or its pieces as they come. */
export type FileBytes = Uint8Array | AsyncIterable<string | Uint8Array>;

/** What only the program with its windows can do with a file. */
export interface FileDoors {
  /** Shows a PDF in a window that can do nothing else. */
  readonly showPdf: (sha256: string, name: string) => void;
  /** Asks staff where to, and writes the file there, all of it or none; false: they changed their mind. */
  readonly saveAs: (name: string, bytes: FileBytes) => Promise<boolean>;
}
export type OpenFile = (documentId: string, how: 'show' | 'save', doors: FileDoors) => Promise<FileAnswer>;

/** E2: only files that a record of this gate names. What they are is told by their bytes; nothing is ever run. */
export function createOpenFile({ cache, blobs }: Ground): OpenFile {
  return async (documentId, how, doors) => {
    const document = cache.get('document', documentId);
    if (!document) return { came: 'fault', fault: 'not_there' };
    const { sha256, name } = document;
    const got = await blobs.get(sha256);
    if (!got.ok) return { came: 'fault', fault: got.fault };
    const type = how === 'show' ? mediaTypeOf(got.value) : undefined;
    if (isImage(type)) return { came: 'image', sha256, name };
    if (type === 'application/pdf') {
      doors.showPdf(sha256, name);
      return { came: 'window' };
    }
    try {
      return { came: (await doors.saveAs(name, got.value)) ? 'saved' : 'cancelled' };
    } catch {
      // The place that was chosen takes no file: full, read-only, gone.
      return { came: 'fault', fault: 'not_saved' };
    }
  };
}
