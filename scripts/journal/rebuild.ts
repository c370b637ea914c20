import { readEvents } from '../../main/journal/journal.ts';
import { createProjections } from '../../main/journal/projections.ts';
import { compareProjections } from '../../main/journal/verify.ts';
import type { Sqlite } from '../../main/sqlite.ts';
import type { Say } from '../console.ts';
import { sayDifferences } from './verify.ts';

/** Makes the lists anew from the events alone and says what had been different; true when they fit afterwards. */
export function rebuild(db: Sqlite, say: Say): boolean {
  const before = compareProjections(db, readEvents(db));
  sayDifferences(before, say);
  const events = createProjections(db).rebuild(readEvents(db));
  const after = compareProjections(db, readEvents(db));
  sayDifferences(after, say);
  say(
    before.length === 0
      ? `Made anew from ${events} events; the lists were right before.`
      : `Made anew from ${events} events; ${before.length} lines of the lists had not fitted them.`,
  );
  if (after.length > 0) say('The lists still do not fit the events. Run "verify", and call support.');
  return after.length === 0;
}
