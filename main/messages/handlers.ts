import type { messageCalls } from '../../preload/message-views.ts';
import type { Handlers } from '../ipc.ts';
import type { Station } from '../station.ts';

export interface MessageHandlerParts {
  readonly station: () => Station | undefined;
  readonly deskChanged: () => void;
}

/** The desk's calls about messages to people on site. */
export function messageHandlers(parts: MessageHandlerParts): Pick<Handlers<'desk'>, keyof typeof messageCalls> {
  const messages = () => parts.station()?.areas.messages;
  return {
    sendMessage({ text }) {
      const fault = messages()?.send(text) ?? null;
      parts.deskChanged();
      return { fault };
    },
    getMessages: () => messages()?.list() ?? [],
  };
}
