import { mkdirSync, openSync, readFileSync, renameSync, writeSync, fsyncSync, closeSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** Electron's safeStorage, as far as it is used here. */
export interface SecretBox {
  readonly isEncryptionAvailable: () => boolean;
  readonly encryptString: (text: string) => Buffer;
  readonly decryptString: (sealed: Buffer) => string;
}

/** Sealed by the operating system's key store where there is one; `plain` says that there was none. */
const secretSchema = z.object({ kind: z.enum(['sealed', 'plain']), value: z.string() });

const identitySchema = z.object({
  deviceId: z.string(),
  gateId: z.string(),
  locationId: z.string(),
  centralUrl: z.string(),
  token: secretSchema,
  tokenSinceMs: z.number().optional(),
  /** Takes the token's place as soon as central has seen it. */
  nextToken: secretSchema.optional(),
  peerKey: secretSchema.optional(),
  anchorKey: secretSchema.optional(),
});

export interface EnrolledAs {
  readonly deviceId: string;
  readonly gateId: string;
  readonly locationId: string;
  readonly centralUrl: string;
  readonly deviceToken: string;
  /** When the token came, Unix milliseconds. */
  readonly tokenSinceMs?: number | undefined;
  readonly nextToken?: string | undefined;
  /** The private key by which the place's other gates know this one; absent: enrolled before there were such keys. */
  readonly peerKey?: string;
  /** The private key that signs for what has left the journal; absent: as with `peerKey`. */
  readonly anchorKey?: string;
}

const fileOf = (home: string): string => path.join(home, 'identity.json');

/** Undefined: this gate is not enrolled, or its file can't be read any more (another machine, another user). */
export function readIdentity(home: string, box: SecretBox): EnrolledAs | undefined {
  try {
    const read = identitySchema.parse(JSON.parse(readFileSync(fileOf(home), 'utf8')));
    const { token, nextToken, peerKey, anchorKey, ...rest } = read;
    const next = nextToken === undefined ? {} : { nextToken: unsealed(box, nextToken) };
    const key = peerKey === undefined ? {} : { peerKey: unsealed(box, peerKey) };
    const signing = anchorKey === undefined ? {} : { anchorKey: unsealed(box, anchorKey) };
    return { ...rest, deviceToken: unsealed(box, token), ...next, ...key, ...signing };
  } catch {
    return undefined;
  }
}

/** Written beside, synced, then renamed: a power cut leaves the old file or the new one, never half of one. */
export function writeIdentity(home: string, box: SecretBox, identity: EnrolledAs): void {
  const { deviceToken, nextToken, peerKey, anchorKey, ...rest } = identity;
  const next = nextToken === undefined ? {} : { nextToken: sealed(box, nextToken) };
  const key = peerKey === undefined ? {} : { peerKey: sealed(box, peerKey) };
  const signing = anchorKey === undefined ? {} : { anchorKey: sealed(box, anchorKey) };
  const text = JSON.stringify({ ...rest, token: sealed(box, deviceToken), ...next, ...key, ...signing }, null, 2);
  mkdirSync(home, { recursive: true });
  const beside = `${fileOf(home)}.next`;
  const descriptor = openSync(beside, 'w', 0o600);
  writeSync(descriptor, text);
  fsyncSync(descriptor);
  closeSync(descriptor);
  renameSync(beside, fileOf(home));
}

function sealed(box: SecretBox, secret: string): z.infer<typeof secretSchema> {
  const kind = box.isEncryptionAvailable() ? 'sealed' : 'plain';
  const bytes = kind === 'sealed' ? box.encryptString(secret) : Buffer.from(secret, 'utf8');
  return { kind, value: bytes.toString('base64') };
}

function unsealed(box: SecretBox, { kind, value }: z.infer<typeof secretSchema>): string {
  const bytes = Buffer.from(value, 'base64');
  return kind === 'sealed' ? box.decryptString(bytes) : bytes.toString('utf8');
}
