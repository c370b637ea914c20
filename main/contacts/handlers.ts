import type { contactCalls } from '../../preload/contact-views.ts';
import type { Handlers } from '../ipc.ts';
import type { Station } from '../station.ts';

export interface ContactHandlerParts {
  readonly station: () => Station | undefined;
  readonly deskChanged: () => void;
}

/** The desk's calls about a client's contacts and everybody's own details. */
export function contactHandlers(parts: ContactHandlerParts): Pick<Handlers<'desk'>, keyof typeof contactCalls> {
  const contacts = () => parts.station()?.areas.contacts;
  const changed = <T>(answer: T): T => {
    parts.deskChanged();
    return answer;
  };
  return {
    listContacts: () => contacts()?.list() ?? { contacts: [], refused: [], clients: [] },
    inviteContact: (asked) => {
      const here = contacts();
      return changed({ fault: here ? here.invite(asked) : 'not_enrolled' });
    },
    removeContact: ({ userId }) => {
      const here = contacts();
      return changed({ fault: here ? here.remove(userId) : 'not_enrolled' });
    },
    getOwnDetails: () => contacts()?.own() ?? null,
    changeOwnDetails: (details) => {
      const here = contacts();
      return changed({ fault: here ? here.changeOwn(details) : 'not_enrolled' });
    },
  };
}
