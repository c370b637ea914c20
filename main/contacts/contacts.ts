import type { EventData } from '../../core/event/event.ts';
import { isForClient } from '../../core/order/order.ts';
import type { User } from '../../core/site/entities.ts';
import { contactFault } from '../../core/wish/contact-faults.ts';
import type { Ask } from '../../preload/contract.ts';
import type { WriteFault } from '../../preload/booking-views.ts';
import type { ContactsView, ContactView } from '../../preload/contact-views.ts';
import type { Ground } from '../ground.ts';
import { refusedWishes } from '../wishes/refused.ts';

type OwnDetails = Ask<'desk', 'changeOwnDetails'>;

export interface Contacts {
  readonly list: () => ContactsView;
  readonly invite: (asked: Ask<'desk', 'inviteContact'>) => WriteFault | null;
  readonly remove: (userId: string) => WriteFault | null;
  readonly own: () => (OwnDetails & { readonly waiting: boolean }) | null;
  readonly changeOwn: (details: OwnDetails) => WriteFault | null;
}

/** C5, E4: who looks after a client's part of this place from outside. An account that is removed is out here at once. */
export function createContacts({ cache, clock, identity, wishes, actor, append, newId }: Ground): Contacts {
  const user = (): User | undefined => {
    const { userId } = actor();
    return userId === undefined ? undefined : cache.get('user', userId);
  };
  /** C1: of the places that this gate knows, the user's own. */
  const ownLocations = () => {
    const own = user()?.locationIds ?? [identity.locationId];
    return cache.all('location').filter(({ id }) => own.includes(id));
  };
  const nameOf = (id: string): string => cache.get('location', id)?.name ?? '';
  const viewOf = (contact: User): ContactView => {
    const client = contact.clientId === undefined ? undefined : cache.get('client', contact.clientId);
    return {
      userId: contact.id,
      name: contact.name,
      email: contact.email ?? '',
      phone: contact.phone ?? '',
      ...(contact.clientId === undefined ? {} : { clientId: contact.clientId }),
      ...(client ? { clientName: client.name } : {}),
      locationIds: contact.locationIds,
      locationNames: contact.locationIds.map(nameOf).filter(Boolean),
      state: contact.status === 'inactive' ? 'removed' : contact.passwordHash === undefined ? 'invited' : 'access',
      waiting: wishes.isWaiting('user', contact.id),
    };
  };
  const withEmail = (email: string): User[] =>
    cache.all('user').filter((each) => each.email?.toLowerCase() === email.trim().toLowerCase());
  const write = (data: EventData<'contact.changed'>): WriteFault | null => {
    const { email } = data;
    const fault = contactFault(data, {
      before: cache.get('user', data.userId),
      sameEmail: email === undefined ? [] : withEmail(email).filter(({ id }) => id !== data.userId),
      client: data.clientId === undefined ? undefined : cache.get('client', data.clientId),
      locations: (data.locationIds ?? []).map((id) => cache.get('location', id)),
      by: user(),
      byUserId: actor().userId,
    });
    if (fault) return fault;
    const written = append([{ type: 'contact.changed', actor: actor(), data }]);
    return written.ok ? null : written.fault;
  };

  return {
    list() {
      const locations = ownLocations();
      const isNear = (contact: User): boolean =>
        contact.locationIds.some((id) => locations.some((location) => location.id === id));
      const by = user();
      const clientIds = [...new Set(locations.flatMap((location) => location.clientIds))];
      return {
        contacts: cache
          .all('user')
          .filter((each) => each.role === 'client_contact' && isNear(each))
          .map(viewOf)
          .toSorted((a, b) => ORDER[a.state] - ORDER[b.state] || a.name.localeCompare(b.name)),
        refused: refusedWishes(wishes, ['contact.changed'], clock.nowMs()).map(({ view }) => view),
        clients: clientIds
          .flatMap((id) => cache.get('client', id) ?? [])
          .filter(({ id }) => !by || isForClient(by, id))
          .map(({ id, name }) => ({
            id,
            name,
            locations: locations
              .filter((location) => location.clientIds.includes(id))
              .map((location) => ({ id: location.id, name: location.name })),
          })),
      };
    },
    invite({ phone, ...asked }) {
      const before = withEmail(asked.email).find(
        (each) => each.role === 'client_contact' && each.status === 'inactive',
      );
      const data = { ...asked, ...(phone === '' ? {} : { phone }) };
      return write({ userId: before?.id ?? newId(), what: 'invited', ...data });
    },
    remove: (userId) => write({ userId, what: 'removed' }),
    own() {
      const now = user();
      if (!now) return null;
      const waiting = wishes.isWaiting('user', now.id);
      return { userId: now.id, name: now.name, email: now.email ?? '', phone: now.phone ?? '', waiting };
    },
    changeOwn({ userId, ...details }) {
      const now = user();
      if (now?.id !== userId) return 'sign_in_needed';
      const changed = Object.entries(details).filter(([field, value]) => value !== (now[field as 'name'] ?? ''));
      return changed.length === 0 ? null : write({ userId: now.id, what: 'details', ...Object.fromEntries(changed) });
    },
  };
}

const ORDER: Readonly<Record<ContactView['state'], number>> = { access: 0, invited: 1, removed: 2 };
