import type { IpcRenderer } from 'electron';
import { callChannel, newsChannel } from './channels.ts';
import type { BridgeOf, CallName, NewsName, WindowName } from './contract.ts';

/** Every name of the contract's table, spelt out: leaving one out, or adding one, does not compile. */
export interface BridgeNames<W extends WindowName> {
  readonly calls: Readonly<Record<CallName<W>, true>>;
  readonly news: Readonly<Record<NewsName<W>, true>>;
}

/** The part of `ipcRenderer` that a bridge stands on. */
export type BridgeIpc = Pick<IpcRenderer, 'invoke' | 'on' | 'off'>;

const capitalized = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/**
 * One function per row of the table. A window can name no channel and never holds Electron's event object, which
 * would lead it back to the raw sender.
 */
export function makeBridge<W extends WindowName>(window: W, names: BridgeNames<W>, ipc: BridgeIpc): BridgeOf<W> {
  const calls = Object.keys(names.calls).map((name) => {
    const channel = callChannel(window, name);
    return [name, (ask?: unknown): Promise<unknown> => ipc.invoke(channel, ask)] as const;
  });
  const listeners = Object.keys(names.news).map((name) => {
    const channel = newsChannel(window, name);
    const listen = (listener: (news: unknown) => void): (() => void) => {
      const relay = (_event: unknown, news: unknown): void => listener(news);
      ipc.on(channel, relay);
      return () => void ipc.off(channel, relay);
    };
    return [`on${capitalized(name)}`, listen] as const;
  });
  return Object.fromEntries<unknown>([...calls, ...listeners]) as BridgeOf<W>;
}
