/** At most `most` counts per key and window; for guessing, not for load. Memory is bounded by forgetting whole windows. */
export interface Limit {
  /** True when this key has used up its window. */
  spent(key: string): boolean;
  count(key: string): void;
}

export function windowLimit(most: number, windowMs: number, now: () => number): Limit {
  let begunMs = now();
  let counts = new Map<string, number>();
  const renew = () => {
    if (now() - begunMs < windowMs) return;
    begunMs = now();
    counts = new Map();
  };
  return {
    spent: (key) => {
      renew();
      return (counts.get(key) ?? 0) >= most;
    },
    count: (key) => {
      renew();
      counts.set(key, (counts.get(key) ?? 0) + 1);
    },
  };
}
