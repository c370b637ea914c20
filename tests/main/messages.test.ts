import { describe, expect, test } from 'vitest';
import { createCache } from '../../main/cache/cache.ts';
import { createMessages } from '../../main/messages/messages.ts';
import { countedIds, newHome, openTestStore, START_MS } from './fixtures.ts';
import { put, SITE } from './site.ts';

function desk(granted: readonly string[] = ['anna', 'stranger']) {
  const { db, journal, clock } = openTestStore(newHome());
  const cache = createCache(db);
  cache.apply(SITE, 'c1', true, START_MS);
  const actor = () => ({ kind: 'user', userId: 'moira' }) as const;
  const parts = { db, cache, clock, newId: countedIds(), append: journal.append, actor, granted: () => granted };
  return { cache, journal, messages: createMessages(parts) };
}

describe('D7: one message to all on Access granted', () => {
  test('is on record with everybody it goes to, and waits for central', () => {
    const { journal, messages } = desk();
    expect(messages.send('Crane lift at 14:00')).toBeNull();
    expect([...journal.all()]).toMatchObject([
      {
        type: 'message.sent',
        actor: { userId: 'moira' },
        data: { text: 'Crane lift at 14:00', workerIds: ['anna', 'stranger'] },
      },
    ]);
    expect(messages.list()).toMatchObject([
      {
        text: 'Crane lift at 14:00',
        sentAtMs: START_MS,
        recipients: [
          { name: 'Anna Kowalska', state: 'waiting' },
          { name: '', state: 'waiting' },
        ],
      },
    ]);
  });

  test('shows what central tells of it, once', () => {
    const { cache, journal, messages } = desk(['anna']);
    messages.send('Crane lift at 14:00');
    const [event] = journal.read(0, 1);
    const { messageId, text, sentAt } = event!.data as { messageId: string; text: string; sentAt: string };
    const recipients = [{ workerId: 'anna', state: 'sent' }];
    cache.apply(
      [put('message', messageId, { locationId: 'location-1', text, sentAt, recipients })],
      'c2',
      true,
      START_MS,
    );
    expect(messages.list()).toMatchObject([{ messageId, recipients: [{ name: 'Anna Kowalska', state: 'sent' }] }]);
    expect(messages.list()).toHaveLength(1);
  });

  test('is not sent to nobody', () => {
    const { journal, messages } = desk([]);
    expect(messages.send('Hello')).toBe('nobody');
    expect(journal.lastSeq()).toBe(0);
  });
});
