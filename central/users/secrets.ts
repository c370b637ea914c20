import { hash } from '@node-rs/argon2';
import type { Central } from '../central.ts';
import type { EntityOf } from '../../core/site/entities.ts';
import { publish } from '../sync/publish.ts';

/** OWASP's least for argon2id: a gate's PC looks at one in some 20 ms. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export interface Secrets {
  /** null takes it away; undefined leaves it. */
  readonly pin?: string | null | undefined;
  readonly password?: string | null | undefined;
}

/** Gives an account a PIN or a password. Only their hashes are kept, and go to the account's gates. False: no such account. */
export async function setSecrets(central: Central, userId: string, { pin, password }: Secrets): Promise<boolean> {
  const pinHash = await hashOf(pin);
  const passwordHash = await hashOf(password);
  return changeUser(central, userId, (user) => ({
    ...user,
    ...(pin === undefined ? {} : { pinHash }),
    ...(password === undefined ? {} : { passwordHash }),
  }));
}

/** C5: an account that is taken out of use is out at every gate with the next contact. */
export const setStatus = (central: Central, userId: string, status: EntityOf<'user'>['status']): Promise<boolean> =>
  changeUser(central, userId, (user) => ({ ...user, status }));

type Changed = { readonly [K in keyof EntityOf<'user'>]: EntityOf<'user'>[K] | undefined };

function changeUser(central: Central, userId: string, change: (user: EntityOf<'user'>) => Changed): Promise<boolean> {
  return central.store.write(async (rows) => {
    const user = (await rows.records.get('user', userId))?.data as EntityOf<'user'> | undefined;
    if (!user) return false;
    const changed = Object.entries(change(user)).filter(([, value]) => value !== undefined);
    await publish(rows, 'user', Object.fromEntries(changed) as EntityOf<'user'>, central.now());
    return true;
  });
}

export const hashSecret = (secret: string): Promise<string> => hash(secret, COST);

const hashOf = async (secret: string | null | undefined): Promise<string | undefined> =>
  secret === null || secret === undefined ? undefined : hashSecret(secret);
