import { isForClient } from '../../core/order/order.ts';
import { sectionsOf, type ClientSections, type Location, type User } from '../../core/site/entities.ts';
import { may, type Right } from '../../core/site/rights.ts';
import type { PortalAccess } from '../../preload/order-views.ts';
import type { Ground } from '../ground.ts';

/** Who looks at the client portal, and what of it they may see (C1, C2). */
export interface Viewer {
  readonly user: User;
  /** The user's own places that this gate knows, by name. */
  readonly locations: readonly Location[];
  readonly may: (right: Right, locationId: string) => boolean;
  /** The user's own place, and work for a client that is theirs and has the section. `clientId` undefined: nobody's in particular. */
  readonly sees: (section: keyof ClientSections, locationId: string, clientId: string | undefined) => boolean;
}

type ViewerParts = Pick<Ground, 'actor' | 'cache'>;

/** Undefined: nobody has signed in. */
export function viewerOf({ actor, cache }: ViewerParts): Viewer | undefined {
  const { userId } = actor();
  const user = userId === undefined ? undefined : cache.get('user', userId);
  if (!user || user.status !== 'active') return undefined;
  const locations = user.locationIds
    .flatMap((id) => cache.get('location', id) ?? [])
    .toSorted((a, b) => a.name.localeCompare(b.name));
  const own = new Set(user.locationIds);
  const isOn = (section: keyof ClientSections, clientId: string | undefined): boolean => {
    const client = clientId === undefined ? undefined : cache.get('client', clientId);
    return !client || sectionsOf(client)[section];
  };
  return {
    user,
    locations,
    may: (right, locationId) => may(user, right, locationId),
    sees: (section, locationId, clientId) =>
      own.has(locationId) && isForClient(user, clientId) && isOn(section, clientId),
  };
}

/** `off`: all clients of the user's places have the section switched off. */
export function accessTo(
  cache: Ground['cache'],
  viewer: Viewer | undefined,
  right: Right,
  section: keyof ClientSections,
): PortalAccess {
  if (!viewer) return 'sign_in';
  const { user, locations } = viewer;
  if (!user.locationIds.some((id) => viewer.may(right, id))) return 'not_allowed';
  const clients = locations
    .flatMap(({ clientIds }) => clientIds)
    .filter((id) => isForClient(user, id))
    .flatMap((id) => cache.get('client', id) ?? []);
  return clients.length > 0 && clients.every((client) => !sectionsOf(client)[section]) ? 'off' : 'open';
}

export const namedOf = (all: readonly { readonly id: string; readonly name: string }[]) =>
  [...new Map(all.map(({ id, name }) => [id, { id, name }])).values()].toSorted((a, b) => a.name.localeCompare(b.name));
