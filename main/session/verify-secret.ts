import { verify } from '@node-rs/argon2';

/** Whether `secret` is the one that the argon2id PHC string `hash` was made of. */
export type VerifySecret = (hash: string, secret: string) => Promise<boolean>;

/** Runs on a thread of Node's pool, some 20 ms at OWASP's memory of 19 MiB: no badge waits for it. A hash that can't be read fits nothing. */
export const verifySecret: VerifySecret = (hash, secret) => verify(hash, secret).catch(() => false);
