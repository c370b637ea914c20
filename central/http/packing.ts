import zlib from 'node:zlib';
import type { FastifyCompressOptions } from '@fastify/compress';

/** Smaller answers gain nothing from gzip. */
const GZIP_FROM_BYTES = 1024;
/** A push of 500 events in one or two pieces: each is a way to another thread and back. */
const PIECE_BYTES = 256 * 1024;

/** Gzip both ways. Lists of like things pack nearly as well at the quickest level, in a fifth of the time. */
export const PACKING: FastifyCompressOptions = {
  encodings: ['gzip'],
  requestEncodings: ['gzip'],
  threshold: GZIP_FROM_BYTES,
  zlibOptions: { level: zlib.constants.Z_BEST_SPEED },
  zlib: { ...zlib, createGunzip: () => zlib.createGunzip({ chunkSize: PIECE_BYTES }) },
};
