import { knownEvent, type EventEnvelope } from '../../core/event/event.ts';
import type { MessageView, SendFault } from '../../preload/message-views.ts';
import type { Ground } from '../ground.ts';
import { eventFromRow, type EventRow } from '../journal/journal.ts';
import { personName } from '../view/feed.ts';

/** D7: one message to all on Access granted. The gate writes it down; central delivers it and tells how far it got. */
export interface Messages {
  readonly send: (text: string) => SendFault;
  readonly list: () => MessageView[];
}

export interface MessageParts extends Pick<Ground, 'db' | 'cache' | 'clock' | 'newId' | 'append' | 'actor'> {
  /** Everybody on Access granted now. */
  readonly granted: () => readonly string[];
}

const MOST_SHOWN = 20;

export function createMessages({ db, cache, clock, newId, append, actor, granted }: MessageParts): Messages {
  const own = db.prepare<[number], EventRow>(
    `select seq, body, hash from event where type = 'message.sent' order by seq desc limit ?`,
  );
  const nameOf = (workerId: string): string => personName(cache, workerId)?.name ?? '';
  const userName = (userId: string | undefined): { byName?: string } => {
    const name = userId === undefined ? undefined : cache.get('user', userId)?.name;
    return name === undefined ? {} : { byName: name };
  };
  /** What central has not told back yet. */
  const waiting = (event: EventEnvelope): MessageView[] => {
    const known = knownEvent(event);
    if (known?.type !== 'message.sent' || cache.get('message', known.data.messageId)) return [];
    const { messageId, text, workerIds, sentAt } = known.data;
    const recipients = workerIds.map((workerId) => ({ workerId, name: nameOf(workerId), state: 'waiting' as const }));
    return [{ messageId, text, sentAtMs: Date.parse(sentAt), ...userName(event.actor.userId), recipients }];
  };

  return {
    send(text) {
      const workerIds = [...granted()];
      if (workerIds.length === 0) return 'nobody';
      const data = { messageId: newId(), text, workerIds, sentAt: new Date(clock.nowMs()).toISOString() };
      const written = append([{ type: 'message.sent', actor: actor(), data }]);
      return written.ok ? null : written.fault;
    },
    list() {
      const told = cache.all('message').map(({ id, text, sentAt, sentBy, recipients }): MessageView => ({
        messageId: id,
        text,
        sentAtMs: Date.parse(sentAt),
        ...userName(sentBy),
        recipients: recipients.map((each) => ({ ...each, name: nameOf(each.workerId) })),
      }));
      const here = own.all(MOST_SHOWN).map(eventFromRow).flatMap(waiting);
      return [...here, ...told].sort((a, b) => b.sentAtMs - a.sentAtMs).slice(0, MOST_SHOWN);
    },
  };
}
