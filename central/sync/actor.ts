import type { EventEnvelope } from '../../core/event/event.ts';
import type { EntityOf } from '../../core/site/entities.ts';
import type { Rows } from '../store/store.ts';
import { placeOf } from './presence.ts';

/** B6, C1: a user that central knows acts only while active, and only at the user's own locations. */
export async function actorFault(
  rows: Rows,
  event: EventEnvelope,
): Promise<{ code: string; detail: string } | undefined> {
  if (event.actor.kind !== 'user' || event.actor.userId === undefined) return undefined;
  const user = (await rows.records.get('user', event.actor.userId))?.data as EntityOf<'user'> | undefined;
  if (!user) return undefined;
  if (user.status !== 'active') return { code: 'actor_not_allowed', detail: 'the account is not active' };
  const here = [event.locationId, placeOf(event)].every((place) => user.locationIds.includes(place));
  return here ? undefined : { code: 'actor_not_allowed', detail: 'the account has no part in this location' };
}
