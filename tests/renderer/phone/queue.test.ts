import { describe, expect, test } from 'vitest';
import { createQueue, type PhoneMark, type Sent } from '../../../renderer/phone/queue.ts';

const mark = (markId: string): PhoneMark => ({
  musterId: 'm-1',
  person: { workerId: 'anna' },
  mark: 'safe',
  markId,
  by: 'Ali',
});

/** Answers in order; what was asked, by the ids of the marks. */
function line(...answers: Sent[]) {
  const sent: string[] = [];
  const queue = createQueue(async ({ markId }) => {
    sent.push(markId);
    return answers.shift() ?? 'taken';
  });
  return { queue, sent };
}

describe('G8: marks of a phone whose Wi-Fi comes and goes', () => {
  test('are sent in order and then forgotten', async () => {
    const { queue, sent } = line();
    queue.add(mark('1'));
    queue.add(mark('2'));
    expect([await queue.flush(), sent, queue.waiting()]).toEqual([true, ['1', '2'], []]);
  });

  test('wait when one does not get through, and go again with the same id', async () => {
    const { queue, sent } = line('later');
    queue.add(mark('1'));
    queue.add(mark('2'));
    await queue.flush();
    expect(queue.waiting()).toHaveLength(2);
    await queue.flush();
    expect([sent, queue.waiting()]).toEqual([['1', '1', '2'], []]);
  });

  test('end with the roll call', async () => {
    const { queue } = line('over');
    queue.add(mark('1'));
    expect(await queue.flush()).toBe(false);
  });
});
