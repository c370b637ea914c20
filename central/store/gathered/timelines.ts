import { AFTER_MOST, type ActTables } from '../sql/act-tables.ts';
import type { Act, Moment } from '../store.ts';

/**
 * The acts of some workers from a moment on, with the one before it: enough to answer about what happens after that moment without
 * asking again. Undefined answers mean "not known here"; null means "there is none".
 */
export interface Timelines {
  add(act: Act): void;
  before(moment: Moment): Act | null | undefined;
  after(moment: Moment): Act | null | undefined;
  latest(workerId: string, locationId: string): Act | null | undefined;
}

interface Timeline {
  readonly from: Moment;
  readonly acts: Act[];
  /** False: there are later acts than these. */
  readonly toTheEnd: boolean;
}

export async function readTimelines(tables: ActTables, moments: readonly Moment[]): Promise<Timelines> {
  const timelines = new Map<string, Timeline>();
  const last = new Map((await tables.last(moments.map(({ workerId }) => workerId))).map((act) => [act.workerId, act]));
  const early: Moment[] = [];
  for (const from of moments) {
    const act = last.get(from.workerId);
    if (act && compare(momentOf(act), from) >= 0) early.push(from);
    else timelines.set(from.workerId, { from, acts: act ? [act] : [], toTheEnd: true });
  }
  // Only what arrives late has others after it.
  const [earlier, later] = [byWorker(await tables.before(early)), byWorker(await tables.from(early))];
  for (const from of early) {
    const rest = later.get(from.workerId) ?? [];
    const acts = [...(earlier.get(from.workerId) ?? []), ...rest];
    timelines.set(from.workerId, { from, acts, toTheEnd: rest.length < AFTER_MOST });
  }
  const covering = (moment: Moment): Timeline | undefined => {
    const known = timelines.get(moment.workerId);
    return known && compare(moment, known.from) >= 0 ? known : undefined;
  };

  return {
    add(act) {
      const known = timelines.get(act.workerId);
      if (!known) return;
      const at = known.acts.findLastIndex((one) => compare(momentOf(one), momentOf(act)) < 0);
      // Past the last of those that are known there may be others, which are nearer.
      if (at === known.acts.length - 1 && !known.toTheEnd) timelines.delete(act.workerId);
      else known.acts.splice(at + 1, 0, act);
    },
    before(moment) {
      const known = covering(moment);
      const at = known?.acts.findIndex((one) => compare(momentOf(one), moment) >= 0) ?? -1;
      if (!known || (at === -1 && !known.toTheEnd)) return undefined;
      return known.acts[at === -1 ? known.acts.length - 1 : at - 1] ?? null;
    },
    after(moment) {
      const known = covering(moment);
      const found = known?.acts.find((one) => compare(momentOf(one), moment) > 0);
      return found ?? (known?.toTheEnd ? null : undefined);
    },
    latest(workerId, locationId) {
      const known = timelines.get(workerId);
      if (!known?.toTheEnd) return undefined;
      // What is not here may be before the first that is.
      return known.acts.findLast((one) => one.locationId === locationId);
    },
  };
}

function byWorker(acts: readonly Act[]): Map<string, Act[]> {
  const found = new Map<string, Act[]>();
  for (const act of acts) found.set(act.workerId, [...(found.get(act.workerId) ?? []), act]);
  return found;
}

const momentOf = ({ workerId, correctedAtMs, eventId }: Act): Moment => ({ workerId, atMs: correctedAtMs, eventId });

const compare = (one: Moment, other: Moment): number =>
  one.atMs - other.atMs || (one.eventId < other.eventId ? -1 : one.eventId > other.eventId ? 1 : 0);
