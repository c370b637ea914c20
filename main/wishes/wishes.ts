import { z } from 'zod';
import { knownEvent, type GateEvent } from '../../core/event/event.ts';
import { WISH_TYPES, wishesOf, type Wish } from '../../core/wish/wishes.ts';
import { eventFromRow, type EventRow } from '../journal/journal.ts';
import type { Sqlite } from '../sqlite.ts';
import type { Delivery } from '../sync/delivery.ts';

export interface OpenWish {
  readonly event: GateEvent;
  readonly wish: Wish;
}

/** What central would not do, and why: it is undone here. */
export interface RefusedWish {
  readonly event: GateEvent;
  readonly code: string;
  readonly detail: string;
}

/**
 * What was asked for at this gate and central has not told back yet: shown as if it were so, and undone by itself when central
 * refuses it. Read from the journal; nothing is kept beside it but how far central's records are known to hold it.
 */
export interface Wishes {
  /** Oldest first. */
  readonly open: () => readonly OpenWish[];
  /** Whether something of this record waits for central. */
  readonly isWaiting: (entity: Wish['entity'], id: string) => boolean;
  /** The newest first, those of one kind of act. */
  readonly refused: (type: GateEvent['type']) => readonly RefusedWish[];
  /** Central's records hold all acts of this gate up to this number, and what it made of them has been told. */
  readonly toldTo: () => number;
  /** Grows whenever `open` changes. */
  readonly revision: () => number;
  /** To be called after an act was written, and after central answered to some. */
  readonly look: () => void;
  /** To be called when a pull has come to its end; `changed` is called when `open` is another. True: one more tells what is known to be settled and waits here still. */
  readonly upToDate: (changed?: () => void) => boolean;
}

const TYPES = WISH_TYPES.map((type) => `'${type}'`).join(', ');
const MOST_REFUSED = 20;
const toldSchema = z.object({ toldTo: z.number().int(), settledThen: z.number().int() });

/**
 * A pull that began after an event was settled brings what central made of it. Pulls follow one another, so what was settled when
 * the one before came to its end is told when this one does.
 */
export function createWishes(db: Sqlite, delivery: Pick<Delivery, 'remembered'>): Wishes {
  const after = db.prepare<[number], EventRow>(
    `select e.seq, e.body, e.hash from event e left join delivery d on d.seq = e.seq
     where e.type in (${TYPES}) and e.seq > ? and coalesce(d.status, '') <> 'rejected' order by e.seq`,
  );
  const rejected = db.prepare<[string], EventRow & { code: string | null; detail: string | null }>(
    `select e.seq, e.body, e.hash, d.code, d.detail from delivery d join event e on e.seq = d.seq
     where d.status = 'rejected' and e.type = ? order by e.seq desc limit ${MOST_REFUSED}`,
  );
  const keep = db.prepare(`insert into meta values ('wishes', ?) on conflict do update set value = excluded.value`);
  let told = readTold(db);
  let open: readonly OpenWish[] = [];
  let shape = '';
  let revision = 0;

  const look: Wishes['look'] = () => {
    const rows = after.all(told.toldTo);
    const next = rows.map(({ seq }) => seq).join(' ');
    if (next === shape) return;
    shape = next;
    revision += 1;
    open = rows.flatMap((row) => {
      const event = knownEvent(eventFromRow(row));
      return event ? wishesOf(event).map((wish) => ({ event, wish })) : [];
    });
  };
  look();
  return {
    open: () => open,
    isWaiting: (entity, id) => open.some(({ wish }) => wish.entity === entity && wish.id === id),
    refused: (type) =>
      rejected.all(type).flatMap((row) => {
        const event = knownEvent(eventFromRow(row));
        return event ? [{ event, code: row.code ?? '', detail: row.detail ?? '' }] : [];
      }),
    toldTo: () => told.toldTo,
    revision: () => revision,
    look,
    upToDate(changed) {
      const { settledTo } = delivery.remembered();
      if (told.toldTo === told.settledThen && told.settledThen === settledTo) return false;
      told = { toldTo: told.settledThen, settledThen: settledTo };
      keep.run(JSON.stringify(told));
      const before = revision;
      look();
      if (revision !== before) changed?.();
      return open.some(({ event }) => event.seq <= told.settledThen);
    },
  };
}

function readTold(db: Sqlite): z.infer<typeof toldSchema> {
  const text = db.prepare<[], string>(`select value from meta where key = 'wishes'`).pluck().get();
  return text === undefined ? { toldTo: 0, settledThen: 0 } : toldSchema.parse(JSON.parse(text));
}
