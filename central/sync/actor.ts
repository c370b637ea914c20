import type { EventEnvelope } from '../../core/event/event.ts';
import { rightsOfEvent } from '../../core/event/rights-of-event.ts';
import type { EntityOf } from '../../core/site/entities.ts';
import { may } from '../../core/site/rights.ts';
import { placesOfWish } from '../../core/wish/wishes.ts';
import type { Rows } from '../store/store.ts';
import { placeOf } from './presence.ts';
import { understood } from './understood.ts';

/**
 * B6, C1: a named user acts only while active, only at the user's own locations, and only within the role's rights. The gate has
 * asked the same; this asks again, of what central knows now.
 */
export async function actorFault(
  rows: Rows,
  event: EventEnvelope,
): Promise<{ code: string; detail: string } | undefined> {
  if (event.actor.kind !== 'user' || event.actor.userId === undefined) return undefined;
  const user = (await rows.records.get('user', event.actor.userId))?.data as EntityOf<'user'> | undefined;
  if (!user) return notAllowed('there is no such account');
  if (user.status !== 'active') return notAllowed('the account is not active');
  const known = understood(event);
  const places = [event.locationId, placeOf(event), ...(known ? placesOfWish(known) : [])];
  if (!places.every((place) => user.locationIds.includes(place)))
    return notAllowed('the account has no part in this location');
  const rights = known ? rightsOfEvent(known) : [];
  const allowed = rights.length === 0 || rights.some((right) => may(user, right, event.locationId));
  return allowed ? undefined : notAllowed(`a ${user.role} may not do this`);
}

const notAllowed = (detail: string) => ({ code: 'actor_not_allowed', detail });
