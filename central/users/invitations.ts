/** C5: how somebody who was invited comes by a password. One link at a time, good once and for a week; only its hash is kept. */
import { z } from 'zod';
import type { EntityOf } from '../../core/site/entities.ts';
import type { Sha256Hex } from '../../core/ports.ts';
import { addAudit } from '../audit/audit.ts';
import type { Central } from '../central.ts';
import type { Rows } from '../store/store.ts';
import { publish } from '../sync/publish.ts';
import { hashSecret } from './secrets.ts';

export const INVITED_FOR_DAYS = 7;
const INVITED_FOR_MS = INVITED_FOR_DAYS * 86_400_000;
const SECRET_BYTES = 32;

const keptSchema = z.object({ secretHash: z.string(), untilMs: z.number() });
const noteOf = (userId: string): string => `invitation/${userId}`;
const NONE = '';

export interface Inviting {
  readonly sha256: Sha256Hex;
  readonly secret: (bytes: number) => string;
  readonly nowMs: number;
}

/** Ends an earlier link of the same person. Returns the path of the page behind it. */
export async function invite(rows: Rows, userId: string, { sha256, secret, nowMs }: Inviting): Promise<string> {
  const text = secret(SECRET_BYTES);
  const kept = { secretHash: sha256(Buffer.from(text)), untilMs: nowMs + INVITED_FOR_MS };
  await rows.notes.set(noteOf(userId), JSON.stringify(kept));
  return `/welcome/${encodeURIComponent(userId)}/${text}`;
}

export const endInvitation = (rows: Rows, userId: string): Promise<void> => rows.notes.set(noteOf(userId), NONE);

export interface InvitationLink {
  readonly userId: string;
  readonly secret: string;
}

/** Who the link is for; undefined: it was used, has ended, or never was. */
export async function invited(
  rows: Rows,
  { userId, secret }: InvitationLink,
  { sha256, now }: Pick<Central, 'sha256' | 'now'>,
): Promise<EntityOf<'user'> | undefined> {
  const note = await rows.notes.get(noteOf(userId));
  if (!note) return undefined;
  const { secretHash, untilMs } = keptSchema.parse(JSON.parse(note));
  // What is compared is a hash: how long that takes says nothing of the secret.
  if (secretHash !== sha256(Buffer.from(secret)) || now() >= untilMs) return undefined;
  const user = (await rows.records.get('user', userId))?.data as EntityOf<'user'> | undefined;
  return user?.status === 'active' ? user : undefined;
}

/** False: the link is not good any more. It is spent in the transaction that takes the password. */
export async function acceptInvitation(central: Central, link: InvitationLink, password: string): Promise<boolean> {
  if (!(await central.store.read((rows) => invited(rows, link, central)))) return false;
  const passwordHash = await hashSecret(password);
  return central.store.write(async (rows) => {
    const user = await invited(rows, link, central);
    if (!user) return false;
    await publish(rows, 'user', { ...user, passwordHash }, central.now());
    await endInvitation(rows, link.userId);
    await addAudit(rows, central.now(), { actor: link.userId, action: 'password_chosen', subject: link.userId });
    return true;
  });
}
