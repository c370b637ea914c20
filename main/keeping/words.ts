import type { Ground } from '../ground.ts';
import { createEmptying, type EmptyParts } from './empty.ts';
import { TRUE_MS } from '../journal/true-time.ts';

export interface WordsParts extends EmptyParts {
  readonly delivery: Pick<Ground['delivery'], 'remembered'>;
  readonly wishes: Pick<Ground['wishes'], 'toldTo'>;
  readonly clock: Pick<Ground['clock'], 'nowMs' | 'offsetMs'>;
  /** Events whose words something still reads. */
  readonly needed: () => ReadonlySet<number>;
  readonly wordsDays: () => number;
  /** Everybody of whom central tells is known here: whoever is not has been removed. */
  readonly knowsEverybody: () => boolean;
  readonly breathe: () => Promise<void>;
}

/** Names and what somebody typed leave the journal before the acts they belong to. Both answer of how many events they were taken. */
export interface WordKeeping {
  /** Of everybody, once they are old. */
  readonly emptyOld: () => Promise<number>;
  /** At once: of whoever central no longer tells of. */
  readonly emptyStrangers: () => Promise<number>;
  readonly stop: () => void;
}

const DAY_MS = 86_400_000;
const LOOKED_AT_ONCE = 2000;
const EMPTIED_AT_ONCE = 20;

/** Nothing that central has not told back is touched: it may have to be sent again, and its record shows the words from here. */
export function createWordKeeping(parts: WordsParts): WordKeeping {
  const { db, clock, breathe } = parts;
  const { wordy, empty } = createEmptying(parts);
  const read = db.prepare<[], string>(`select value from meta where key = 'emptied_to'`).pluck();
  const write = db.prepare(
    `insert into meta values ('emptied_to', ?) on conflict do update set value = excluded.value`,
  );
  const trueTimeOf = db
    .prepare<[number], number>(`select ${TRUE_MS} from event where seq >= ? order by seq limit 1`)
    .pluck();
  let stopped = false;
  const emptiedTo = (): number => Number(read.get() ?? 0);
  const toldTo = (): number => {
    const { settledTo, setAside } = parts.delivery.remembered();
    return Math.min(settledTo, parts.wishes.toldTo(), ...setAside.map((seq) => seq - 1));
  };

  /** Returns up to where it came. */
  const emptyFrom = async (of: 'everybody' | 'strangers', isOld: (seq: number) => boolean): Promise<number> => {
    const needed = parts.needed();
    /** Looked at again each time, until it is read no more. */
    let isHeld = false;
    const end = toldTo();
    let [at, emptied] = [emptiedTo(), 0];
    while (at < end && isOld(at + 1) && !stopped) {
      const next = Math.min(end, at + LOOKED_AT_ONCE);
      const all = wordy(at, next, of);
      const found = all.filter((seq) => !needed.has(seq) && isOld(seq));
      for (let i = 0; i < found.length && !stopped; i += EMPTIED_AT_ONCE) {
        emptied += empty(found.slice(i, i + EMPTIED_AT_ONCE));
        await breathe();
      }
      if (stopped) break;
      at = next;
      const held = all.find((seq) => needed.has(seq));
      if (of === 'everybody' && isOld(next) && !isHeld) write.run(String(held === undefined ? next : held - 1));
      isHeld ||= held !== undefined;
      await breathe();
    }
    return emptied;
  };

  return {
    async emptyOld() {
      const offsetMs = clock.offsetMs();
      if (offsetMs === null) return 0;
      const beforeMs = clock.nowMs() + offsetMs - parts.wordsDays() * DAY_MS;
      return emptyFrom('everybody', (seq) => (trueTimeOf.get(seq) ?? Number.POSITIVE_INFINITY) < beforeMs);
    },
    emptyStrangers: async () => (parts.knowsEverybody() ? emptyFrom('strangers', parts.knowsEverybody) : 0),
    stop: () => void (stopped = true),
  };
}
