import type { Ground } from './ground.ts';

/** C1: the places whose rows whoever asks may see; with nobody signed in, this gate's own. */
export type Scope = () => readonly string[];

export function createScope({ cache, actor, identity }: Pick<Ground, 'cache' | 'actor' | 'identity'>): Scope {
  return () => {
    const { userId } = actor();
    const user = userId === undefined ? undefined : cache.get('user', userId);
    return user?.locationIds ?? [identity.locationId];
  };
}
