import { expect, test } from 'vitest';
import type { BridgeIpc } from '../../preload/expose.ts';
import { makeBridge } from '../../preload/expose.ts';
import { CALLS, NEWS } from '../../preload/contract.ts';

const NAMES = {
  calls: { getView: true, submitCode: true, reportCamera: true, acknowledge: true, chooseLanguage: true, leave: true },
  news: { view: true, leaveAsked: true },
} as const;

type Relay = (event: unknown, ...news: unknown[]) => void;

/** An ipcRenderer's three doors, kept in memory. */
function wire() {
  const asked: unknown[] = [];
  const relays = new Map<string, Set<Relay>>();
  const ipc = {
    invoke: async (channel: string, ask: unknown) => {
      asked.push([channel, ask]);
      return 'answer';
    },
    on: (channel: string, relay: Relay) => {
      relays.set(channel, (relays.get(channel) ?? new Set()).add(relay));
    },
    off: (channel: string, relay: Relay) => {
      relays.get(channel)?.delete(relay);
    },
  } as unknown as BridgeIpc;
  const tell = (channel: string, news: unknown): void =>
    relays.get(channel)?.forEach((relay) => relay({ sender: 'raw' }, news));
  return { ipc, asked, tell };
}

test('a bridge has one function per row of the contract and nothing else', () => {
  const bridge = makeBridge('kiosk', NAMES, wire().ipc);
  const expected = [
    ...Object.keys(CALLS.kiosk),
    ...Object.keys(NEWS.kiosk).map((name) => `on${name[0]?.toUpperCase()}${name.slice(1)}`),
  ];
  expect(Object.keys(bridge).sort()).toEqual(expected.sort());
});

test('a call goes out on its own channel with its ask and brings the answer back', async () => {
  const { ipc, asked } = wire();
  const answer = await makeBridge('kiosk', NAMES, ipc).submitCode({ text: 'GH1:ABC' });
  expect(asked).toEqual([['kiosk:call:submitCode', { text: 'GH1:ABC' }]]);
  expect(answer).toBe('answer');
});

test('a listener is given the news without the event, until it stops listening', () => {
  const { ipc, tell } = wire();
  const heard: unknown[][] = [];
  const stop = makeBridge('kiosk', NAMES, ipc).onView((...all: unknown[]) => heard.push(all));
  tell('kiosk:news:view', 'first');
  stop();
  tell('kiosk:news:view', 'second');
  expect(heard).toEqual([['first']]);
});
