import type { FaultCode } from '../../core/codes.ts';
import type { Fact } from '../../core/event/event.ts';
import { endingFacts, rollCounts, rollRows, type RollRow, type Seen } from '../../core/muster/count.ts';
import type { Marked, Roll } from '../../core/muster/roll.ts';
import type {
  MarkAsk,
  MarkFault,
  MusterElsewhere,
  MusterPage,
  MusterStatus,
  PastRoll,
  RollRowView,
  RollView,
  StartFault,
} from '../../preload/muster-views.ts';
import type { Ground } from '../ground.ts';
import { personName } from '../view/feed.ts';
import { createElsewhere, type ElsewhereParts } from './elsewhere.ts';
import { createEmergency } from './emergency.ts';
import { musterRows } from './muster-rows.ts';

/** G8: who is accounted for. All of it is read from the journal, so a roll call goes on after a restart where it was. */
export interface Muster {
  /** One that is no drill runs here, or at another gate of the place. */
  readonly isEmergency: () => boolean;
  /** Those that run at the place's other gates. */
  readonly elsewhere: () => readonly MusterElsewhere[];
  /** The one that runs, in numbers. */
  readonly status: () => MusterStatus | undefined;
  readonly page: (musterId: string | undefined) => MusterPage;
  /** Everybody inside, for a list on paper. */
  readonly insideNow: () => Pick<RollView, 'rows'>;
  readonly start: (kind: 'drill' | 'live') => StartFault;
  /** `by`: the name of a phone; without one, it is the act of the user at the desk. */
  readonly mark: (ask: MarkAsk, by?: string) => MarkFault;
  readonly end: (musterId: string) => FaultCode | null;
}

export type MusterParts = ElsewhereParts & Pick<Ground, 'journal' | 'append' | 'actor'>;

export function createMuster(parts: MusterParts): Muster {
  const { db, cache, journal, clock, presence, append, actor } = parts;
  const rows = musterRows(db);
  const elsewhere = createElsewhere(parts);
  const nameOfUser = (userId: string | undefined): string | undefined =>
    userId === undefined ? undefined : cache.get('user', userId)?.name;
  const running = (): Roll | undefined => {
    const newest = rows.newest();
    return newest?.ended ? undefined : newest;
  };
  const write = (facts: readonly Fact[]): FaultCode | null => {
    const written = append(facts);
    return written.ok ? null : written.fault;
  };

  /** Where the gates saw everybody of this roll call; a way out that nobody saw says nothing about where a person is. */
  const seenNow = (roll: Roll): Map<string, Seen> => {
    const seen = new Map<string, Seen>(
      presence.inside().map(({ workerId, sinceMs }) => [workerId, { inside: true, atMs: sinceMs }]),
    );
    for (const workerId of [...roll.listed, ...roll.people.keys()]) {
      if (seen.has(workerId)) continue;
      const now = presence.of(workerId);
      if (!now || now.inside || (now.gateId === undefined && rows.leftUnseen(workerId))) continue;
      seen.set(workerId, { inside: false, atMs: now.sinceMs });
    }
    return seen;
  };

  const marked = (said: Marked | undefined): Pick<RollRowView, 'markedAtMs' | 'markedBy'> => {
    const by = said && (said.by ?? nameOfUser(said.userId));
    return said ? { markedAtMs: said.atMs, ...(by === undefined ? {} : { markedBy: by }) } : {};
  };
  const personRow = ({ workerId, state, listed, said }: RollRow): RollRowView => {
    const photo = cache.get('worker', workerId)?.photo;
    const now = presence.of(workerId);
    const name = personName(cache, workerId) ?? { name: '' };
    const since = now?.inside ? { sinceMs: now.sinceMs } : {};
    return { workerId, ...name, ...(photo === undefined ? {} : { photo }), state, listed, ...since, ...marked(said) };
  };
  const view = (roll: Roll): RollView => {
    const people = rollRows(roll, roll.ended ? new Map() : seenNow(roll));
    const named = [...roll.named].map(([name, said]) => ({ name, state: said.mark, listed: false, ...marked(said) }));
    const startedBy = nameOfUser(roll.startedBy);
    const { musterId, kind, startedAtMs, ended } = roll;
    return {
      musterId,
      kind,
      startedAtMs,
      ...(startedBy === undefined ? {} : { startedBy }),
      ...(ended ? { endedAtMs: ended.atMs, tookMs: ended.tookMs } : {}),
      counts: rollCounts(roll, people),
      rows: [...people.map(personRow), ...named].toSorted((a, b) => a.name.localeCompare(b.name)),
    };
  };

  let kept: { readonly at: string; readonly view: RollView | undefined } | undefined;
  /** Asked for with every status and by every phone; made anew when something was written or heard. */
  const runningView = (): RollView | undefined => {
    const at = `${journal.lastSeq()} ${cache.revision()} ${presence.heardRevision()}`;
    if (kept?.at !== at) {
      const roll = running();
      kept = { at, view: roll && view(roll) };
    }
    return kept.view;
  };
  const past = (roll: Roll): PastRoll[] => {
    if (!roll.ended) return [];
    const { musterId, kind, startedAtMs } = roll;
    const { userId, atMs: _, tookMs, ...told } = roll.ended;
    const endedBy = nameOfUser(userId);
    const total = told.accounted + told.missing + told.unmarked;
    const by = endedBy === undefined ? {} : { endedBy };
    return [{ musterId, kind, startedAtMs, tookMs, counts: { total, ...told }, ...by }];
  };

  return {
    isEmergency: createEmergency(db, elsewhere),
    elsewhere: () =>
      elsewhere().map(({ gateId, ...roll }) => ({ ...roll, gateName: presence.gateName(gateId) ?? gateId })),
    status() {
      const now = runningView();
      if (!now) return undefined;
      const { musterId, kind, startedAtMs, counts } = now;
      return { musterId, kind, startedAtMs, counts };
    },
    page(musterId) {
      const one = musterId === undefined ? undefined : rows.one(musterId);
      const roll = musterId === undefined ? runningView() : one && view(one);
      return { roll: roll ?? null, past: rows.past().flatMap(past), insideCount: presence.insideCount() };
    },
    insideNow: () => ({
      rows: presence
        .inside()
        .map(({ workerId }) => personRow({ workerId, state: 'unmarked', listed: true }))
        .toSorted((a, b) => a.name.localeCompare(b.name)),
    }),
    start(kind) {
      if (running()) return 'running';
      const listed = presence.inside().map(({ workerId }) => workerId);
      return write([{ type: 'muster.started', actor: actor(), data: { kind, insideCount: listed.length, listed } }]);
    },
    mark({ musterId, person, mark, markId }, by) {
      const roll = running();
      if (roll?.musterId !== musterId) return 'over';
      if (roll.markIds.has(markId)) return null;
      const who = by === undefined ? { actor: actor() } : { actor: { kind: 'system' } as const };
      const from = by === undefined ? {} : { by };
      return write([{ type: 'muster.marked', ...who, data: { musterId, ...person, mark, markId, ...from } }]);
    },
    end(musterId) {
      const roll = running();
      if (roll?.musterId !== musterId) return null;
      return write(endingFacts(roll, rollRows(roll, seenNow(roll)), actor(), clock.nowMs()));
    },
  };
}
