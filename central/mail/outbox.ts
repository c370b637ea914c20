/** Mails that are to go out. Written in the transaction that wants them, so that no act is taken without its mail, and none mailed twice. */
import type { OutgoingMail, Rows } from '../store/store.ts';
import type { Handed } from './carrier.ts';

export type MailOrder = Pick<OutgoingMail, 'id' | 'to' | 'subject' | 'text' | 'about'>;

/** @param order its id names the mail for good: asked for again under the same id, it is not sent again */
export async function queueMail(rows: Rows, order: MailOrder, nowMs: number): Promise<void> {
  await rows.mail.add({
    ...order,
    state: 'queued',
    tries: 0,
    createdAtMs: nowMs,
    nextTryAtMs: nowMs,
    settledAtMs: null,
    trouble: null,
  });
}

const MINUTE_MS = 60_000;
/** Pauses after each try that came to nothing; after the last of them the mail is given up, a day and a half after it was asked for. */
export const PAUSES_MS: readonly number[] = [1, 5, 15, 60, 180, 360, 720, 720].map((minutes) => minutes * MINUTE_MS);

/** The mail after a try. */
export function afterTry(mail: OutgoingMail, handed: Handed, nowMs: number): OutgoingMail {
  const tries = mail.tries + 1;
  if (handed.kind === 'sent') return { ...mail, tries, state: 'sent', settledAtMs: nowMs, trouble: null };
  const pauseMs = handed.kind === 'later' ? PAUSES_MS[tries - 1] : undefined;
  const { trouble } = handed;
  return pauseMs === undefined
    ? { ...mail, tries, state: 'not_delivered', settledAtMs: nowMs, trouble }
    : { ...mail, tries, nextTryAtMs: nowMs + pauseMs, trouble };
}
