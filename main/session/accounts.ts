import type { User } from '../../core/site/entities.ts';
import type { Cache } from '../cache/cache.ts';

export type Means = 'pin' | 'password';

/** The accounts of this gate's place, as central last told them. */
export interface Accounts {
  readonly locationId: string;
  /** Active accounts of the place, by name; with or without a secret. */
  readonly all: () => readonly User[];
  /** Only while the account is active and has a part in this place (B6, C1, C5). */
  readonly byId: (userId: string) => User | undefined;
  readonly byEmail: (email: string) => User | undefined;
  /** Also of an account that is no longer in use: who did something stays on record. */
  readonly nameOf: (userId: string) => string | undefined;
}

export function createAccounts(cache: Pick<Cache, 'get' | 'all' | 'revision'>, locationId: string): Accounts {
  const isUsable = ({ status, locationIds }: User): boolean => status === 'active' && locationIds.includes(locationId);
  let read: { readonly revision: number; readonly users: readonly User[] } | undefined;
  const all = (): readonly User[] => {
    const revision = cache.revision();
    if (read?.revision !== revision) {
      const users = cache
        .all('user')
        .filter(isUsable)
        .toSorted((a, b) => a.name.localeCompare(b.name));
      read = { revision, users };
    }
    return read.users;
  };
  return {
    locationId,
    all,
    byId: (userId) => all().find(({ id }) => id === userId),
    byEmail(email) {
      const wanted = email.trim().toLowerCase();
      return all().find((user) => user.email?.toLowerCase() === wanted);
    },
    nameOf: (userId) => cache.get('user', userId)?.name,
  };
}

export const hashOf = (user: User, means: Means): string | undefined =>
  means === 'pin' ? user.pinHash : user.passwordHash;

export const meansOf = (user: User): Means[] => (['pin', 'password'] as const).filter((means) => hashOf(user, means));
