/** Longest wait for a window's page to be asked for. */
const PATIENCE_MS = 400;

export interface FirstPages {
  /** A file went out. */
  readonly served: (file: string) => void;
  /** Resolves when the pages of these windows have gone out, or the wait has been long enough. */
  readonly gone: (windows: readonly string[]) => Promise<void>;
}

/**
 * A page's process starts only when its first bytes have come from main. So main hands these out before it opens files and
 * devices, which it then does while the page's process is starting.
 */
export function watchFirstPages(setTimer: (run: () => void, ms: number) => () => void): FirstPages {
  const out = new Set<string>();
  let look = (): void => {};
  return {
    served(file) {
      out.add(file);
      look();
    },
    gone: (windows) =>
      new Promise((resolve) => {
        look = () => {
          if (windows.every((name) => out.has(`${name}.html`))) resolve();
        };
        look();
        setTimer(resolve, PATIENCE_MS);
      }),
  };
}
