import { isImage, mediaTypeOf, type ShownType } from '../blobs/media-type.ts';
import type { Blobs } from '../blobs/blobs.ts';

export type GetBlob = Blobs['get'];

const ADDRESS = /^\/blob\/([0-9a-f]{64})$/;

/** The hash that an address of our own names; undefined: it is the address of something else. */
export function blobIn(requestUrl: string): string | undefined {
  try {
    return ADDRESS.exec(new URL(requestUrl).pathname)?.[1];
  } catch {
    return undefined;
  }
}

/** A picture by its hash: only what its bytes say is one, under a policy by which it can load and run nothing. */
export const imageResponse = (sha256: string, get: GetBlob): Promise<Response> => shown(sha256, get, isImage);

/** Anything that the viewer shows. */
export const viewerResponse = (sha256: string, get: GetBlob): Promise<Response> =>
  shown(sha256, get, (type) => type !== undefined);

async function shown(
  sha256: string,
  get: GetBlob,
  isAllowed: (type: ShownType | undefined) => boolean,
): Promise<Response> {
  const got = await get(sha256);
  if (!got.ok) return new Response('not here', { status: 404 });
  const type = mediaTypeOf(got.value);
  if (type === undefined || !isAllowed(type)) return new Response('not to be shown', { status: 415 });
  return new Response(new Uint8Array(got.value), {
    headers: {
      'content-type': type,
      ...(isImage(type) ? { 'content-security-policy': "default-src 'none'; sandbox" } : {}),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  });
}
