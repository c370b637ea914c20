export interface Remembered<T> {
  readonly get: (key: string, make: () => T) => T;
  readonly has: (value: T) => boolean;
}

/** Remembers the latest few, by what they were asked by. */
export function rememberSome<T>(most: number): Remembered<T> {
  const known = new Map<string, T>();
  return {
    get(key, make) {
      const value = known.get(key) ?? make();
      known.delete(key);
      known.set(key, value);
      const [oldest] = known.keys();
      if (known.size > most && oldest !== undefined) known.delete(oldest);
      return value;
    },
    has: (value) => [...known.values()].includes(value),
  };
}
