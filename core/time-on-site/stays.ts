import type { Ending, Passage } from './passages.ts';

export interface Break {
  readonly fromMs: number;
  /** Absent: it goes on. */
  readonly toMs?: number;
}

/** From a coming in to the going out that ends it, over midnight or not. Times are Unix milliseconds. */
export interface Stay {
  readonly fromMs: number;
  /** Absent: the person is inside. */
  readonly toMs?: number;
  /** How the end is known; absent while there is none. */
  readonly ending?: Ending;
  readonly breaks: readonly Break[];
}

/**
 * One person's stays, oldest first, from passages in order. A second coming in changes nothing: the first one counts (G5). Nor does a going
 * out by somebody outside, but for this: whoever the rule had checked out and who is then seen or told to leave was there until then.
 * A break that nobody ended ends with the stay.
 */
export function staysOf(passages: readonly Passage[]): Stay[] {
  return passages.reduce<Stay[]>((stays, passage) => {
    const last = stays.at(-1);
    const next = last && afterwards(last, passage);
    if (next) return [...stays.slice(0, -1), next];
    const isInside = last !== undefined && last.toMs === undefined;
    return passage.kind === 'in' && !isInside ? [...stays, { fromMs: passage.atMs, breaks: [] }] : stays;
  }, []);
}

/** What a passage makes of the latest stay; undefined: it says nothing about it. */
function afterwards(stay: Stay, { kind, atMs, ending = 'seen' }: Passage): Stay | undefined {
  const isOver = stay.toMs !== undefined;
  if (kind === 'out') {
    const rightsTheRule = stay.ending === 'rule' && ending !== 'rule';
    if (isOver && !rightsTheRule) return undefined;
    const breaks = stay.breaks.map((each) => (each.toMs === undefined ? { ...each, toMs: atMs } : each));
    return { ...stay, breaks, toMs: atMs, ending };
  }
  if (isOver) return undefined;
  const pause = stay.breaks.at(-1);
  const isOnBreak = pause !== undefined && pause.toMs === undefined;
  if (kind === 'break_start' && !isOnBreak) return { ...stay, breaks: [...stay.breaks, { fromMs: atMs }] };
  if (kind === 'break_end' && isOnBreak)
    return { ...stay, breaks: [...stay.breaks.slice(0, -1), { ...pause, toMs: atMs }] };
  return undefined;
}
