/** E2: documents, files, maps and photos up to an event. */
import { z } from 'zod';
import { MOST_FILE_BYTES } from '../core/site/portal.ts';
import { WRITE_FAULTS } from './booking-views.ts';

const id = z.string().min(1).max(64);

/** `waiting`: until there is a line to central; by itself. `stopped`: until somebody goes on with it. */
export const uploadViewSchema = z.object({
  documentId: id,
  bookingId: id,
  name: z.string(),
  sizeBytes: z.number(),
  sentBytes: z.number(),
  state: z.enum(['sending', 'waiting', 'stopped']),
});

export const uploadCalls = {
  /** On this gate's disk and in its journal when it answers; the bytes go up by and by. */
  addDocument: {
    ask: z.object({
      bookingId: id,
      name: z.string().min(1).max(200),
      bytes: z.instanceof(Uint8Array).refine(({ length }) => length > 0 && length <= MOST_FILE_BYTES),
    }),
    answer: z.object({ fault: z.enum(WRITE_FAULTS).nullable() }),
  },
  listUploads: { ask: z.object({ bookingId: id }), answer: z.array(uploadViewSchema) },
  stopUpload: { ask: z.object({ documentId: id }), answer: z.undefined() },
  goOnUpload: { ask: z.object({ documentId: id }), answer: z.undefined() },
} as const;

export type UploadView = z.infer<typeof uploadViewSchema>;
