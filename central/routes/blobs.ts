import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { isoOf, type Central } from '../central.ts';
import { deviceOf } from '../http/device-of.ts';
import { problemAnswers, refuse } from '../http/problems.ts';
import { MAX_BLOB_BYTES, takeSlices } from './blob-slices.ts';
import type { App } from '../http/server.ts';

const keptSchema = z.object({ sha256: z.string(), serverTime: z.iso.datetime({ precision: 3 }) });
const sliceSchema = keptSchema.extend({ offset: z.number().int() });
const SLICES =
  `Without Content-Range: the whole file. With it ("bytes 0-524287/9000000"): a slice that goes on where the last one ended, or before; 202 and
 Upload-Offset say from where to go on, 201 that the file is whole and has its hash. What arrived of a slice that broke off is kept: HEAD answers
 404 with Upload-Offset, the number of bytes that are here. 409 offset_mismatch: the slice begins behind that.`.replaceAll(
    '\n',
    '',
  );
const bytes = { description: 'The bytes', content: { 'application/octet-stream': { schema: z.any() } } };
const paramsSchema = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) });

/** Photos, certificates, documents. A name is its content's hash, so a file is never changed, only there or not. */
export function blobRoutes(app: App, central: Central): void {
  void app.register(async (blobs) => routes(blobs as App, central));
}

function routes(app: App, central: Central): void {
  const schema = { security: [{ device: [] }], params: paramsSchema };
  const fileOf = (sha256: string) => join(central.blobDirectory, sha256.slice(0, 2), sha256);
  const slices = takeSlices(fileOf);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));

  app.put(
    '/v1/blobs/:sha256',
    {
      bodyLimit: MAX_BLOB_BYTES,
      schema: {
        ...schema,
        summary: 'Keep a file under its hash, at once or in slices',
        description: SLICES,
        response: { 201: keptSchema, 202: sliceSchema, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const device = await deviceOf(central, request);
      if (!device.ok) return refuse(reply, device.fault, central.now());
      const { sha256 } = request.params;
      const range = request.headers['content-range'];
      if (range !== undefined) {
        const had = await slices.take(sha256, range, request.body as Readable);
        if (typeof had === 'number') {
          void reply.header('upload-offset', had);
          return reply.code(202).send({ sha256, offset: had, serverTime: isoOf(central.now()) });
        }
        if (had !== 'kept') {
          void reply.header('upload-offset', await slices.offset(sha256));
          return refuse(reply, had, central.now());
        }
        return reply.code(201).send({ sha256, serverTime: isoOf(central.now()) });
      }
      const kept = await keep(request.body as Readable, fileOf(sha256), sha256, central.secret(6));
      if (kept !== 'kept') return refuse(reply, kept, central.now());
      return reply.code(201).send({ sha256, serverTime: isoOf(central.now()) });
    },
  );

  app.get(
    '/v1/blobs/:sha256',
    {
      compress: false,
      schema: {
        ...schema,
        summary: 'A file by its hash; byte ranges are supported',
        description: '404 carries Upload-Offset: how many bytes of it have come up so far.',
        response: { 200: bytes, 206: bytes, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const device = await deviceOf(central, request);
      if (!device.ok) return refuse(reply, device.fault, central.now());
      const file = fileOf(request.params.sha256);
      const size = await stat(file).then(
        (found) => found.size,
        () => undefined,
      );
      if (size === undefined) {
        void reply.header('upload-offset', await slices.offset(request.params.sha256));
        return refuse(reply, 'not_found', central.now());
      }
      void reply.headers({
        'content-type': 'application/octet-stream',
        'accept-ranges': 'bytes',
        'cache-control': 'private, immutable',
      });
      const range = rangeOf(request.headers.range, size);
      if (range === 'unsatisfiable')
        return refuse(reply.header('content-range', `bytes */${size}`), 'range_unsatisfiable', central.now());
      if (!range) return reply.header('content-length', size).send(createReadStream(file));
      const { start, end } = range;
      return reply
        .code(206)
        .headers({ 'content-range': `bytes ${start}-${end}/${size}`, 'content-length': end - start + 1 })
        .send(createReadStream(file, { start, end }));
    },
  );
}

/** Writes beside, checks, then names: nobody ever sees half a file. */
async function keep(
  body: Readable,
  file: string,
  sha256: string,
  suffix: string,
): Promise<'kept' | 'hash_mismatch' | 'too_large'> {
  await mkdir(dirname(file), { recursive: true });
  const beside = `${file}.${suffix}.part`;
  const handle = await open(beside, 'w');
  const hash = createHash('sha256');
  let size = 0;
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > MAX_BLOB_BYTES) return 'too_large';
      hash.update(chunk);
      await handle.write(chunk);
    }
    if (hash.digest('hex') !== sha256) return 'hash_mismatch';
    await handle.sync();
    await rename(beside, file);
    return 'kept';
  } finally {
    await handle.close();
    await rm(beside, { force: true });
  }
}

/** One byte range (RFC 9110 section 14); several at once are answered with the whole, as the RFC allows. */
function rangeOf(
  header: string | undefined,
  size: number,
): { start: number; end: number } | 'unsatisfiable' | undefined {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return undefined;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return start > end || start >= size ? 'unsatisfiable' : { start, end };
}
