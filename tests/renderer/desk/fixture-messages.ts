/** Messages at the made-up gate: one that went out, and whatever the window sends. */
import type { Ask, CallName } from '../../../preload/contract.ts';
import type { MessageView, messageCalls } from '../../../preload/message-views.ts';

type MessageCall = keyof typeof messageCalls & CallName<'desk'>;
export type MessageAnswers = { readonly [N in MessageCall]: (ask: Ask<'desk', N>) => unknown };

const PEOPLE = ['Amina Diallo', 'Tomasz Kowalczyk', 'Priya Raman', 'Liam O’Connor'].map((name, at) => ({
  workerId: `w-${at}`,
  name,
}));

export function messageAnswers(nowMs: number, changed: () => void): MessageAnswers {
  let messages: MessageView[] = [
    {
      messageId: 'message-1',
      text: 'Hall B is closed until 11:00. Use the north stairs.',
      sentAtMs: nowMs - 40 * 60_000,
      byName: 'R. Whitfield',
      recipients: PEOPLE.map((person, at) => ({
        ...person,
        state: (['sent', 'no_address', 'not_delivered', 'queued'] as const)[at] ?? 'sent',
      })),
    },
  ];
  return {
    getMessages: () => messages,
    sendMessage({ text }) {
      const recipients = PEOPLE.map((person) => ({ ...person, state: 'waiting' as const }));
      messages = [{ messageId: `message-${messages.length + 1}`, text, sentAtMs: nowMs, recipients }, ...messages];
      changed();
      return { fault: null };
    },
  };
}
