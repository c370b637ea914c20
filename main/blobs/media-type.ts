/** What the gate shows by itself; everything else is only ever saved. */
export const SHOWN_TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'application/pdf'] as const;
export type ShownType = (typeof SHOWN_TYPES)[number];

const starts = (bytes: Uint8Array, at: number, text: string): boolean =>
  [...text].every((character, index) => bytes[at + index] === character.charCodeAt(0));

/**
 * The type that the first bytes tell (PNG, JFIF/EXIF, RIFF WebP, GIF, ISO 32000), whatever a record says of them: only what was
 * recognised is ever drawn. SVG is left out on purpose, it can carry scripts.
 */
export function mediaTypeOf(bytes: Uint8Array): ShownType | undefined {
  if (starts(bytes, 0, '\u0089PNG\r\n\u001a\n')) return 'image/png';
  if (starts(bytes, 0, '\u00ff\u00d8\u00ff')) return 'image/jpeg';
  if (starts(bytes, 0, 'RIFF') && starts(bytes, 8, 'WEBP')) return 'image/webp';
  if (starts(bytes, 0, 'GIF87a') || starts(bytes, 0, 'GIF89a')) return 'image/gif';
  return starts(bytes, 0, '%PDF-') ? 'application/pdf' : undefined;
}

export const isImage = (type: ShownType | undefined): boolean => type?.startsWith('image/') ?? false;
