import type { FromHost } from './messages.ts';

/** Whoever started this process: main over Electron's port, or a test over Node's. */
export interface Parent {
  tell(message: FromHost): void;
  onMessage(hear: (message: unknown) => void): void;
  /** The parent is gone: nobody will ask for anything any more. */
  onGone(run: () => void): void;
}

/** The part of Electron's `process.parentPort` that is used here. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', hear: (event: { data: unknown }) => void): void;
  on(event: 'close', run: () => void): void;
}

export function connectParent(): Parent {
  const port = (process as { parentPort?: ParentPort }).parentPort;
  if (port) {
    return {
      tell: (message) => port.postMessage(message),
      onMessage: (hear) => port.on('message', ({ data }) => hear(data)),
      onGone: (run) => port.on('close', run),
    };
  }
  return {
    tell: (message) => process.connected && process.send?.(message, () => {}),
    onMessage: (hear) => process.on('message', hear),
    onGone: (run) => process.on('disconnect', run),
  };
}
