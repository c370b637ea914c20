import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Central } from '../central.ts';

const GIVEN_UP_MS = 24 * 3_600_000;
const LOOK_EVERY_MS = 3_600_000;
/** `up`: comes in slices (routes/blob-slices.ts); `part`: came at once, and broke off with the process (routes/blobs.ts). */
const UNFINISHED = /\.(?:up|part)$/;

/** Nothing of it has come for a day: whoever wants to send it still begins anew. */
export const isGivenUp = (lastBytesMs: number, nowMs: number): boolean => nowMs - lastBytesMs > GIVEN_UP_MS;

/** Removes uploads that nobody finishes; whole files are never touched. Returns how many went. */
export async function removeUnfinished({
  blobDirectory,
  now,
}: Pick<Central, 'blobDirectory' | 'now'>): Promise<number> {
  let gone = 0;
  for (const name of await readdir(blobDirectory, { recursive: true })) {
    if (!UNFINISHED.test(name)) continue;
    const file = path.join(blobDirectory, name);
    // It may have become whole, or gone by another central, since it was listed.
    const found = await stat(file).catch(() => undefined);
    if (!found || !isGivenUp(found.mtimeMs, now())) continue;
    await rm(file, { force: true });
    gone += 1;
  }
  return gone;
}

/** Looks now and every hour. @param told after each look that removed something, or could not look */
export function watchUploads(
  central: Pick<Central, 'blobDirectory' | 'now'>,
  told: (what: { readonly gone: number } | { readonly error: unknown }) => void,
): { readonly stop: () => void } {
  const look = (): void =>
    void removeUnfinished(central).then(
      (gone) => gone > 0 && told({ gone }),
      (error: unknown) => told({ error }),
    );
  look();
  const timer = setInterval(look, LOOK_EVERY_MS);
  return { stop: () => clearInterval(timer) };
}
