import { IconMail } from '@tabler/icons-react';
import { useCallback, type ReactNode } from 'react';
import type { MessageView, RecipientState } from '../../../preload/message-views.ts';
import { useDesk } from '../data/desk.tsx';
import { useAnswer } from '../data/use-answer.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Empty } from '../parts/empty.tsx';
import { Chip, type Tone } from '../parts/tone.tsx';

const TONE: Readonly<Record<RecipientState, Tone>> = {
  waiting: 'idle',
  queued: 'idle',
  sent: 'ok',
  delivered: 'ok',
  not_delivered: 'bad',
  no_address: 'warn',
};
/** Whoever has to be called stands on top. */
const ORDER: readonly RecipientState[] = ['not_delivered', 'no_address', 'waiting', 'queued', 'sent', 'delivered'];

/** What was said to people on site, and how far it got with each: it changes while one looks. */
export function SentDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { bridge, say } = useDesk();
  const messages = useAnswer(useCallback(() => bridge.getMessages(), [bridge]));
  return (
    <Dialog title={say('messages.sentBefore')} shape="side" onClose={onClose}>
      {messages?.length === 0 && (
        <Empty icon={<IconMail stroke={1.5} />} title={say('messages.empty')} next={say('messages.emptyNext')} />
      )}
      {messages?.map((message) => (
        <Sent key={message.messageId} message={message} />
      ))}
    </Dialog>
  );
}

function Sent({ message: { text, sentAtMs, byName, recipients } }: { readonly message: MessageView }): ReactNode {
  const { say, status, time } = useDesk();
  const at = time.moment(sentAtMs, status.nowMs);
  const sorted = recipients.toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
  return (
    <article className="message">
      <p className="soft number">{byName === undefined ? at : say('messages.at', { time: at, name: byName })}</p>
      <p className="message-text" dir="auto">
        {text}
      </p>
      <ul className="message-people" aria-label={say('messages.recipients')} aria-live="polite">
        {sorted.map(({ workerId, name, state }) => (
          <li key={workerId}>
            <bdi>{name || say('messages.somebody')}</bdi>
            <Chip tone={TONE[state]}>{say(`messages.state.${state}`)}</Chip>
          </li>
        ))}
      </ul>
    </article>
  );
}
