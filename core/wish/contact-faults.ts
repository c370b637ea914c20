import type { EventData } from '../event/event.ts';
import type { Client, Location, User } from '../site/entities.ts';
import type { Wisher, WishFault } from './faults.ts';

export interface AboutContact {
  readonly before: User | undefined;
  /** Accounts that sign in with the wished address, other than this one. */
  readonly sameEmail: readonly User[];
  readonly client: Client | undefined;
  readonly locations: readonly (Location | undefined)[];
  readonly by: Wisher;
  /** Whose act it is. */
  readonly byUserId: string | undefined;
}

/**
 * C5, E4: everybody keeps their own details; contacts, and nobody else, are invited, changed and removed by whoever has a part in
 * their locations. Without this, whoever may invite could give themselves an administrator's account.
 */
export function contactFault(data: EventData<'contact.changed'>, about: AboutContact): WishFault | undefined {
  const { before, by } = about;
  if (data.email !== undefined && about.sameEmail.length > 0) return 'email_taken';
  if (data.what === 'details' && data.userId === about.byUserId) return before ? undefined : 'record_gone';
  if (before && before.role !== 'client_contact') return 'not_a_contact';
  if (data.what !== 'invited') return before ? partFault(before, by, 'some') : 'record_gone';
  return (before && partFault(before, by, 'all')) ?? invitedFault(data, about);
}

function invitedFault({ clientId, locationIds }: EventData<'contact.changed'>, about: AboutContact) {
  if (clientId !== undefined && !about.client) return 'record_gone';
  if (about.locations.some((one) => one === undefined)) return 'record_gone';
  const isElsewhere = about.locations.some((one) => clientId !== undefined && !one?.clientIds.includes(clientId));
  if (isElsewhere) return 'client_not_here';
  return (locationIds ?? about.before?.locationIds ?? []).length === 0 ? 'not_your_location' : undefined;
}

/** Inviting again names the locations anew, so that none of somebody else's may be among the old ones. */
function partFault({ locationIds }: User, by: Wisher, of: 'some' | 'all'): WishFault | undefined {
  if (!by) return undefined;
  const isOwn = (one: string): boolean => by.locationIds.includes(one);
  const has = of === 'all' ? locationIds.every(isOwn) : locationIds.some(isOwn);
  return has || locationIds.length === 0 ? undefined : 'not_your_location';
}
