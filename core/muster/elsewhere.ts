import type { RollCallType } from '../event/told-acts.ts';

/** What another gate of the place said of a roll call; times are by central's clock, Unix milliseconds. */
export interface ToldRoll {
  readonly gateId: string;
  readonly type: RollCallType;
  readonly kind: string | undefined;
  readonly atMs: number;
}
export interface RollElsewhere {
  readonly gateId: string;
  readonly kind: 'drill' | 'live';
  readonly startedAtMs: number;
}

/** A gate that says nothing any more must not keep all others shut for ever: whoever still needs them shut holds a roll call there. */
export const ELSEWHERE_MS = 4 * 3_600_000;

/** G8: the roll calls that run at the place's other gates, the latest start first. A gate has one at a time: its last word counts. */
export function runningElsewhere(told: readonly ToldRoll[], nowMs: number): readonly RollElsewhere[] {
  const last = new Map<string, ToldRoll>();
  // Of a start and an end at the same moment the end is the later.
  const order = (one: ToldRoll): number => one.atMs + (one.type === 'muster.ended' ? 0.5 : 0);
  for (const one of told) {
    const known = last.get(one.gateId);
    if (!known || order(one) > order(known)) last.set(one.gateId, one);
  }
  return [...last.values()]
    .filter(({ type, atMs }) => type === 'muster.started' && nowMs - atMs < ELSEWHERE_MS)
    .map(
      ({ gateId, kind, atMs }) => ({ gateId, kind: kind === 'drill' ? 'drill' : 'live', startedAtMs: atMs }) as const,
    )
    .toSorted((a, b) => b.startedAtMs - a.startedAtMs);
}
