/** Computes anew only after something was written, as `revision` tells. */
export function memoByRevision<T>(revision: () => number, compute: () => T): () => T {
  let at = -1;
  let value: T;
  return () => {
    if (at !== revision()) {
      at = revision();
      value = compute();
    }
    return value;
  };
}
