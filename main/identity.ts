import { mkdirSync, openSync, readFileSync, renameSync, writeSync, fsyncSync, closeSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** Electron's safeStorage, as far as it is used here. */
export interface SecretBox {
  readonly isEncryptionAvailable: () => boolean;
  readonly encryptString: (text: string) => Buffer;
  readonly decryptString: (sealed: Buffer) => string;
}

const identitySchema = z.object({
  deviceId: z.string(),
  gateId: z.string(),
  locationId: z.string(),
  centralUrl: z.string(),
  /** Sealed by the operating system's key store where there is one; `plain` says that there was none. */
  token: z.object({ kind: z.enum(['sealed', 'plain']), value: z.string() }),
});

export interface EnrolledAs {
  readonly deviceId: string;
  readonly gateId: string;
  readonly locationId: string;
  readonly centralUrl: string;
  readonly deviceToken: string;
}

const fileOf = (home: string): string => path.join(home, 'identity.json');

/** Undefined: this gate is not enrolled, or its file can't be read any more (another machine, another user). */
export function readIdentity(home: string, box: SecretBox): EnrolledAs | undefined {
  try {
    const { token, ...rest } = identitySchema.parse(JSON.parse(readFileSync(fileOf(home), 'utf8')));
    const bytes = Buffer.from(token.value, 'base64');
    return { ...rest, deviceToken: token.kind === 'sealed' ? box.decryptString(bytes) : bytes.toString('utf8') };
  } catch {
    return undefined;
  }
}

/** Written beside, synced, then renamed: a power cut leaves the old file or the new one, never half of one. */
export function writeIdentity(home: string, box: SecretBox, { deviceToken, ...rest }: EnrolledAs): void {
  const sealed = box.isEncryptionAvailable();
  const value = (sealed ? box.encryptString(deviceToken) : Buffer.from(deviceToken, 'utf8')).toString('base64');
  mkdirSync(home, { recursive: true });
  const next = `${fileOf(home)}.next`;
  const descriptor = openSync(next, 'w', 0o600);
  writeSync(descriptor, JSON.stringify({ ...rest, token: { kind: sealed ? 'sealed' : 'plain', value } }, null, 2));
  fsyncSync(descriptor);
  closeSync(descriptor);
  renameSync(next, fileOf(home));
}
