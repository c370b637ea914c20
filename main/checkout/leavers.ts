import { leftSign, overdueMs } from '../../core/checkout/signs.ts';
import type { Leaver } from '../../core/checkout/check-out.ts';
import type { LeaverFilters, LeaverRow } from '../../preload/checkout-views.ts';
import { wordsOf } from '../cache/words.ts';
import type { Ground } from '../ground.ts';
import { personName } from '../view/feed.ts';

/** One person inside one of the user's places, with what the list is sorted and narrowed by. */
export interface KnownLeaver extends Leaver {
  readonly sinceMs: number;
  readonly shiftEndsAtMs?: number | undefined;
  readonly overdueMs: number;
  readonly name: string;
  readonly words: string;
  readonly contractorId: string | null;
  readonly clientIds: readonly string[];
}

interface DirectoryRow {
  readonly at: number;
  readonly name: string | null;
  readonly words: string | null;
  readonly contractor_id: string | null;
  readonly shift_ends: number | null;
  readonly clients: string | null;
}

export interface Leavers {
  /** Everybody inside these places who matches, likeliest to have left first. */
  readonly matching: (filters: LeaverFilters, locationIds: readonly string[], nowMs: number) => readonly KnownLeaver[];
  readonly row: (one: KnownLeaver, nowMs: number) => LeaverRow;
}

type LeaverParts = Pick<Ground, 'db' | 'cache' | 'journal' | 'presence' | 'identity'>;

/** Read again when something was written or heard, and for the mere passing of time twice a minute. */
const KEPT_MS = 30_000;

export function createLeavers({ db, cache, journal, presence, identity }: LeaverParts): Leavers {
  // One question for all of them: a question each would keep a badge waiting where thousands are inside.
  const inDirectory = db.prepare<[{ people: string; nowMs: number }], DirectoryRow>(
    `select j.key as at, c.name, c.words || c.order_words as words, c.contractor_id,
       (select max(s.ends_ms) from cache.shift s where s.person = c.n and s.location_id = j.value ->> 1
         and s.starts_ms <= @nowMs and s.ends_ms > j.value ->> 2) as shift_ends,
       (select group_concat(distinct s.client_id) from cache.shift s where s.person = c.n) as clients
     from json_each(@people) j left join cache.person c on c.worker_id = j.value ->> 0`,
  );
  const read = (locationIds: readonly string[], nowMs: number): KnownLeaver[] => {
    const here = presence.inside().map((one) => ({ ...one, locationId: identity.locationId }));
    const inside = [...here, ...presence.insideElsewhere()].filter((one) => locationIds.includes(one.locationId));
    const people = JSON.stringify(inside.map(({ workerId, locationId, sinceMs }) => [workerId, locationId, sinceMs]));
    const known = inDirectory.all({ people, nowMs }).flatMap((row) => {
      const one = inside[row.at];
      if (!one) return [];
      const { workerId, locationId, sinceMs } = one;
      const shiftEndsAtMs = row.shift_ends ?? undefined;
      return [
        {
          workerId,
          locationId,
          sinceMs,
          shiftEndsAtMs,
          overdueMs: overdueMs({ nowMs, lastSeenMs: sinceMs, shiftEndsAtMs }),
          name: row.name ?? '',
          words: row.words ?? '',
          contractorId: row.contractor_id,
          clientIds: row.clients?.split(',') ?? [],
        },
      ];
    });
    return known.toSorted((a, b) => b.overdueMs - a.overdueMs || (a.name < b.name ? -1 : 1));
  };

  let kept: { readonly at: string; readonly all: readonly KnownLeaver[] } | undefined;
  const all = (locationIds: readonly string[], nowMs: number): readonly KnownLeaver[] => {
    const revisions = [cache.revision(), journal.lastSeq(), presence.heardRevision()];
    const at = [...revisions, Math.floor(nowMs / KEPT_MS), ...locationIds].join(' ');
    if (kept?.at !== at) kept = { at, all: read(locationIds, nowMs) };
    return kept.all;
  };

  return {
    matching({ query, contractorId, clientId, locationId }, locationIds, nowMs) {
      const words = wordsOf(query).map((word) => ` ${word}`);
      return all(locationIds, nowMs).filter(
        (one) =>
          words.every((word) => one.words.includes(word)) &&
          (contractorId === undefined || one.contractorId === contractorId) &&
          (clientId === undefined || one.clientIds.includes(clientId)) &&
          (locationId === undefined || one.locationId === locationId),
      );
    },
    row({ workerId, locationId, sinceMs, shiftEndsAtMs }, nowMs) {
      const locationName = cache.get('location', locationId)?.name;
      return {
        workerId,
        locationId,
        ...(personName(cache, workerId) ?? { name: workerId }),
        ...(locationName === undefined ? {} : { locationName }),
        sinceMs,
        ...(shiftEndsAtMs === undefined ? {} : { shiftEndsAtMs }),
        sign: leftSign({ nowMs, lastSeenMs: sinceMs, shiftEndsAtMs }),
      };
    },
  };
}
