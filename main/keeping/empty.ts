import { hashOfText } from '../../core/event/chain.ts';
import { emptiedBody, emptiedText, TYPES_WITH_WORDS, withoutWords } from '../../core/keeping/emptied.ts';
import type { Sha256Hex } from '../../core/ports.ts';
import type { AnchorKey } from '../journal/anchor-key.ts';
import { eventFromRow, type EventRow } from '../journal/journal.ts';
import type { Sqlite } from '../sqlite.ts';

export interface EmptyParts {
  readonly db: Sqlite;
  readonly key: AnchorKey;
  readonly sha256: Sha256Hex;
  readonly nowMs: () => number;
}

const NOT_EDITED = `create trigger event_is_not_edited before update on event
  begin select raise(abort, 'the journal is append-only'); end`;
const TYPES = TYPES_WITH_WORDS.map((type) => `'${type}'`).join(', ');

export interface Emptying {
  /** Numbers of the events of this stretch that say words about people, of everybody or of whoever is known no more. */
  readonly wordy: (afterSeq: number, toSeq: number, of: 'everybody' | 'strangers') => number[];
  /** Takes the words out of these events, all or none. Returns of how many. One that is not as it was written stays: it is evidence. */
  readonly empty: (seqs: readonly number[]) => number;
}

/**
 * Takes names and what somebody typed out of events. The hash that each had stays, so the chain around it holds; of what is left the
 * device signs that it was so (`core/keeping/emptied.ts`). This is the only code that changes events.
 */
export function createEmptying({ db, key, sha256, nowMs }: EmptyParts): Emptying {
  const about = `coalesce(e.worker_id, iif(json_valid(e.body), e.body ->> '$.data.document.workerId', null))`;
  const ofAll = `select e.seq from event e where e.seq > ? and e.seq <= ? and e.type in (${TYPES})
    and json_valid(e.body) and e.body ->> '$.data.emptied' is null`;
  const everybody = db.prepare<[number, number], number>(ofAll).pluck();
  const strangers = db
    .prepare<[number, number], number>(
      `${ofAll} and ${about} is not null
         and not exists (select 1 from cache.entity w where w.entity = 'worker' and w.id = ${about})`,
    )
    .pluck();
  const one = db.prepare<[number], EventRow>('select seq, body, hash from event where seq = ?');
  const sign = db.prepare('insert into emptied values (@seq, @hash, @atMs, @bodyHash, @publicKey, @signature)');

  const empty = (seqs: readonly number[]): number => {
    let emptied = 0;
    db.exec('drop trigger event_is_not_edited');
    const put = db.prepare('update event set body = ? where seq = ?');
    for (const seq of seqs) {
      const row = one.get(seq);
      if (!row || hashOfText(row.body, sha256) !== row.hash) continue;
      const rest = withoutWords(eventFromRow(row));
      if (!rest) continue;
      const body = emptiedBody(rest);
      const bodyHash = hashOfText(body, sha256);
      const mark = { seq, hash: row.hash, bodyHash, atMs: nowMs(), publicKey: key.publicKey };
      put.run(body, seq);
      sign.run({ ...mark, signature: key.sign(emptiedText(mark)) });
      emptied += 1;
    }
    db.exec(NOT_EDITED);
    return emptied;
  };
  const inOne = db.transaction(empty);
  return {
    wordy: (afterSeq, toSeq, of) => (of === 'everybody' ? everybody : strangers).all(afterSeq, toSeq),
    empty(seqs) {
      if (seqs.length === 0) return 0;
      // What a shorter text leaves free is overwritten.
      db.pragma('main.secure_delete = on');
      const emptied = inOne.immediate(seqs);
      db.pragma('main.secure_delete = off');
      return emptied;
    },
  };
}
