import { LIST_STATES, type ListLook, type ListLooks, type LookName } from '../../preload/list-views.ts';
import type { SettingsFile } from '../settings.ts';
import type { ListChoices } from '../view/lists.ts';

export interface Looks {
  readonly get: () => ListLooks;
  readonly keep: (list: LookName, look: ListLook) => void;
}

export interface LookParts {
  readonly settings: Pick<SettingsFile, 'saved' | 'set'>;
  /** Whoever works at the desk; undefined: nobody has signed in. */
  readonly userId: () => string | undefined;
  /** Companies and clients that there are. */
  readonly choices: () => ListChoices | undefined;
}

const NOBODY = 'nobody';
/** Whoever has not been here for longest starts with the lists as they come. */
const MOST_USERS = 50;

/** How each user left their lists. Kept on this computer alone. */
export function createLooks({ settings, userId, choices }: LookParts): Looks {
  const key = (): string => userId() ?? NOBODY;
  return {
    get() {
      const kept = settings.saved().desk.looks[key()] ?? {};
      const known = choices();
      const entries = Object.entries(kept) as [LookName, ListLook][];
      return Object.fromEntries(entries.map(([list, look]) => [list, possible(list, look, known)]));
    },
    keep(list, look) {
      const { desk } = settings.saved();
      const { [key()]: mine, ...others } = desk.looks;
      const newest = [...Object.entries(others), [key(), { ...mine, [list]: look }] as const].slice(-MOST_USERS);
      settings.set('desk', { ...desk, looks: Object.fromEntries(newest) });
    },
  };
}

/** A choice that is none any more would hide everybody, and nobody could see why. */
function possible(list: LookName, look: ListLook, known: ListChoices | undefined): ListLook {
  const { contractorId, clientId, state } = look.filters;
  const states: readonly string[] = list === 'acts' ? [] : LIST_STATES[list];
  const isThere = (all: ListChoices[keyof ListChoices] | undefined, id: string): boolean =>
    all?.some((one) => one.id === id) ?? true;
  return {
    ...look,
    filters: {
      ...(contractorId !== undefined && isThere(known?.contractors, contractorId) ? { contractorId } : {}),
      ...(clientId !== undefined && isThere(known?.clients, clientId) ? { clientId } : {}),
      ...(state !== undefined && states.includes(state) ? { state } : {}),
    },
  };
}
