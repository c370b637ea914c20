/**
 * Who went where at a place with several gates, written apart from central: it knows nothing of events, stores or order of arrival.
 * Everything is looked at afterwards, all at once, in the order in which it happened.
 */
export interface Passage {
  readonly id: string;
  readonly person: string;
  readonly gate: string;
  readonly way: 'in' | 'out';
  /** By the one true clock, Unix milliseconds. */
  readonly trueMs: number;
}

export interface Whereabouts {
  readonly gate: string;
  readonly way: 'in' | 'out';
  readonly trueMs: number;
}

const inOrder = (passages: readonly Passage[], person: string): Passage[] => {
  const own = passages.filter((passage) => passage.person === person);
  return own.sort((one, other) => one.trueMs - other.trueMs || (one.id < other.id ? -1 : 1));
};
const people = (passages: readonly Passage[]): string[] => [...new Set(passages.map(({ person }) => person))];

/** Where everybody is in the end. */
export function whereabouts(passages: readonly Passage[]): Record<string, Whereabouts> {
  const found: Record<string, Whereabouts> = {};
  for (const person of people(passages)) {
    for (const { gate, way, trueMs } of inOrder(passages, person)) found[person] = { gate, way, trueMs };
  }
  return found;
}

/** Pairs of comings in at two gates with no going out between: one of each pair can't have been the person. */
export function doubleEntries(passages: readonly Passage[]): (readonly [Passage, Passage])[] {
  const pairs: [Passage, Passage][] = [];
  for (const person of people(passages)) {
    let last: Passage | undefined;
    for (const passage of inOrder(passages, person)) {
      const twice = last?.way === 'in' && passage.way === 'in' && last.gate !== passage.gate;
      if (twice && last) pairs.push([last, passage]);
      last = passage;
    }
  }
  return pairs;
}
