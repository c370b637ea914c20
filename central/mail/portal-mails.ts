/** E4: any change and any new event is mailed to the admin group; C5: whoever is invited gets the link to a password. */
import { addAudit } from '../audit/audit.ts';
import type { EventType, GateEvent } from '../../core/event/event.ts';
import type { Rows } from '../store/store.ts';
import type { IntakeContext } from '../sync/intake.ts';
import { recordOf } from '../sync/record-of.ts';
import type { Done } from '../sync/wishes.ts';
import { endInvitation, invite, INVITED_FOR_DAYS } from '../users/invitations.ts';
import type { Mailing } from './mailing.ts';
import { queueMail } from './outbox.ts';
import { wordingOf } from './record-words.ts';

type Taken<T extends EventType> = Extract<GateEvent, { type: T }>;
type PortalType = 'booking.created' | 'booking.changed' | 'document.added' | 'contact.changed';
type Told = Taken<PortalType>;

/** What happened, as a subject says it, and as the first sentence does. */
const SUBJECTS: Readonly<Record<string, string>> = {
  'booking.created': 'New event, to be confirmed',
  'booking.changed': 'Event changed',
  'booking.changed cancelled': 'Event called off',
  'document.added': 'New document',
  'contact.changed details': 'Contact details changed',
  'contact.changed invited': 'Contact invited',
  'contact.changed removed': 'Contact removed',
};

export async function tellAdmins(
  rows: Rows,
  event: Told,
  { mailing, sha256, nowMs }: IntakeContext,
  done: readonly Done[],
): Promise<void> {
  const about = done.find(({ before, after }) => before ?? after);
  if (!mailing || mailing.adminAddresses.length === 0 || !about) return;
  const place = await recordOf(rows, 'location', event.locationId);
  const wording = wordingOf(rows, place?.timeZone ?? 'UTC');
  const record = about.after ?? about.before ?? {};
  const changes = about.before ? await wording.changes(about.before, about.after) : [];
  const what = SUBJECTS[kindOf(event, about)] ?? 'Change';
  const text = [
    `${what}. ${await byWhom(rows, event)}${place ? ` at ${place.name}` : ''}.`,
    'It is saved already: nothing has to be typed in again.',
    ...(changes.length > 0 ? ['', 'What changed', ...changes] : []),
    '',
    'All details',
    ...(await ofSubject(rows, event)),
    ...(await wording.lines(record)),
  ].join('\n');
  for (const to of mailing.adminAddresses) {
    const id = sha256(Buffer.from(JSON.stringify([event.id, to]))).slice(0, 32);
    const name = typeof record['name'] === 'string' ? record['name'] : '';
    const subject = `${what}: ${name}`.replaceAll(/\s+/g, ' ').slice(0, 200);
    await queueMail(rows, { id, to, subject, text, about: { kind: 'admin', id: event.id } }, nowMs);
  }
}

function kindOf(event: Told, { before, after }: Done): string {
  if (event.type === 'contact.changed') return `${event.type} ${event.data.what}`;
  const isCalledOff = event.type === 'booking.changed' && after?.['status'] === 'cancelled';
  return isCalledOff && before?.['status'] !== 'cancelled' ? `${event.type} cancelled` : event.type;
}

async function byWhom(rows: Rows, { actor }: Told): Promise<string> {
  const user = actor.userId === undefined ? undefined : await recordOf(rows, 'user', actor.userId);
  if (!user) return 'Done by somebody at the gate';
  return `Done by ${user.name}${user.email === undefined ? '' : ` (${user.email})`}`;
}

/** A document says which event it is for. */
async function ofSubject(rows: Rows, event: Told): Promise<string[]> {
  if (event.type !== 'document.added' || event.data.document.subject.kind !== 'booking') return [];
  const booking = await recordOf(rows, 'booking', event.data.document.subject.id);
  const client = booking && (await recordOf(rows, 'client', booking.clientId));
  return booking ? [`Event: ${booking.name}`, `Client: ${client?.name ?? booking.clientId}`] : [];
}

export async function contactConsequence(
  rows: Rows,
  event: Taken<'contact.changed'>,
  context: IntakeContext,
  done: readonly Done[],
): Promise<void> {
  const { userId, what } = event.data;
  const actor = event.actor.userId ?? event.actor.kind;
  await addAudit(rows, context.nowMs, { actor, action: `user_${what}`, subject: userId });
  if (what === 'removed') await endInvitation(rows, userId);
  if (what === 'invited' && context.mailing) await mailInvitation(rows, event, context, context.mailing);
  await tellAdmins(rows, event, context, done);
}

async function mailInvitation(
  rows: Rows,
  { id: eventId, data: { userId }, actor }: Taken<'contact.changed'>,
  { sha256, nowMs }: IntakeContext,
  { publicUrl, secret }: Mailing,
): Promise<void> {
  const user = await recordOf(rows, 'user', userId);
  if (user?.email === undefined) return;
  const path = await invite(rows, userId, { sha256, secret, nowMs });
  const by = actor.userId === undefined ? undefined : await recordOf(rows, 'user', actor.userId);
  const places = await Promise.all(user.locationIds.map(async (id) => (await recordOf(rows, 'location', id))?.name));
  const text = [
    `Hello ${user.name},`,
    '',
    `${by?.name ?? 'The gate staff'} invited you to ${places.filter(Boolean).join(', ')}.`,
    'Choose a password on this page:',
    '',
    `${publicUrl}${path}`,
    '',
    `The link works once, and for ${INVITED_FOR_DAYS} days. Then sign in with ${user.email} and your password.`,
    'If you did not expect this, do nothing: without a password nobody can sign in.',
  ].join('\n');
  const id = sha256(Buffer.from(JSON.stringify([eventId, 'invitation']))).slice(0, 32);
  const about = { kind: 'invitation', id: userId };
  await queueMail(rows, { id, to: user.email, subject: 'Choose your Gatehouse password', text, about }, nowMs);
}
