import type { Actor } from '../../core/event/event.ts';
import type { User } from '../../core/site/entities.ts';

/** Who works at the desk now. */
export interface Session {
  readonly user: () => User | undefined;
  /** Whose act it is that the desk asks for: named as soon as somebody has signed in. */
  readonly actor: () => Actor;
}

export function createSession(): Session {
  const user = (): User | undefined => undefined;
  return {
    user,
    actor() {
      const userId = user()?.id;
      return { kind: 'user', ...(userId === undefined ? {} : { userId }) };
    },
  };
}
