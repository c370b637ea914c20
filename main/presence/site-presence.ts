import { laterHeard, mergePresence, type Heard, type SitePresence } from '../../core/presence/merge.ts';
import type { Presence } from '../../core/event/occupancy.ts';
import type { Activity, OtherPresence } from '../../core/site/entities.ts';
import type { Cache } from '../cache/cache.ts';
import type { Clock } from '../clock.ts';
import type { Identity, Journal } from '../journal/journal.ts';
import { createHeardStore, type HeardStore } from '../peers/heard-store.ts';
import type { Sqlite } from '../sqlite.ts';
import { prepareLeftElsewhere } from './elsewhere.ts';
import { heardFromTold, prepareHeardNow } from './heard-now.ts';
import { prepareInside, type InsideNow } from './inside-now.ts';

export type { InsideNow } from './inside-now.ts';

/**
 * Who is inside the place, whichever of its gates saw them last (G5): the own journal's word, central's, and what the other gates told
 * themselves while central was away, the latest of them.
 */
export interface SitePresences {
  readonly of: (workerId: string, own?: Presence) => SitePresence | undefined;
  /** Everybody inside, the latest to come in first, nobody twice. */
  readonly inside: () => readonly InsideNow[];
  readonly insideCount: () => number;
  /** B1, C1: who is inside at other places; central tells a gate only where somebody looks after both. */
  readonly insideElsewhere: () => readonly InsideElsewhere[];
  /** `own`: what the own journal says of the person, where it was read already. Since when a person is inside that place, this one or another, by this device's clock; undefined: they are not. */
  readonly insideSince: (workerId: string, locationId: string, own?: Presence) => number | undefined;
  readonly gateName: (gateId: string | undefined) => string | undefined;
  /** How old the word of the gates among themselves is, of the one that was silent longest; undefined: not all of them are heard. */
  readonly gatesHeardAgoMs: () => number | undefined;
  /** An act that another gate told itself, as central would tell it. */
  readonly toldAct: (id: string) => Activity | undefined;
  /** Grows with what the other gates tell. */
  readonly heardRevision: () => number;
}

export interface InsideElsewhere {
  readonly workerId: string;
  readonly locationId: string;
  readonly gateId: string;
  readonly sinceMs: number;
}

export interface SitePresenceParts {
  readonly db: Sqlite;
  readonly cache: Cache;
  readonly journal: Pick<Journal, 'projections' | 'lastSeq'>;
  readonly clock: Pick<Clock, 'offsetMs'>;
  readonly identity: Pick<Identity, 'gateId' | 'locationId'>;
  readonly heard?: HeardStore;
  /** Default: the gates do not hear each other. */
  readonly gatesHeardAgoMs?: () => number | undefined;
}

/** Acts of one person looked through for the one that central speaks of: more than anybody does before central has heard of it. */
const LOOK_BACK = 50;
/** Acts after which those inside are followed one by one; after more, all are looked at. */
const MOST_ACTS = 100;

export function createSitePresence(parts: SitePresenceParts): SitePresences {
  const {
    db,
    cache,
    journal,
    clock,
    identity,
    heard = createHeardStore(db),
    gatesHeardAgoMs = () => undefined,
  } = parts;
  const { gateId, locationId } = identity;
  const offsetMs = (): number => clock.offsetMs() ?? 0;
  const insideNow = prepareInside(db, identity);
  const heardNow = prepareHeardNow(db, identity);
  const leftElsewhere = prepareLeftElsewhere(db);
  const isOwnAct = db
    .prepare<[string, number, string], number>(
      `select 1 from (select body from event where worker_id = ? order by seq desc limit ?) where json_extract(body, '$.id') = ?`,
    )
    .pluck();

  /** Central's word, unless it is about an act in this very journal, or one whose gate told it itself: these know better. */
  const toldOf = (workerId: string): Heard | undefined => {
    const record = cache.byWorker('presence', workerId).find((one) => one.locationId === locationId);
    const { eventId } = record ?? {};
    if (!record || eventId === undefined) return record && heardFromTold(record);
    const isEcho = record.gateId === gateId && isOwnAct.get(workerId, LOOK_BACK, eventId) !== undefined;
    return isEcho || heard.knows(eventId) ? undefined : heardFromTold(record);
  };

  const actorsSince = db
    .prepare<[number], string>('select distinct +worker_id from event where seq > ? and +worker_id is not null')
    .pluck();
  let own: { readonly at: string; readonly seq: number; readonly rows: readonly InsideNow[] } | undefined;
  /** What the own journal and central say: after an act or two, only the people of these are looked at again. */
  const ownInside = (at: string): readonly InsideNow[] => {
    const seq = journal.lastSeq();
    const acts = own?.at === at ? seq - own.seq : Number.POSITIVE_INFINITY;
    if (own && acts >= 0 && acts <= MOST_ACTS) {
      const moved = new Set(actorsSince.all(own.seq));
      const now = insideNow.among([...moved], offsetMs());
      const rows = [...now, ...own.rows.filter(({ workerId }) => !moved.has(workerId))];
      own = { at, seq, rows: rows.toSorted((a, b) => b.sinceMs - a.sinceMs) };
    } else own = { at, seq, rows: insideNow.all(offsetMs()) };
    return own.rows;
  };

  let kept: { readonly at: string; readonly seq: number; readonly rows: readonly InsideNow[] } | undefined;
  /** Asked for with every status and every scan; read anew when something was written or heard. */
  const inside = (): readonly InsideNow[] => {
    const [at, seq] = [`${cache.revision()} ${offsetMs()} ${heard.revision()}`, journal.lastSeq()];
    if (kept?.at !== at || kept.seq !== seq) kept = { at, seq, rows: withHeard(ownInside(at), heardNow(offsetMs())) };
    return kept.rows;
  };

  const of: SitePresences['of'] = (workerId, own = journal.projections.presenceOf(workerId)) =>
    mergePresence(own, laterHeard(toldOf(workerId), heard.of(workerId)), {
      gateId,
      offsetMs: offsetMs(),
    });
  const elsewhere = (told: readonly OtherPresence[]): InsideElsewhere[] =>
    told
      .filter((one) => one.inside && one.locationId !== locationId && !leftElsewhere(one))
      .map((one) => ({ ...one, sinceMs: Date.parse(one.since) - offsetMs() }));

  return {
    of,
    inside,
    insideCount: () => inside().length,
    insideElsewhere: () => elsewhere(cache.all('presence')),
    insideSince(workerId, placeId, ownHere) {
      const here = placeId === locationId ? of(workerId, ownHere) : undefined;
      if (placeId === locationId) return here?.inside ? here.sinceMs : undefined;
      const told = cache.byWorker('presence', workerId).filter((one) => one.locationId === placeId);
      return elsewhere(told)[0]?.sinceMs;
    },
    gateName: (id) => (id === undefined ? undefined : cache.get('gate', id)?.name),
    gatesHeardAgoMs,
    toldAct(id) {
      const act = heard.act(id);
      if (!act) return undefined;
      const { atMs, inside: _, seq: __, undoes: ___, ...told } = act;
      return { ...told, locationId, occurredAt: new Date(atMs).toISOString() };
    },
    heardRevision: heard.revision,
  };
}

function withHeard(
  rows: readonly InsideNow[],
  heard: ReadonlyMap<string, InsideNow | undefined>,
): readonly InsideNow[] {
  if (heard.size === 0) return rows;
  const inside = [...heard.values()].filter((one) => one !== undefined);
  return [...rows.filter(({ workerId }) => !heard.has(workerId)), ...inside].toSorted((a, b) => b.sinceMs - a.sinceMs);
}
