import { Advice } from '../console.ts';

type Close = () => Promise<void> | void;

/** What has been opened and must be closed again, last opened first. */
export interface CloseDown {
  /** @throws Advice when closing has begun already; what came too late is closed too. */
  readonly add: (close: Close) => void;
  /** Closes everything; later calls wait for the first. */
  readonly run: () => Promise<void>;
}

export function createCloseDown(): CloseDown {
  const closers: Close[] = [];
  let running: Promise<void> | undefined;
  return {
    add(close) {
      closers.push(close);
      if (!running) return;
      running = running.then(() => closeAll(closers));
      throw new Advice('Stopped while starting.');
    },
    run: () => (running ??= closeAll(closers)),
  };
}

async function closeAll(closers: Close[]): Promise<void> {
  for (let close = closers.pop(); close; close = closers.pop()) {
    try {
      await close();
    } catch (fault) {
      console.error(fault);
    }
  }
}

/** Resolves with the name of the first signal by which somebody wants this process to end. */
export function askedToEnd(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(signal));
  });
}
