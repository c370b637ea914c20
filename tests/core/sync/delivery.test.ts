import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { status, takesAll, VirtualLine, type PlayedAnswer, type PlayedRequest } from './virtual-line.ts';

/** What may go wrong with one request, the cargo aside. */
const mishap = fc.constantFrom<PlayedAnswer>(
  { failure: { kind: 'refused' } },
  { failure: { kind: 'silent' }, afterMs: 30_000 },
  { failure: status(500) },
  { failure: status(502, { ours: false }) },
  { failure: status(429, { retryAfterMs: 2000 }) },
  { failure: status(413) },
  { failure: status(403) },
  { failure: status(200, { ours: false }) },
);

/** A central that fails as told, loses answers after taking the cargo, and never takes what is poisoned. */
class PlayedStore {
  readonly taken = new Set<number>();
  readonly #mishaps: (PlayedAnswer | null)[];
  readonly #poison: ReadonlySet<number>;

  constructor(mishaps: readonly (PlayedAnswer | null)[], poison: readonly number[]) {
    this.#mishaps = [...mishaps];
    this.#poison = new Set(poison);
  }

  readonly answer = (request: PlayedRequest): PlayedAnswer => {
    if (request.type === 'pull') return takesAll(request);
    const seqs = Array.from({ length: request.toSeq - request.fromSeq + 1 }, (_, index) => request.fromSeq + index);
    if (seqs.some((seq) => this.#poison.has(seq))) return { failure: status(422) };
    const wrong = this.#mishaps.shift();
    if (wrong && !('failure' in wrong && wrong.failure.kind === 'silent')) return wrong;
    for (const seq of seqs) this.taken.add(seq);
    return wrong ?? takesAll(request);
  };
}

describe('whatever goes wrong', () => {
  test('all that central can take arrives, and all else is set aside, through any number of restarts', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(mishap), { maxLength: 30 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 6 }),
        fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 6 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (mishaps, poison, arrivals, random) => {
          const store = new PlayedStore(mishaps, poison);
          let line = new VirtualLine(store.answer);
          let headSeq = 0;
          for (const more of arrivals) {
            // Every time the program is killed, and starts from what it had written down.
            line = new VirtualLine(store.answer, line.kept.settledTo, line.kept.setAside);
            line.random = random;
            line.feed({ type: 'nudge', headSeq: (headSeq += more) }).run(700);
          }
          line.run(7_200_000);

          const poisoned = poison.filter((seq) => seq <= headSeq).sort((a, b) => a - b);
          expect(store.taken.size).toBe(headSeq - poisoned.length);
          expect(line.state.push.setAside.map((item) => item.seq).sort((a, b) => a - b)).toEqual(poisoned);
          expect(line.state.reported).toMatchObject({ state: 'online', waiting: poisoned.length });
        },
      ),
      { numRuns: 300 },
    );
  });
});
