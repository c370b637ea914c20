/** G3: how far the age of what central told limits what the gate may still decide; for every list its own limits, if it has any. */
import { DATA_LISTS, type DataList } from '../site/data-lists.ts';
import type { Policy } from '../site/entities.ts';
import { HOUR_MS } from './time.ts';

export type StalenessLevel = 'fresh' | 'warn' | 'ask' | 'refuse';

export interface DataAges {
  /** Age of the last complete pull; undefined: never, which is older than any limit. */
  readonly ageMs?: number | undefined;
  /** Lists whose age is another than that. */
  readonly lists?: Readonly<Partial<Record<DataList, number>>> | undefined;
}

/** The strictest level that any list has reached, and the list and age that brought it about. */
export interface Staleness {
  readonly level: StalenessLevel;
  readonly list?: DataList;
  readonly ageMs?: number;
}

/** What the gate will do next if nothing new arrives. */
export interface ComingLimit {
  readonly level: Exclude<StalenessLevel, 'fresh'>;
  readonly list: DataList;
  readonly inMs: number;
}

/** One list against its own limits. `inMs` of a limit that is reached is zero or less. */
export interface ListOutlook extends ListAge {
  readonly level: StalenessLevel;
  /** From the mildest on; a level that the list never comes to is not among them. */
  readonly limits: readonly { readonly level: ComingLimit['level']; readonly inMs: number }[];
}
interface ListAge {
  readonly list: DataList;
  readonly ageMs: number;
}

const LEVELS = ['refuse', 'ask', 'warn'] as const;

export function stalenessOf(policy: Policy, ages: DataAges): Staleness {
  for (const level of LEVELS) {
    // Of several lists at one level, the oldest is the one to name.
    const reached = DATA_LISTS.map((list) => ({ list, ageMs: ages.lists?.[list] ?? ages.ageMs }))
      .filter(({ list, ageMs }) => isReached(limitMs(policy, list, level), ageMs))
      .toSorted((one, other) => (other.ageMs ?? Infinity) - (one.ageMs ?? Infinity))[0];
    if (!reached) continue;
    const { list, ageMs } = reached;
    return { level, list, ...(ageMs === undefined ? {} : { ageMs }) };
  }
  return { level: 'fresh', ...(ages.ageMs === undefined ? {} : { ageMs: ages.ageMs }) };
}

/** The next limit that any list reaches and that is stricter than what holds now; undefined: there is none. */
export function nextLimit(policy: Policy, ages: DataAges): ComingLimit | undefined {
  const now = LEVELS.indexOf(stalenessOf(policy, ages).level as (typeof LEVELS)[number]);
  const stricter = now === -1 ? LEVELS : LEVELS.slice(0, now);
  return stricter
    .flatMap((level) =>
      DATA_LISTS.map((list) => {
        const ageMs = ages.lists?.[list] ?? ages.ageMs ?? Infinity;
        return { level, list, inMs: limitMs(policy, list, level) - ageMs };
      }),
    )
    .filter(({ inMs }) => inMs > 0 && inMs < Infinity)
    .toSorted((one, other) => one.inMs - other.inMs)[0];
}

/** Every list with its age, what that means already, and when it will mean more; nothing where nothing was ever pulled. */
export function outlookOf(policy: Policy, ages: DataAges): ListOutlook[] {
  return DATA_LISTS.flatMap((list) => {
    const ageMs = ages.lists?.[list] ?? ages.ageMs;
    if (ageMs === undefined) return [];
    const limits = LEVELS.map((level) => ({ level, inMs: limitMs(policy, list, level) - ageMs }));
    const level = limits.find(({ inMs }) => inMs <= 0)?.level ?? 'fresh';
    // A milder limit that a stricter one overtakes changes nothing any more.
    const counts = limits.filter(({ inMs }, at) => limits.slice(0, at).every((stricter) => inMs < stricter.inMs));
    return [{ list, ageMs, level, limits: counts.filter(({ inMs }) => inMs < Infinity).toReversed() }];
  });
}

const isReached = (limit: number, ageMs: number | undefined): boolean =>
  limit < Infinity && (ageMs ?? Infinity) >= limit;

/** A limit's own moment belongs to it; none is never. */
function limitMs(policy: Policy, list: DataList, level: (typeof LEVELS)[number]): number {
  const own = policy.staleByList?.[list];
  const hours = {
    warn: own?.warnHours === undefined ? policy.staleWarnHours : own.warnHours,
    ask: own?.askHours === undefined ? policy.staleAskHours : own.askHours,
    refuse: own?.refuseHours === undefined ? policy.staleRefuseHours : own.refuseHours,
  }[level];
  return hours === null ? Infinity : hours * HOUR_MS;
}
