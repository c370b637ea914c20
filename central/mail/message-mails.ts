/** D7: one message to all on Access granted. It goes by e-mail; the gates of the place see how far it got with each. */
import type { EventEnvelope } from '../../core/event/event.ts';
import type { Location, Worker } from '../../core/site/entities.ts';
import type { Message } from '../../core/site/portal.ts';
import type { Rows } from '../store/store.ts';
import { publish } from '../sync/publish.ts';
import type { IntakeContext } from '../sync/intake.ts';
import { understood } from '../sync/understood.ts';
import { queueMail } from './outbox.ts';
import type { Settled } from './postman.ts';

type Recipient = Message['recipients'][number];
const KIND = 'message';

/** Takes a message that a gate sent: a mail for everybody with an address, within the transaction that takes the event. */
export async function takeMessage(rows: Rows, event: EventEnvelope, context: IntakeContext): Promise<void> {
  const known = understood(event);
  if (known?.type !== 'message.sent') return;
  const { messageId, text, workerIds, sentAt } = known.data;
  if (await rows.records.get('message', messageId)) return;
  const place = (await rows.records.get('location', event.locationId))?.data as Location | undefined;
  const recipients: Recipient[] = [];
  for (const workerId of new Set(workerIds)) {
    const email = await addressOf(rows, workerId, event.locationId);
    recipients.push({ workerId, state: email === undefined ? 'no_address' : 'queued' });
    if (email === undefined) continue;
    const id = context.sha256(Buffer.from(JSON.stringify([messageId, workerId]))).slice(0, 32);
    const about = { kind: KIND, id: messageId, workerId };
    await queueMail(
      rows,
      { id, to: email, subject: place ? `Message from ${place.name}` : 'Message from the gate', text, about },
      context.nowMs,
    );
  }
  const { userId } = event.actor;
  const sentBy = userId === undefined ? {} : { sentBy: userId };
  const message = { id: messageId, locationId: event.locationId, text, sentAt, ...sentBy, recipients };
  await publish(rows, 'message', message, context.nowMs);
}

/** C1: a gate writes to the people in its own sight and to nobody else's. */
async function addressOf(rows: Rows, workerId: string, locationId: string): Promise<string | undefined> {
  if (!(await rows.feed.holders('worker', workerId)).includes(locationId)) return undefined;
  return ((await rows.records.get('worker', workerId))?.data as Worker | undefined)?.email;
}

/** `sent`: the mail server has taken it. Whether it was read, or came back later, no mail server tells us. */
export const messageSettled: Settled = async (rows, { about, state }, nowMs) => {
  const message = (await rows.records.get('message', about.id))?.data as Message | undefined;
  if (!message || state === 'queued') return;
  const recipients = message.recipients.map((each) => (each.workerId === about.workerId ? { ...each, state } : each));
  await publish(rows, 'message', { ...message, recipients }, nowMs);
};

/** What is told of a mail, by what it is about. */
export const SETTLED: Readonly<Record<string, Settled>> = { [KIND]: messageSettled };
