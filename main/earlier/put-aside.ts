import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { writeIdentity, type EnrolledAs, type SecretBox } from '../identity.ts';
import { openSqlite } from '../sqlite.ts';

/** What this PC was before it was enrolled anew: a folder per identity, each with its journal, its identity and its token. */
export const earlierFolder = (home: string): string => path.join(home, 'earlier');

/** Ids are central's: as the name of a folder they must not lead anywhere else. */
const folderOf = (home: string, deviceId: string): string =>
  path.join(earlierFolder(home), `device-${encodeURIComponent(deviceId)}`);

/** Before the new identity is written: whenever the power goes from here on, the old journal can still be handed over. */
export function keepEarlierIdentity(home: string, box: SecretBox, identity: EnrolledAs): void {
  writeIdentity(folderOf(home, identity.deviceId), box, identity);
}

/**
 * A journal is one device's chain, and its numbers are that device's: one of another identity is moved aside whole, and what central
 * told that identity goes. Asked at every start, so that a power cut between the two leaves nothing half done. True: it was moved.
 */
export function putForeignJournalAside(home: string, deviceId: string): boolean {
  const file = path.join(home, 'journal.db');
  const owner = existsSync(file) ? ownerOf(file) : undefined;
  if (owner === undefined || owner === deviceId) return false;
  const folder = folderOf(home, owner);
  mkdirSync(folder, { recursive: true });
  for (const name of ['cache', 'cache-next', 'cache-old'])
    for (const suffix of ['', '-wal', '-shm']) rmSync(path.join(home, `${name}.db${suffix}`), { force: true });
  renameSync(file, path.join(folder, 'journal.db'));
  return true;
}

/** Whose chain it is. Undefined: it is empty, or can't be read, which is for whoever opens it to deal with. */
function ownerOf(file: string): string | undefined {
  try {
    const db = openSqlite(file);
    try {
      const owner = db
        .prepare<[], string>(`select json_extract(body, '$.deviceId') from event order by seq desc limit 1`)
        .pluck()
        .get();
      // The log goes into the file, which is then all there is.
      db.pragma('wal_checkpoint(truncate)');
      return owner;
    } finally {
      db.close();
    }
  } catch {
    return undefined;
  }
}
