import { availableParallelism } from 'node:os';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { fuzzBadges, type FuzzTally } from './fuzz/run.ts';

/** GATEHOUSE_FUZZ_BADGES: how many mutants; GATEHOUSE_FUZZ_SEED: which. */
const COUNT = Number(process.env['GATEHOUSE_FUZZ_BADGES'] ?? 1_000_000);
const SEED = Number(process.env['GATEHOUSE_FUZZ_SEED'] ?? 20_260_601);
const WORKERS = Math.min(4, availableParallelism());
const TEN_MINUTES_MS = 600_000;

/** The mutants are shared out between threads, as two of three reach the real signature check at about 0.1 ms each. */
async function fuzzOnAllCores(): Promise<readonly FuzzTally[]> {
  const shares = Array.from({ length: WORKERS }, async (_, at) => {
    const worker = new Worker(new URL('./fuzz/worker.ts', import.meta.url), {
      workerData: { seed: SEED + at, count: Math.ceil(COUNT / WORKERS) },
    });
    const [tally] = (await once(worker, 'message')) as [FuzzTally];
    return tally;
  });
  return Promise.all(shares);
}

const sum = (numbers: readonly (number | undefined)[]): number =>
  numbers.reduce<number>((all, one) => all + (one ?? 0), 0);

describe('Damaged and forged badges', () => {
  it(
    `of which ${COUNT.toLocaleString('en')} are read: none passes for a badge that was not signed, and none is too much`,
    { timeout: TEN_MINUTES_MS },
    async () => {
      const tallies = await fuzzOnAllCores();
      expect(tallies.flatMap((tally) => tally.broken)).toEqual([]);
      const share = (outcome: string) => sum(tallies.map((tally) => tally.outcomes[outcome])) / COUNT;
      expect(sum(tallies.flatMap((tally) => Object.values(tally.outcomes)))).toBeGreaterThanOrEqual(COUNT);
      expect(sum(tallies.map((tally) => tally.verified)) / COUNT).toBeGreaterThan(0.3);
      for (const outcome of ['unreadable', 'bad_signature', 'signed', 'opaque']) {
        expect(share(outcome), outcome).toBeGreaterThan(0.005);
      }
    },
  );

  it.each([
    ['believes everything', () => true, 'accepted, though never signed'],
    ['breaks', () => JSON.parse('{'), 'threw SyntaxError'],
  ])('are told from true ones: a verifier that %s is found out', (_name, verify, rule) => {
    expect(fuzzBadges(SEED, 2000, verify).broken.join('\n')).toContain(rule);
  });
});
