import { createContext, useCallback, useContext, useRef, useState, type ReactNode } from 'react';

const KeptContext = createContext<Map<string, unknown>>(new Map());

/** Around what comes and goes: what `useKept` keeps lives as long as this. */
export function KeptProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const kept = useRef(new Map<string, unknown>());
  // oxlint-disable-next-line react/refs -- the map is never another one
  return <KeptContext value={kept.current}>{children}</KeptContext>;
}

/** State that is still there when its part of the page comes back: how a list was sorted, what was chosen. */
export function useKept<T>(key: string, initial: T): readonly [T, (value: T) => void] {
  const kept = useContext(KeptContext);
  const [value, setValue] = useState<T>(() => (kept.has(key) ? (kept.get(key) as T) : initial));
  const keep = useCallback(
    (next: T) => {
      kept.set(key, next);
      setValue(next);
    },
    [kept, key],
  );
  return [value, keep];
}
