import type { Anchor } from '../../core/keeping/anchor.ts';
import { readEvents } from '../../main/journal/journal.ts';
import { compareProjections, verifyChain, type ChainReport } from '../../main/journal/verify.ts';
import type { Sqlite } from '../../main/sqlite.ts';
import { sha256Hex } from '../../main/verify.ts';
import type { Say } from '../console.ts';

const FAULT_WORDS: Readonly<Record<ChainReport['faults'][number]['fault'], string>> = {
  edited: 'was changed after it was written: its hash does not fit',
  broken_link: 'does not follow the event before it: that one was changed or swapped',
  gap: 'comes after a gap: events before it are missing',
  unreadable: 'is not an event that can be read',
  column_differs: 'says something else in its columns than in its text',
  bad_anchor: 'is where the chain begins, and what says so was not signed by its key',
  not_kept: 'is older than where the chain begins, and not among those that stayed',
};
const SHOWN = 20;

/** Says what is right and wrong with a journal; true when all is well. */
export function verify(db: Sqlite, say: Say): boolean {
  // One view of the file: a gate that runs writes on meanwhile.
  return db.transaction(() => {
    const chain = verifyChain(db, sha256Hex);
    say(`${chain.events} events, the newest is number ${chain.headSeq}, its hash ${chain.headHash}`);
    if (chain.goesOnAtSeq !== undefined) {
      say(
        `A repair took place before event ${chain.goesOnAtSeq}: the numbers before it are of events that central has.`,
      );
    }
    if (chain.anchor) say(anchorLine(chain.anchor));
    if (chain.emptied > 0) say(`Of ${chain.emptied} events the words about people are gone, signed for by this gate.`);
    for (const { seq, fault } of chain.faults.slice(0, SHOWN)) say(`event ${seq} ${FAULT_WORDS[fault]}`);
    more(chain.faults.length, say);
    const differences = projectionsDiffer(db, chain);
    if (differences === undefined) say('The lists were not compared: mend the events first.');
    else sayDifferences(differences, say);
    const well = chain.faults.length === 0 && differences?.length === 0;
    say(
      well
        ? 'All is well: every event is as it was written, and the lists fit them.'
        : `Something is wrong. Keep a copy of this file as it is, and call support${
            chain.faults.length === 0 ? ' if "rebuild" does not mend it' : ''
          }.`,
    );
    return well;
  })();
}

const anchorLine = ({ throughSeq, hash, count, atMs, kept, publicKey }: Anchor): string =>
  `It verifies from event ${throughSeq + 1} on: ${count} events up to ${throughSeq} (hash ${hash}) have left by ` +
  `${new Date(atMs).toISOString()}, ${kept.length} of those stayed; signed by the key ${publicKey}.`;

/** Undefined: an event can't be read, so nothing can be folded. */
const projectionsDiffer = (db: Sqlite, { faults }: ChainReport): readonly string[] | undefined =>
  faults.some(({ fault }) => fault === 'unreadable') ? undefined : compareProjections(db, readEvents(db));

export function sayDifferences(differences: readonly string[], say: Say): void {
  for (const line of differences.slice(0, SHOWN)) say(line);
  more(differences.length, say);
}

function more(count: number, say: Say): void {
  if (count > SHOWN) say(`... and ${count - SHOWN} more`);
}
