import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import {
  CALLS,
  NEWS,
  callChannel,
  newsChannel,
  type Answer,
  type Ask,
  type CallName,
  type NewsName,
  type NewsOf,
  type WindowName,
} from '../preload/contract.ts';
import { isOurs } from './windows/origin.ts';

/** One handler per row of the contract; a row without one does not compile. */
export type Handlers<W extends WindowName> = {
  [N in CallName<W>]: (ask: Ask<W, N>) => Answer<W, N> | Promise<Answer<W, N>>;
};

export interface Ipc {
  /** A question that comes before the handlers are there waits for them. */
  readonly serve: <W extends WindowName>(window: W, handlers: Promise<Handlers<W>>) => void;
  readonly tell: <W extends WindowName, N extends NewsName<W>>(window: W, name: N, news: NewsOf<W, N>) => void;
}

export interface IpcParts {
  readonly nameOf: (contentsId: number) => WindowName | undefined;
  readonly contentsOf: (window: WindowName) => WebContents | undefined;
  /** A sender or a payload was not what the contract says. */
  readonly onRefused: (channel: string, why: string) => void;
}

/**
 * The only file that touches ipcMain and webContents.send. Every call is checked twice: who asks (the main frame of the
 * window that the row belongs to, showing our own page) and what (the row's schema). A refusal rejects aloud.
 */
export function createIpc({ nameOf, contentsOf, onRefused }: IpcParts): Ipc {
  const check = (event: IpcMainInvokeEvent, window: WindowName): string | undefined => {
    const frame = event.senderFrame;
    if (!frame || frame.parent !== null || !isOurs(frame.url)) return 'the sender is not one of our pages';
    return nameOf(event.sender.id) === window ? undefined : 'this window has no such call';
  };
  return {
    serve(window, handlers) {
      for (const name of Object.keys(CALLS[window]) as CallName<typeof window>[]) {
        const channel = callChannel(window, name);
        const { ask } = CALLS[window][name] as {
          ask: { safeParse: (raw: unknown) => { success: boolean; data?: unknown } };
        };
        ipcMain.handle(channel, async (event, raw: unknown) => {
          const parsed = ask.safeParse(raw);
          const why = check(event, window) ?? (parsed.success ? undefined : 'the payload does not fit');
          if (why !== undefined) {
            onRefused(channel, why);
            throw new Error(`refused: ${why}`);
          }
          return await (await handlers)[name](parsed.data as never);
        });
      }
    },
    tell(window, name, news) {
      if (!(name in NEWS[window])) throw new Error(`no such news: ${window} ${name}`);
      const contents = contentsOf(window);
      if (contents && !contents.isDestroyed()) contents.send(newsChannel(window, name), news);
    },
  };
}
