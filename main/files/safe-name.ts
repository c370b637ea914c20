import { mediaTypeOf, type ShownType } from '../blobs/media-type.ts';

const MOST_LETTERS = 150;
const EXTENSIONS: Readonly<Record<ShownType, readonly [string, ...string[]]>> = {
  'image/png': ['.png'],
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/webp': ['.webp'],
  'image/gif': ['.gif'],
  'application/pdf': ['.pdf'],
};
/** Devices on Windows, whatever stands after the first dot ("Naming Files, Paths, and Namespaces", Microsoft). */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/**
 * A name that any file system takes and that says what the file is: nothing in it leads elsewhere or hides, nor turns its end round
 * (U+202E); what is known by its bytes ends as such files do, whatever its record calls it.
 */
export function safeName(name: string, bytes?: Uint8Array): string {
  const plain = name
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/[\p{Cc}/\\:*?"<>|]/gu, '_')
    .replace(/^[.\s]+/, '_')
    .replace(DEVICE, '_$&');
  const type = bytes && mediaTypeOf(bytes);
  const known = type === undefined ? undefined : EXTENSIONS[type];
  const ending = known && !known.some((one) => plain.toLowerCase().endsWith(one)) ? known[0] : (endingOf(plain) ?? '');
  const stem = plain.endsWith(ending) ? plain.slice(0, plain.length - ending.length) : plain;
  const cut = [...stem]
    .slice(0, MOST_LETTERS - ending.length)
    .join('')
    .replace(/[.\s]+$/, '');
  return `${cut === '' ? 'file' : cut}${ending}`;
}

const endingOf = (name: string): string | undefined => /\.[\p{L}\p{N}]{1,10}$/u.exec(name)?.[0];
